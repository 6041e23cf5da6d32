import type { Role } from '../../platform/access/roles.ts';
import type { LocalDate } from '../../platform/pure/period.ts';
import type { Desk } from './desk.ts';
import type { PeopledVillage } from './heads.ts';
import type { DemoUnits } from './people.ts';

export interface PublicMoneyLoad {
  readonly desk: Desk;
  readonly random: () => number;
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** of the demo, by role */
  readonly accounts: ReadonlyMap<Role, string>;
  readonly villages: readonly PeopledVillage[];
  /** villages that are key poor: the standard of article 11 is theirs */
  readonly keyPoor: readonly number[];
  /** the village of the demo's own clerks, whose project has come furthest */
  readonly seat: number;
  readonly units: DemoUnits;
}
