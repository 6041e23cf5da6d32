import type pg from 'pg';
import type { TableSpec } from '../feature.ts';

/** Roles of the database: none of those that serve requests owns anything. */
export const databaseRoles = {
  /** every signed-in office and every public reader */
  app: 'silian_app',
  /** households and organisations: their own rows only */
  member: 'silian_member',
  /** recounts figures and seals the trail: reads all, writes caches and seals */
  refresher: 'silian_refresher',
} as const;

const inRange = isInRange('place');

function isInRange(column: string): string {
  return `${column} between nullif(current_setting('silian.lo', true), '')::bigint
  and nullif(current_setting('silian.hi', true), '')::bigint`;
}

/** Makes the roles, once per server. */
export async function ensureRoles(owner: pg.ClientBase): Promise<void> {
  const { app, member, refresher } = databaseRoles;
  await owner.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${member}') then create role ${member} nologin; end if;
    if not exists (select from pg_roles where rolname = '${app}') then create role ${app} login noinherit; end if;
    if not exists (select from pg_roles where rolname = '${refresher}') then create role ${refresher} login bypassrls; end if;
    grant ${member} to ${app};
    grant ${app}, ${refresher} to current_user;
  exception when duplicate_object or unique_violation then null;
  end $$`);
}

/** Rights and row-level security of every table, derived from its kind; run after each migration. */
export async function applyGrants(
  owner: pg.ClientBase,
  tables: readonly TableSpec[],
  views: readonly string[],
): Promise<void> {
  await owner.query(grantStatements(tables, views).join(';\n'));
}

/** What {@link applyGrants} sends. */
export function grantStatements(tables: readonly TableSpec[], views: readonly string[]): readonly string[] {
  return [
    'revoke create on schema public from public',
    `grant usage on schema public to ${databaseRoles.app}, ${databaseRoles.member}, ${databaseRoles.refresher}`,
    ...tables.flatMap(tableStatements),
    ...filesOfReferences(tables),
    ...erasing(tables),
    ...views.map((view) => `grant select on ${view} to ${databaseRoles.app}, ${databaseRoles.refresher}`),
  ];
}

/** What every office reads, it reads with its files; who may add or take out one is still a matter of the place. */
function filesOfReferences(tables: readonly TableSpec[]): string[] {
  if (!tables.some(({ name }) => name === 'attachment')) return [];
  const names = tables.filter(({ carriesFiles }) => carriesFiles).map(({ name }) => `'${name}'`);
  return [
    'drop policy if exists of_reference on attachment',
    ...(names.length > 0
      ? [
          `create policy of_reference on attachment for select to ${databaseRoles.app} using (subject_type in (${names.join(', ')}))`,
        ]
      : []),
  ];
}

/** Which columns an erasure empties is for the features to declare; no request may say it. */
function erasing(tables: readonly TableSpec[]): string[] {
  if (!tables.some(({ name }) => name === 'personal_column')) return [];
  const columns = tables
    .filter(({ kind }) => kind === 'record')
    .flatMap(({ name, personal = [] }) => personal.map((column) => `('${name}', '${column}')`));
  return [
    'delete from personal_column',
    ...(columns.length > 0 ? [`insert into personal_column values ${columns.join(', ')}`] : []),
    'revoke execute on function erase_record(text, int, uuid) from public',
    `grant execute on function erase_record(text, int, uuid) to ${databaseRoles.app}`,
  ];
}

function tableStatements(table: TableSpec): string[] {
  const { app, member, refresher } = databaseRoles;
  const { name } = table;
  const fresh = [
    `revoke all on ${name} from ${app}, ${member}, ${refresher}`,
    `grant select on ${name} to ${refresher}`,
  ];
  switch (table.kind) {
    case 'reference':
    case 'key':
      return [
        ...fresh,
        `grant select, insert, update, delete on ${name} to ${app}`,
        `grant select on ${name} to ${member}`,
      ];
    case 'record':
      return [
        ...fresh,
        `grant select, insert, update, delete on ${name} to ${app}`,
        ...policies(table, name, ''),
        `revoke all on ${name}_history from ${app}, ${member}, ${refresher}`,
        `grant select, insert on ${name}_history to ${app}`,
        `grant select on ${name}_history to ${refresher}`,
        ...policies(table, `${name}_history`, ''),
      ];
    case 'ledger':
      return [...fresh, `grant select on ${name} to ${app}`, ...policies(table, name, '')];
    case 'journal':
      return [...fresh, `grant select, insert on ${name} to ${app}`, ...policies(table, name, systemToo(name))];
    case 'cache':
      return [
        ...fresh,
        `grant select on ${name} to ${app}`,
        `grant select, insert, update, delete on ${name} to ${refresher}`,
        ...policies(table, name, ''),
      ];
    case 'system':
      return [...fresh, ...(systemRights[name] ?? [`grant select, insert, update, delete on ${name} to ${app}`])];
  }
}

/**
 * Events without a place (sign-in, accounts) are for administrators, and for auditors unless the account they are about
 * holds positions elsewhere alone.
 */
function systemToo(name: string): string {
  if (name !== 'audit_event') return '';
  const subject = `coalesce(case when record_type = 'account' then record_id end, account_id)`;
  return ` or (place = 0 and current_setting('silian.system', true) = 'on' and (
    nullif(current_setting('silian.lo', true), '') is null
    or ${subject} in (select p.account_id from position as p where p.${inRange})
    or ${subject} not in (select p.account_id from position as p where p.place is not null)))`;
}

function policies(table: TableSpec, name: string, extra: string): string[] {
  const { app, member } = databaseRoles;
  const insertToo = name === 'audit_event' ? 'true' : inRange;
  const statements = [
    `alter table ${name} enable row level security`,
    `drop policy if exists in_range on ${name}`,
    `create policy in_range on ${name} to ${app} using (${inRange}${extra}) with check (${insertToo})`,
    `drop policy if exists own_rows on ${name}`,
  ];
  if (name === 'audit_event') {
    statements.push(
      `drop policy if exists own_acts on ${name}`,
      `create policy own_acts on ${name} for insert to ${member} with check (true)`,
      `grant insert on ${name} to ${member}`,
    );
  }
  statements.push(`drop policy if exists also_at on ${name}`, `drop policy if exists own_writes on ${name}`);
  if (table.alsoAt) {
    const elsewhere = table.alsoAt.map(isInRange).join(' or ');
    statements.push(`create policy also_at on ${name} for select to ${app} using (${elsewhere})`);
  }
  const own = ownRows(table);
  if (own) {
    statements.push(
      `create policy own_rows on ${name} for select to ${member} using (${own})`,
      `grant select on ${name} to ${member}`,
    );
  }
  return [...statements, ...organisationWrites(table, name)];
}

/** An organisation writes rows that bear its own id, and nothing else; earlier states of them it only adds. */
function organisationWrites(table: TableSpec, name: string): string[] {
  const { organisationColumn, organisationWrites: writes } = table;
  if (!writes || !organisationColumn) return [];
  const own = ofOrganisation(organisationColumn);
  return [
    `create policy own_writes on ${name} to ${databaseRoles.member} using (${own}) with check (${own})`,
    `grant ${table.kind === 'record' && name === table.name ? 'insert, update, delete' : 'insert'} on ${name} to ${databaseRoles.member}`,
  ];
}

function ofOrganisation(column: string): string {
  return `${column} = nullif(current_setting('silian.organisation', true), '')::uuid`;
}

function ownRows(table: TableSpec): string | undefined {
  const clauses = [
    table.householdColumn && `${table.householdColumn} = nullif(current_setting('silian.household', true), '')::uuid`,
    table.organisationColumn && ofOrganisation(table.organisationColumn),
    ...(table.readerColumns ?? []).map(ofOrganisation),
  ].filter((clause) => clause !== undefined);
  return clauses.length > 0 ? clauses.join(' or ') : undefined;
}

const { app, member, refresher } = databaseRoles;

/** Households and organisations see and end what is their own account's, nothing else. */
function ownAccount(table: string, column: string, columns: string): string[] {
  const own = `${column} = nullif(current_setting('silian.account', true), '')::uuid`;
  return [
    `grant select ${columns === '*' ? '' : `(${columns})`} on ${table} to ${member}`,
    `alter table ${table} enable row level security`,
    `drop policy if exists everybody on ${table}`,
    `create policy everybody on ${table} to ${app} using (true)`,
    `drop policy if exists own_account on ${table}`,
    `create policy own_account on ${table} to ${member} using (${own})`,
  ];
}

/** Tables of the platform whose rights do not follow from a kind. */
const systemRights: Readonly<Record<string, readonly string[]>> = {
  personal_column: [],
  idempotency_key: [`grant select, insert, update, delete on idempotency_key to ${app}, ${member}`],
  figure_dirty: [
    `grant select, insert, update on figure_dirty to ${app}, ${member}`,
    `grant select, insert, update, delete on figure_dirty to ${refresher}`,
  ],
  figure_state: [
    `grant select on figure_state to ${app}`,
    `grant select, insert, update on figure_state to ${refresher}`,
  ],
  // no request reads a sealed value; erasing a person takes it out with its salt, and that act stands in the trail
  audit_commitment: [
    `grant insert on audit_commitment to ${app}, ${member}`,
    `grant select (county, event_id, path), delete on audit_commitment to ${app}`,
  ],
  audit_seal: [`grant select on audit_seal to ${app}`, `grant select, insert on audit_seal to ${refresher}`],
  account: [
    `grant select, insert, update on account to ${app}`,
    ...ownAccount('account', 'id', 'id, login, name, must_change_password'),
  ],
  position: [`grant select, insert, update on position to ${app}`, ...ownAccount('position', 'account_id', '*')],
  session: [
    `grant select, insert, update, delete on session to ${app}`,
    ...ownAccount('session', 'account_id', '*'),
    `grant update (ended_at) on session to ${member}`,
  ],
  // a stored file never changes; what is stored once is found by its hash
  blob: [`grant select, insert on blob to ${app}, ${member}`],
  attachment_usage: [
    `grant select, insert, update on attachment_usage to ${app}`,
    `grant select, insert, update (bytes) on attachment_usage to ${member}`,
  ],
  audit_seal_leaf: [
    `grant select on audit_seal_leaf to ${app}`,
    `grant select, insert on audit_seal_leaf to ${refresher}`,
  ],
};
