import type pg from 'pg';

/** Where a PostgreSQL listens: a private socket of the embedded engine, or a server's address. */
export type Engine =
  | { readonly kind: 'embedded'; readonly socketFolder: string; readonly port: number; readonly database: string }
  | { readonly kind: 'server'; readonly url: string };

/** What engines differ in; features never ask which one runs. */
export interface EngineProfile {
  readonly kind: Engine['kind'];
  /** sign in as each role (the socket vouches), or switch to it after signing in as the owner */
  readonly loginAsRole: boolean;
  readonly poolSize: number;
}

export const profiles: Readonly<Record<Engine['kind'], EngineProfile>> = {
  embedded: { kind: 'embedded', loginAsRole: true, poolSize: 12 },
  server: { kind: 'server', loginAsRole: false, poolSize: 12 },
};

export const ownerRole = 'silian_owner';

/** How to connect to an engine as its owner. */
export function ownerAddress(engine: Engine): pg.ClientConfig {
  return address(engine, ownerRole, false);
}

/** How to connect to an engine as a role that owns nothing. */
export function roleAddress(engine: Engine, role: string): pg.ClientConfig {
  return address(engine, role, !profiles[engine.kind].loginAsRole);
}

function address(engine: Engine, role: string, switchRole: boolean): pg.ClientConfig {
  if (engine.kind === 'server') {
    // figures are many small filters in one statement: to compile them takes PostgreSQL seconds, to run them none
    return { connectionString: engine.url, ...(switchRole ? { options: `-c role=${role} -c jit=off` } : {}) };
  }
  return { host: engine.socketFolder, port: engine.port, database: engine.database, user: role };
}
