import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** How this process was asked to run; flags before environment before defaults. */
export interface RunOptions {
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  /** a real, empty system instead of the demo city */
  readonly empty: boolean;
  readonly login: string | undefined;
  /** when a new demo city begins, for stories told at a chosen day */
  readonly demoBegins: string | undefined;
}

export const projectRoot = join(import.meta.dirname, '..', '..', '..');
export const databaseName = 'silian';
export const migrationFolder = join(projectRoot, 'migrations');

export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): RunOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: true,
    allowPositionals: false,
    options: {
      data: { type: 'string' },
      host: { type: 'string' },
      port: { type: 'string' },
      empty: { type: 'boolean', default: false },
      login: { type: 'string' },
    },
  });
  const folder = values.data ?? env.SILIAN_DATA ?? '.silian/data';
  return {
    dataFolder: isAbsolute(folder) ? folder : resolve(projectRoot, folder),
    databaseUrl: env.DATABASE_URL,
    host: values.host ?? env.SILIAN_HOST ?? '127.0.0.1',
    port: Number(values.port ?? env.SILIAN_PORT ?? 8018),
    empty: values.empty,
    login: values.login,
    demoBegins: env.SILIAN_DEMO_BEGINS,
  };
}
