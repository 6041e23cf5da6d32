/** Why Silian does not start; `words.ts` of the server has the sentence for each. Exit code 2. */
export type StartRefusalCode =
  | 'port_taken'
  | 'data_folder_in_use'
  | 'data_folder_not_writable'
  | 'disk_full'
  | 'database_newer'
  | 'database_unreachable'
  | 'database_too_old'
  | 'database_major_differs'
  | 'migration_edited'
  | 'range_not_enforced'
  | 'binaries_missing'
  | 'initdb_failed';

export class StartRefusal extends Error {
  readonly code: StartRefusalCode;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(code: StartRefusalCode, values: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'StartRefusal';
    this.code = code;
    this.values = values;
  }
}
