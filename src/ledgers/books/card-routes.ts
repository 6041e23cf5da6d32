import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import {
  compare,
  localDate,
  localMonth,
  type Month,
  monthOf,
  shiftMonth,
  todayInShanghai,
} from '../../platform/pure/period.ts';
import { ok, type Refusal, refuse } from '../../platform/pure/result.ts';
import { speak } from '../../platform/words.ts';
import { findAsset } from '../../registers/assets/public.ts';
import { knownSubs } from './account-store.ts';
import * as contract from './card-contract.ts';
import { firstMonth, proposeCard, schedule } from './card-rules.ts';
import * as store from './card-store.ts';
import { listCharges, prepareDepreciation } from './charge-store.ts';
import { cardSheet } from './sheet-contract.ts';
import { exportBook, mostExported, titleOf } from './sheet-store.ts';
import { type BookRow, findBook } from './store.ts';
import { words } from './words.ts';

export const cardRoutes: readonly Handler[] = [
  handle(contract.listCards, async ({ tx, params, query }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const { rows, total } = await store.listCards(tx, book, query);
    return ok({ rows: rows.map(toView), total });
  }),

  handle(contract.exportCards, async ({ tx, params, query, language }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const listed = await store.listCards(tx, book, { ...query, limit: mostExported, offset: 0 });
    const rows = listed.rows.map(({ costFen, residualFen, chargedFen, ...card }) => ({
      ...{ name: card.name, kind: card.kind, subsidiaryName: card.subsidiaryName, addedOn: card.addedOn },
      ...{ cost: costFen, residual: residualFen, charged: chargedFen, method: card.method },
      ...{ lifeMonths: card.lifeMonths, lifeUnits: Number(card.lifeUnits), disposedOn: card.disposedOn },
    }));
    const title = await titleOf(tx, book, speak(words['card.title'], language));
    return ok(await exportBook(tx, book, { spec: cardSheet, rows, title, language }));
  }),

  handle(contract.getCard, async ({ tx, params, allowed }) => {
    const card = await store.findCard(tx, params);
    const book = card && (await findBook(tx, { county: card.county, id: card.bookId }));
    if (!card || !book) return refuse({ code: 'not_found' });
    const months = await monthsOf(tx, book, card);
    const asset = card.assetId === null ? undefined : await findAsset(tx, { county: card.county, id: card.assetId });
    return ok({
      ...toView(card),
      assetName: asset?.name ?? null,
      months,
      allowed: allowed(['card.record'], subjectOf(card)),
    });
  }),

  handle(contract.recordCard, async ({ tx, params, body, decide }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const { cardId: id, ...fields } = toFields(body);
    const refused = decide('card.record', subjectOf(book)) ?? (await refuseCard(tx, book, fields));
    if (refused) return refuse(refused);
    await store.recordCard(tx, book, { ...fields, id });
    return ok({ county: book.county, id });
  }),

  handle(contract.correctCard, async ({ tx, params, body, decide }) => {
    const card = await store.findCard(tx, params);
    const book = card && (await findBook(tx, { county: card.county, id: card.bookId }));
    if (!card || !book) return refuse({ code: 'not_found' });
    const { revision, reason, ...fields } = toFields(body);
    const refused = decide('card.record', subjectOf(card)) ?? (await refuseCard(tx, book, fields));
    if (refused) return refuse(refused);
    const done = await store.correctCard(tx, { ...params, revision }, { fields, reason });
    return done ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.withdrawCard, async ({ tx, params, body, decide }) => {
    const card = await store.findCard(tx, params);
    if (!card) return refuse({ code: 'not_found' });
    const barred = decide('card.record', subjectOf(card));
    if (barred) return refuse(barred);
    const done = await store.withdrawCard(tx, { ...params, revision: body.revision }, body.reason);
    return done.ok ? ok(params) : done;
  }),

  handle(contract.recordUse, async ({ tx, params, body, decide }) => {
    const card = await store.findCard(tx, params);
    const book = card && (await findBook(tx, { county: card.county, id: card.bookId }));
    if (!card || !book) return refuse({ code: 'not_found' });
    const barred = decide('card.record', subjectOf(card));
    if (barred) return refuse(barred);
    if (card.method !== 'units') return refuse({ code: 'card_use_unwanted', field: 'month' });
    if (body.month <= book.closedThrough.slice(0, 7) || body.month > todayInShanghai(tx.now).slice(0, 7))
      return refuse({ code: 'card_use_month', field: 'month' });
    const [reason] = words['card.useCorrected'];
    const use = { id: body.useId, month: body.month, units: BigInt(body.units), reason };
    const recorded = await store.recordUse(tx, card, use);
    return recorded.ok ? ok(params) : recorded;
  }),

  handle(contract.prepareDepreciation, async ({ tx, params, body, decide }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const barred = decide('voucher.record', subjectOf(book));
    if (barred) return refuse(barred);
    return prepareDepreciation(tx, book, localMonth(body.month));
  }),
];

/** What is wrong with a card: its figures, the kind of assets it names, the asset it is tied to. */
async function refuseCard(tx: Tx, book: BookRow, fields: store.CardFields): Promise<Refusal | undefined> {
  const { county, place, chart } = book;
  const proposed = proposeCard(fields, { chart, today: todayInShanghai(tx.now) });
  if (!proposed.ok) return proposed.refusal;
  const subs = await knownSubs(tx, book, [fields.subsidiaryId]);
  if (subs.get(fields.subsidiaryId) !== 'asset') return { code: 'card_subsidiary', field: 'subsidiaryId' };
  if (fields.assetId === null) return undefined;
  const asset = await findAsset(tx, { county, id: fields.assetId });
  return asset?.place === place ? undefined : { code: 'card_asset', field: 'assetId' };
}

/** The months of a card through the last one that is over: as booked, else as they are due. */
async function monthsOf(tx: Tx, book: BookRow, card: store.CardRow) {
  const through: Month = shiftMonth(monthOf(localDate(todayInShanghai(tx.now))), -1);
  const uses = (await store.listUses(tx, book)).get(card.id) ?? [];
  const units = new Map(uses.map((use) => [String(use.month), Number(use.units)]));
  const charges = new Map((await listCharges(tx, book, card.id)).map((charge) => [charge.month, charge]));
  const lines = schedule(card, { through, uses });
  const from = firstMonth(book.startsOn);
  const due = new Map((lines.ok ? lines.value : []).map((line) => [String(line.month), line.amountFen]));
  const months = [...new Set([...due.keys(), ...charges.keys()])].sort();
  return months.map((month) => ({
    ...{ month, amountFen: charges.get(month)?.amountFen ?? due.get(month) ?? 0n, units: units.get(month) ?? null },
    ...{ voucherId: charges.get(month)?.voucherId ?? null, opening: compare(localMonth(month), from) < 0 },
  }));
}

function toFields<T extends { readonly lifeUnits: number }>(body: T) {
  return { ...body, lifeUnits: BigInt(body.lifeUnits) };
}

function toView<T extends { readonly lifeUnits: bigint }>(card: T) {
  return { ...card, lifeUnits: Number(card.lifeUnits) };
}

function subjectOf({ place, cooperativeId }: { readonly place: number; readonly cooperativeId: string }) {
  return { place, organisationId: cooperativeId };
}
