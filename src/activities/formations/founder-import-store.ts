import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { parsePlace } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { toCodeText } from '../../platform/pure/text.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { checkRows } from '../../platform/sheets/check.ts';
import { type Decision, type ImportPlan, planImport, type ValidRow } from '../../platform/sheets/import.ts';
import { readRows } from '../../platform/sheets/read.ts';
import type { Language } from '../../platform/words.ts';
import type { MemberKind, UnitKind } from '../../registers/cooperatives/composition-rules.ts';
import { changePlan } from './draft-store.ts';
import { correctFounder, type FounderRow, listFounders, recordFounders } from './founder-store.ts';
import { capitalKinds, type Founder, proposeFounder } from './rules.ts';
import { founderSheet } from './sheet-contract.ts';
import type { FormationRow } from './store.ts';
import { words } from './words.ts';

export interface FounderImport {
  readonly bytes: Uint8Array;
  readonly language: Language;
  /** `check` writes nothing; `all` takes everything or nothing; `good` leaves the rejected rows out */
  readonly mode: 'check' | 'all' | 'good';
}

type Row = ValidRow<typeof founderSheet>;

/** Imports a list of founders into a held plan, matched by number; the same file again changes nothing. */
export async function importFounders(
  tx: Tx,
  formation: FormationRow,
  order: FounderImport,
): Promise<Result<ImportPlan, Refusal>> {
  const reading = await readRows(order.bytes, founderSheet, { language: order.language });
  if (!reading.ok) return refuse({ ...reading.refusal, field: 'file' });
  const known = await listFounders(tx, formation, todayInShanghai(tx.now));
  const villages = await listVillageNames(tx);
  const inserts: Founder[] = [];
  const updates: { readonly known: FounderRow; readonly founder: Founder }[] = [];
  const rows = checkRows(reading.value.rows(), founderSheet, { place: (text) => readVillage(text, villages) });
  function decide(row: Row): Decision {
    const before = known.find(({ number }) => number === toCodeText(row.values.number));
    const proposed = proposeFounder(founderOf(row, { before, place: formation.place }));
    if (!proposed.ok)
      return { action: 'reject', errors: [{ key: proposed.refusal.field ?? '', code: proposed.refusal.code }] };
    if (before && !isChanged(before, proposed.value)) return { action: 'unchanged' };
    if (before) updates.push({ known: before, founder: proposed.value });
    else inserts.push(proposed.value);
    return { action: before ? 'update' : 'insert' };
  }
  const plan = await planImport({ spec: founderSheet, rows, decide });
  if (plan.inserted + plan.updated + plan.unchanged + plan.rejected === 0) {
    return refuse({ code: 'founders_empty', field: 'file' });
  }
  if (order.mode === 'check') return ok(plan);
  if (order.mode === 'all' && plan.rejected > 0) {
    return refuse({ code: 'founders_rejected', field: 'file', values: { count: plan.rejected } });
  }
  const reason = words['said.imported'][0];
  const written = await changePlan(tx, formation, {
    reason,
    write: () => write(tx, formation, { inserts, updates, reason }),
  });
  return written.ok ? ok(plan) : written;
}

async function write(
  tx: Tx,
  formation: FormationRow,
  change: {
    readonly inserts: readonly Founder[];
    readonly updates: readonly { readonly known: FounderRow; readonly founder: Founder }[];
    readonly reason: string;
  },
): Promise<boolean> {
  await recordFounders(tx, formation, change.inserts);
  for (const { known, founder } of change.updates) {
    const key = { county: formation.county, id: known.id, revision: known.revision };
    const at = { formationId: formation.id, founder };
    if (!(await correctFounder(tx, { key, reason: change.reason }, at))) return false;
  }
  return true;
}

/** A row as a founder; an empty cell leaves what is known, and an empty village is that of the plan. */
function founderOf(
  { values }: Row,
  known: { readonly before: FounderRow | undefined; readonly place: number },
): Founder {
  const { before, place } = known;
  const area = values.areaMu === undefined ? undefined : Number(values.areaMu);
  return {
    number: toCodeText(values.number),
    name: values.name,
    kind: values.kind as MemberKind,
    unitKind: (values.unitKind as UnitKind | undefined) ?? before?.unitKind ?? null,
    creditCode: values.creditCode ?? before?.creditCode ?? null,
    householdId: before?.householdId ?? null,
    memberPlace: values.memberPlace === undefined ? (before?.memberPlace ?? place) : Number(values.memberPlace),
    cashFen: values.cashFen ?? before?.cashFen ?? 0n,
    householdGrantFen: values.householdGrantFen ?? before?.householdGrantFen ?? 0n,
    croplandFen: values.croplandFen ?? before?.croplandFen ?? 0n,
    forestFen: values.forestFen ?? before?.forestFen ?? 0n,
    grasslandFen: values.grasslandFen ?? before?.grasslandFen ?? 0n,
    goodsFen: values.goodsFen ?? before?.goodsFen ?? 0n,
    areaMu: area ?? before?.areaMu ?? null,
    inKindNote: values.inKindNote ?? before?.inKindNote ?? null,
  };
}

const compared = ['number', 'name', 'kind', 'unitKind', 'creditCode', 'memberPlace', 'areaMu', 'inKindNote'] as const;

function isChanged(before: Founder, after: Founder): boolean {
  return (
    compared.some((key) => before[key] !== after[key]) ||
    capitalKinds.some((kind) => before[`${kind}Fen`] !== after[`${kind}Fen`])
  );
}

/** The founders as the sheet shows them. */
export async function founderRows(tx: Tx, formation: FormationRow): Promise<ExportRow[]> {
  const founders = await listFounders(tx, formation, todayInShanghai(tx.now));
  return founders.map((founder) => ({
    number: founder.number,
    name: founder.name,
    kind: founder.kind,
    unitKind: founder.unitKind,
    creditCode: founder.creditCode,
    memberPlace: String(founder.memberPlace),
    ...Object.fromEntries(capitalKinds.map((kind) => [`${kind}Fen`, founder[`${kind}Fen`] || null])),
    areaMu: founder.areaMu === null ? null : String(founder.areaMu),
    inKindNote: founder.inKindNote,
  }));
}

function readVillage(text: string, villages: ReadonlyMap<string, number | undefined>): Result<string, Refusal> {
  const name = text.trim();
  const named = villages.get(name);
  if (named !== undefined) return ok(String(named));
  if (villages.has(name)) return refuse({ code: 'place_ambiguous' });
  const code = parsePlace(name);
  return code.ok ? ok(String(code.value)) : refuse({ code: 'place_unknown' });
}

/** Villages by name; undefined for a name that several bear. */
async function listVillageNames(tx: Tx): Promise<ReadonlyMap<string, number | undefined>> {
  const { rows } = await sql<{ code: number; name: string; nameOfficial: string }>`
    select code, name, name_official from place where level = 'village' and ends_on is null limit 20000`.execute(tx.db);
  const byName = new Map<string, number | undefined>();
  for (const { code, name, nameOfficial } of rows) {
    for (const one of new Set([name, nameOfficial])) byName.set(one, byName.has(one) ? undefined : code);
  }
  return byName;
}
