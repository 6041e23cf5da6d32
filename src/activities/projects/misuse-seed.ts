import { accountOf, type FundPayment, moveFunds, payMany } from '../../ledgers/funds/public.ts';
import { digestOf } from '../../platform/db/digest.ts';
import { recordMany, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { attachDemoPhoto } from '../../platform/files/seed.ts';
import { seededId } from '../../platform/pure/ids.ts';
import { addDays, atNine, localDate } from '../../platform/pure/period.ts';
import { countyOf, placeOf } from '../../platform/pure/place.ts';
import type { AlertRule } from './alert-fact-rules.ts';
import { findHouseholdKey, listMisuseCast } from './cast-store.ts';
import { type DemoPeople, type DemoPlan, type DemoProject, demoStartDays, moneyOf, takeProject } from './chain-seed.ts';
import { countContract, listContracts } from './contract-store.ts';
import {
  type Case,
  type DemoMisuse,
  type Draft,
  honestPayments,
  type Making,
  paperCases,
  registerCases,
  type Site,
  siteAt,
  timeCases,
} from './misuse-case-seed.ts';
import { orderContent } from './order-rules.ts';
import { countProject, findProject } from './store.ts';

/** A case that the detectors have to find: its rule, and `county/id` of what it is about. */
export interface PlantedCase {
  readonly rule: AlertRule;
  readonly entries: readonly string[];
}

/**
 * Pays the households and suppliers of villages out of the grant as they should be, and among them the cases of misuse
 * (quality list 105 to 111) that the detectors have to find: those that its registers and villages have room for. Villages without an account are left out. Returns what was planted.
 */
export async function seedMisuse(opened: Tx, demo: DemoMisuse): Promise<readonly PlantedCase[]> {
  const tx = { ...opened, actor: { ...opened.actor, accountId: demo.people.finance } };
  const sites = await openSites(tx, demo);
  const day = localDate(`${demo.year}-09-10`);
  const cast = await listMisuseCast(
    tx,
    sites.map(({ place }) => place),
    day,
  );
  const guilty = new Set([...cast.dead, ...cast.cadres].map(({ id }) => id));
  const plain = sites.map((site) => ({
    ...site,
    households: site.households.filter(({ id }) => !guilty.has(id)),
  }));
  const making = { demo, sites: plain, cast, day, next: () => seededId(atNine(day).getTime(), demo.random) };
  const cases = [...paperCases(making), ...registerCases(making), ...timeCases(making)];
  await shareCards(onDay(tx, day), cases);
  const honest = plain.flatMap((site) => honestPayments(making, site));
  const ids = await pay(tx, making, [...honest, ...cases.flatMap(({ drafts }) => drafts)]);
  const moved = await moveAndBack(tx, making);
  const entriesOf = (drafts: readonly Draft[]) => drafts.flatMap((one) => ids.get(one) ?? []);
  return [...cases.map(({ rule, drafts }) => ({ rule, entries: entriesOf(drafts) })), ...moved];
}

/** Each village with its money and a project for its households, which has been through its steps before it pays. */
async function openSites(tx: Tx, demo: DemoMisuse): Promise<readonly Site[]> {
  const { random, year, people } = demo;
  const sites: Site[] = [];
  const proposedOn = localDate(`${year}-04-18`);
  for (const [at, village] of demo.villages.entries()) {
    const { place, households } = village;
    const money = await moneyOf(tx, place, addDays(proposedOn, demoStartDays));
    if (!money) continue;
    const delivery = {
      party: `${households[1]?.name ?? ''}饲草料供应站`,
      amountFen: 1_017_300n + BigInt(Math.floor(random() * 5_000)) * 100n,
    };
    const plan = {
      ...{ name: '到户产业扶持', kind: 'breeding', purpose: 'industry', budgetFen: 20_000_000n },
      ...{ content: '扶持农牧户发展养殖，统一购买饲草料和仔畜', plannedThrough: localDate(`${year + 1}-12-31`) },
      ...{ party: delivery.party, contractFen: delivery.amountFen },
    } satisfies DemoPlan;
    const project = {
      ...{ place, plan, proposedOn, money, stage: 'started', number: `${year}-户${at + 1}`, villagers: households },
      ...{ households: households.length, poorHouseholds: households.filter(({ poor }) => poor).length },
    } satisfies DemoProject;
    const { id: projectId, contract } = await takeProject(tx, project, { random, people });
    if (!contract) throw new Error('a demo project that pays has started');
    const promise = { contractId: contract.id, commitmentId: contract.commitmentId };
    sites.push({
      ...village,
      ...money,
      county: countyOf(placeOf(place)),
      projectId,
      delivery: { ...delivery, promise },
    });
  }
  return sites;
}

/** Puts two households on one card and two on one telephone, and gives one a card that is not the one paid to. */
async function shareCards(tx: Tx, cases: readonly Case[]): Promise<void> {
  const card = { of: 'bank_card', value: '6228480017760152238', shown: '6228 **** 2238' } as const;
  const phone = { of: 'phone', value: '13904770152', shown: '139****0152' } as const;
  const changes = {
    shared_account: card,
    other_account: { ...card, value: '6228480017760159915', shown: '6228 **** 9915' },
    same_phone: phone,
  };
  for (const [rule, { of, value, shown }] of Object.entries(changes)) {
    for (const { payee } of cases.filter((one) => one.rule === rule).flatMap(({ drafts }) => drafts)) {
      const sealed = { [of]: tx.vault.seal(value), [`${of}_hash`]: tx.vault.fingerprint(of, value) };
      const set = { ...sealed, [`${of}_masked`]: shown };
      const key = await findHouseholdKey(tx, payee);
      if (!key || !(await revise(tx, 'household', { key, set, reason: '登记联系方式' })))
        throw new Error('a demo household is there');
    }
  }
}

/** What happened on a day became known on it. */
function onDay(tx: Tx, day: string): Tx {
  return { ...tx, now: atNine(day) };
}

/** Posts all payments in the order of their days, and the orders of those with an invoice; their ids by draft. */
async function pay(tx: Tx, { demo, next }: Making, drafts: readonly Draft[]): Promise<ReadonlyMap<Draft, string>> {
  const { village: makerId, township: checkerId } = demo.people;
  const sorted = drafts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const ids = new Map<Draft, string>();
  const [payments, orders]: [FundPayment[], ReturnType<typeof orderRow>[]] = [[], []];
  const photographed: { readonly draft: Draft; readonly orderId: string }[] = [];
  for (const draft of sorted) {
    const [id, orderId] = [next(), next()];
    const { at, payee, amountFen } = draft;
    ids.set(draft, `${at.county}/${id}`);
    if (draft.photographed) photographed.push({ draft, orderId });
    if (draft.invoice !== undefined) orders.push(orderRow(draft, { id: orderId, paymentId: id, people: demo.people }));
    payments.push({
      ...{ id, account: at.account, documentId: at.documentId, amountFen, occurredOn: draft.on, purpose: 'industry' },
      ...{ payee: { ...payee, ...(draft.bankTail === undefined ? {} : { bankTail: draft.bankTail }) } },
      ...{
        usedAt: at.place,
        project: { county: at.county, id: at.projectId },
        memo: memoOf(draft),
        makerId,
        checkerId,
      },
      ...(draft.contracted ? at.delivery.promise : {}),
      source: { type: draft.invoice === undefined ? 'demo' : 'payment_order', id: orderId },
    });
  }
  for (const [day, some] of Map.groupBy(payments, ({ occurredOn }) => occurredOn)) {
    const posted = await payMany(onDay(tx, day), some);
    if (!posted.ok) throw new Error(`a demo payment is refused: ${posted.refusal.code}`);
  }
  for (const [day, some] of Map.groupBy(orders, ({ paid_on }) => paid_on))
    await recordMany(onDay(tx, day), 'payment_order', some);
  for (const { draft, orderId } of photographed) {
    const { county, place } = draft.at;
    const site = { id: next(), place, subject: { county, table: 'payment_order', id: orderId } };
    await attachDemoPhoto(onDay(tx, draft.on), site, '棚圈竣工.jpg');
  }
  for (const [at, paid] of Map.groupBy(drafts, ({ at }) => at)) await count(tx, at, paid);
  return ids;
}

/** What the project and its contract have been paid. */
async function count(tx: Tx, at: Site, paid: readonly Draft[]): Promise<void> {
  const sumOf = (some: readonly Draft[]) => some.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  const project = await findProject(tx, { county: at.county, id: at.projectId });
  if (!project) throw new Error('a demo project is there');
  await countProject(tx, project, { paidFen: sumOf(paid), reason: 'paid' });
  for (const contract of await listContracts(tx, project))
    await countContract(tx, contract, sumOf(paid.filter(({ contracted }) => contracted)));
}

function memoOf({ payee }: Draft): string {
  return payee.kind === 'household' ? '到户产业补助' : '购买饲草料和仔畜';
}

function orderRow(draft: Draft, of: { readonly id: string; readonly paymentId: string; readonly people: DemoPeople }) {
  const { at, payee, amountFen, on, invoice = null } = draft;
  const contractId = draft.contracted ? at.delivery.promise.contractId : null;
  const content = {
    ...{ id: of.id, projectId: at.projectId, contractId, accountId: at.account.id, documentId: at.documentId },
    ...{ purpose: 'industry', spentOn: 'expense' as const, amountFen, payeeKind: 'enterprise' as const },
    ...{
      payeeCounty: null,
      payeeId: null,
      payeeName: payee.name,
      bankTail: null,
      invoiceNumber: invoice,
      invoicedOn: on,
    },
  };
  return {
    ...{ county: at.county, id: of.id, place: at.place, cooperative_id: null, project_id: at.projectId },
    ...{ contract_id: contractId, purpose: 'industry', spent_on: 'expense', account_county: at.account.county },
    ...{ account_id: at.account.id, document_id: at.documentId, amount_fen: amountFen, payee_kind: 'enterprise' },
    ...{ payee_county: null, payee_id: null, payee_name: payee.name, bank_tail: null, invoice_number: invoice },
    ...{ invoiced_on: on, memo: memoOf(draft), asked_on: on, window_fen: amountFen, approvals: 1, state: 'paid' },
    ...{ digest: digestOf(orderContent(content)), made_by: of.people.village, first_by: of.people.township },
    ...{ second_by: null, third_by: null, paid_on: on, paid_by: of.people.finance, payment_id: of.paymentId },
    ...{ voucher_id: null, ended_reason: null },
  };
}

/** A village sends money back to the office it came from and gets the same again. */
async function moveAndBack(tx: Tx, making: Making): Promise<readonly PlantedCase[]> {
  const { demo, day, next } = making;
  const { account, documentId, place } = siteAt(making, 8);
  const upper = await accountOf(tx, { kind: 'office', place: Math.floor(place / 100_000_000) * 100_000_000 });
  if (!upper) return [];
  const [out, back] = [next(), next()];
  const same = { documentId, amountFen: 1_733_300n, makerId: demo.people.village, checkerId: demo.people.township };
  const moves = [
    { id: out, kind: 'return' as const, from: account, to: upper, occurredOn: day, memo: '结余上缴' },
    { id: back, kind: 'allocation' as const, from: upper, to: account, occurredOn: addDays(day, 21), memo: '重新下达' },
  ];
  const moved = await moveFunds(
    onDay(tx, addDays(day, 21)),
    moves.map((one) => ({ ...one, ...same, source: { type: 'demo', id: one.id } })),
  );
  if (!moved.ok) throw new Error(`a demo movement is refused: ${moved.refusal.code}`);
  return [{ rule: 'moved_and_back', entries: [`${account.county}/${out}`, `${upper.county}/${back}`] }];
}
