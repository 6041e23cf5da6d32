import { listParameterRows, type StoredParameter } from '../../measure/public.ts';
import { parameterOn } from '../../measure/rules.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { addDays, addMonths, type LocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import { storedItems } from './contract.ts';
import { type DisclosedItem, writeFigures } from './figures-rules.ts';
import type { OwedPeriod } from './owed-store.ts';
import {
  type DisclosedPeriod,
  type DisclosureForm,
  endedPeriods,
  isCollective,
  type PeriodKind,
  periodFrom,
} from './rules.ts';
import { findUnit, readSources, type Unit } from './source-store.ts';

/** The periods that are over of a year, or of the last twelve months, each with its last day and what counts as busy then. */
export async function listPeriods(tx: Tx, year: number | undefined): Promise<readonly OwedPeriod[]> {
  const parameters = await listParameterRows(tx);
  return spansOf(year, todayInShanghai(tx.now)).map((span) => withDay(parameters, span));
}

function spansOf(year: number | undefined, today: LocalDate): readonly DisclosedPeriod[] {
  if (year !== undefined) return endedPeriods(year, today);
  const first = addMonths(today, -12);
  const years = [Number(first.slice(0, 4)), Number(today.slice(0, 4))];
  return years.flatMap((one) => endedPeriods(one, today)).filter(({ endsOn }) => endsOn >= first);
}

/** One period that is over; undefined for any other days. */
export async function findPeriod(
  tx: Tx,
  key: { readonly period: PeriodKind; readonly startsOn: string },
): Promise<OwedPeriod | undefined> {
  const span = periodFrom(key, todayInShanghai(tx.now));
  return span && withDay(await listParameterRows(tx), span);
}

function withDay(parameters: readonly StoredParameter[], span: DisclosedPeriod): OwedPeriod {
  const days = parameterOn(parameters, 'disclosure_due_days', span.endsOn)?.value ?? 15;
  const busy = parameterOn(parameters, 'disclosure_busy_vouchers', span.endsOn)?.value ?? 30;
  return { ...span, dueOn: addDays(span.endsOn, days), busy };
}

/** The list of assets is the village’s: an organisation’s own account cannot draw up what is made from it. */
export async function mayDraw(tx: Tx, form: DisclosureForm): Promise<boolean> {
  return tx.actor.range !== undefined || !isCollective(form);
}

/** The figures of a period as books, assets and contracts have them now; undefined where there is nothing of these. */
export async function drawItems(
  tx: Tx,
  unit: Unit,
  span: DisclosedPeriod,
): Promise<readonly DisclosedItem[] | undefined> {
  const sources = await readSources(tx, unit, span);
  if (!sources.books && (sources.kinds ?? []).length === 0) return undefined;
  return writeFigures(sources).map((figure) => ({ ...figure, remark: null }));
}

interface Drawable extends DisclosedPeriod {
  readonly place: number;
  readonly cooperativeId: string | null;
  /** as stored */
  readonly items: unknown;
}

/** The same disclosure with the figures of now and the remarks of then. */
export async function drawAnew(tx: Tx, disclosure: Drawable): Promise<readonly DisclosedItem[] | undefined> {
  const unit = await findUnit(tx, disclosure);
  const items = unit && (await drawItems(tx, unit, disclosure));
  if (!items) return undefined;
  const said = new Map(storedItems.parse(disclosure.items).map(({ code, remark }) => [code, remark]));
  return items.map((item) => ({ ...item, remark: said.get(item.code) ?? null }));
}
