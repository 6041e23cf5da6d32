import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { proxyRuleOf } from './law-rules.ts';
import { membersNotOn } from './meeting-store.ts';
import * as contract from './roll-contract.ts';
import { listRoll, type Mark, markAttendance, type RollRow, recordRoll, strike } from './roll-store.ts';
import { subjectOf } from './rules.ts';
import * as store from './store.ts';
import { countQuorum } from './vote-rules.ts';
import { words } from './words.ts';

export const routes: readonly Handler[] = [
  handle(contract.listRoll, async ({ tx, params, allowed }) => {
    const assembly = await store.findAssembly(tx, params);
    if (!assembly) return refuse({ code: 'not_found' });
    const rows = (await listRoll(tx, params)).map(({ membershipId: _m, householdId: _h, ...row }) => row);
    const acts = assembly.state === 'called' ? allowed(['assembly.call'], subjectOf(assembly)) : [];
    return ok({ rows, allowed: acts });
  }),

  handle(contract.fillRoll, async ({ tx, params, decide }) => {
    const held = await holdRoll(tx, params, decide);
    if (!held.ok) return held;
    const missing = await membersNotOn(tx, held.value, await listRoll(tx, params));
    await recordRoll(tx, held.value, missing);
    return ok({ added: missing.length });
  }),

  handle(contract.addToRoll, async ({ tx, params, body, decide }) => {
    const held = await holdRoll(tx, params, decide);
    if (!held.ok) return held;
    const roll = await listRoll(tx, params);
    const known = new Set(roll.map(({ name }) => name));
    const twice = body.people.find(
      ({ name }, at) => known.has(name) || body.people.findIndex((p) => p.name === name) < at,
    );
    if (twice) return refuse(refusal('roll_name_twice', 'people', { name: twice.name }));
    const last = Math.max(0, ...roll.map(({ number }) => Number.parseInt(number, 10) || 0));
    const entries = body.people.map((person, at) => ({ ...person, number: String(last + at + 1).padStart(3, '0') }));
    await recordRoll(tx, held.value, entries);
    return ok({ added: entries.length });
  }),

  handle(contract.strikeFromRoll, async ({ tx, params, body, decide }) => {
    const held = await holdRoll(tx, params, decide);
    if (!held.ok) return held;
    const done = await strike(tx, held.value, { id: body.attendanceId, reason: body.reason });
    return done ? ok(params) : refuse({ code: 'not_found' });
  }),

  handle(contract.markRoll, async ({ tx, params, body, decide }) => {
    const held = await holdRoll(tx, params, decide);
    if (!held.ok) return held;
    const wrong = checkMarks(held.value, body.marks, await listRoll(tx, params));
    if (wrong) return refuse(wrong);
    for (const mark of body.marks) {
      const change = { mark: cleaned(mark), reason: words['said.marked'][0] };
      if (!(await markAttendance(tx, held.value, change))) return refuse({ code: 'stale' });
    }
    return ok({ marked: body.marks.length });
  }),

  handle(contract.countAttendance, async ({ tx, params, body, decide }) => {
    const held = await holdOpen(tx, params, decide);
    if (!held.ok) return held;
    const assembly = held.value;
    if (assembly.rollKind !== 'counted') return refuse({ code: 'assembly_roll_kind' });
    const { form, organ, heldOn } = assembly;
    const counted = countQuorum({ form, organ, on: heldOn }, body);
    if (!counted.ok) return counted;
    const { revision, ...counts } = body;
    const change = { key: { ...params, revision }, reason: words['said.marked'][0] };
    return (await store.recordCounts(tx, change, counts)) ? ok(params) : refuse({ code: 'stale' });
  }),
];

type Decide = (act: string, subject: ReturnType<typeof subjectOf>) => Refusal | undefined;
interface Key {
  readonly county: number;
  readonly id: string;
}

/** The open meeting, for somebody who may call it. */
export async function holdOpen(tx: Tx, key: Key, decide: Decide): Promise<Result<store.AssemblyRow, Refusal>> {
  const held = await store.holdOpenAssembly(tx, key);
  const assembly = held ?? (await store.findAssembly(tx, key));
  if (!assembly) return refuse({ code: 'not_found' });
  const refused = decide('assembly.call', subjectOf(assembly));
  if (refused) return refuse(refused);
  return held ? ok(held) : refuse({ code: 'assembly_over' });
}

async function holdRoll(tx: Tx, key: Key, decide: Decide): Promise<Result<store.AssemblyRow, Refusal>> {
  const held = await holdOpen(tx, key, decide);
  if (held.ok && held.value.rollKind !== 'named') return refuse({ code: 'assembly_roll_kind' });
  return held;
}

/** Proxies as the law of the form has them, and nobody represents more persons than the charter allows. */
function checkMarks(
  assembly: store.AssemblyRow,
  marks: readonly Mark[],
  roll: readonly RollRow[],
): Refusal | undefined {
  const proxies = marks.filter(({ mode }) => mode === 'proxy');
  if (proxies.length === 0) return undefined;
  const rule = proxyRuleOf(assembly.form);
  if (rule === 'none' || (rule === 'charter' && assembly.proxyLimit === 0))
    return refusal('proxy_not_allowed', 'marks');
  if (proxies.some(({ proxyName }) => proxyName === null)) return refusal('proxy_name_missing', 'marks');
  const marked = new Map(marks.map((mark) => [mark.id, mark.mode === 'proxy' ? mark.proxyName : null]));
  const names = roll
    .map((row) => (marked.has(row.id) ? marked.get(row.id) : row.proxyName))
    .filter((name) => name != null);
  const most = rule === 'charter' ? assembly.proxyLimit : names.length;
  const over = names.find((name) => names.filter((other) => other === name).length > most);
  return over === undefined ? undefined : refusal('proxy_too_many', 'marks', { name: over, most });
}

/** A name of a proxy stands only where there is one. */
function cleaned(mark: Mark): Mark {
  return { ...mark, proxyName: mark.mode === 'proxy' ? mark.proxyName : null };
}
