import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { speak } from '../../platform/words.ts';
import { findCooperative } from '../../registers/cooperatives/public.ts';
import { nameSubs } from './account-store.ts';
import * as contract from './event-contract.ts';
import type { PartyKey } from './event-rules.ts';
import * as store from './event-store.ts';
import { eventSheet } from './sheet-contract.ts';
import { exportBook, mostExported, titleOf } from './sheet-store.ts';
import { findBook } from './store.ts';
import { words } from './words.ts';

export const eventRoutes: readonly Handler[] = [
  handle(contract.listEvents, async ({ tx, params, query }) => {
    const book = await findBook(tx, params);
    return book ? ok(await store.listEvents(tx, book, query)) : refuse({ code: 'not_found' });
  }),

  handle(contract.exportEvents, async ({ tx, params, query, language }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const listed = await store.listEvents(tx, book, { ...query, limit: mostExported, offset: 0 });
    const rows = listed.rows.map(({ occurredOn, memo, product, quantity, unit, totalFen, ...event }) => ({
      ...{ occurredOn, memo, product, quantity, unit, kind: speak(contract.eventName(event.kind), language) },
      ...{ amount: totalFen, series: event.series, number: event.number, state: event.state },
      madeByName: event.madeByName,
    }));
    const title = await titleOf(tx, book, speak(words['event.title'], language));
    return ok(await exportBook(tx, book, { spec: eventSheet, rows, title, language }));
  }),

  handle(contract.getEvent, async ({ tx, params, allowed }) => {
    const event = await store.findEvent(tx, params);
    const book = event && (await findBook(tx, { county: event.county, id: event.bookId }));
    if (!event || !book) return refuse({ code: 'not_found' });
    const cooperative = await findCooperative(tx, { county: book.county, id: book.cooperativeId });
    const parties = Object.entries(event.parties) as [PartyKey, string][];
    const names = await nameSubs(
      tx,
      book.county,
      parties.map(([, sub]) => sub),
    );
    return ok({
      ...event,
      ...{ chart: book.chart, cooperativeName: cooperative?.name ?? '' },
      partyNames: Object.fromEntries(parties.map(([key, sub]) => [key, names.get(sub) ?? ''])),
      allowed: event.state === 'draft' ? allowed(['event.record'], subjectOf(event)) : [],
    });
  }),

  handle(contract.recordEvent, async ({ tx, params, body, decide }) => {
    const book = await findBook(tx, params);
    if (!book) return refuse({ code: 'not_found' });
    const barred = decide('event.record', subjectOf(book));
    if (barred) return refuse(barred);
    const { eventId: id, ...event } = body;
    const recorded = await store.recordEvent(tx, book, { ...event, id });
    return recorded.ok ? ok({ county: book.county, id, voucherId: recorded.value.voucherId }) : recorded;
  }),

  handle(contract.correctEvent, async ({ tx, params, body, decide }) => {
    const event = await store.findEvent(tx, params);
    const book = event && (await findBook(tx, { county: event.county, id: event.bookId }));
    if (!event || !book) return refuse({ code: 'not_found' });
    const barred = decide('event.record', subjectOf(event));
    if (barred) return refuse(barred);
    const { revision, reason, ...fields } = body;
    const corrected = await store.correctEvent(tx, { event, book }, { fields, revision, reason });
    return corrected.ok ? ok(params) : corrected;
  }),

  handle(contract.withdrawEvent, async ({ tx, params, body, decide }) => {
    const event = await store.findEvent(tx, params);
    if (!event) return refuse({ code: 'not_found' });
    const barred = decide('event.record', subjectOf(event));
    if (barred) return refuse(barred);
    const withdrawn = await store.withdrawEvent(tx, event, body);
    return withdrawn.ok ? ok(params) : withdrawn;
  }),
];

function subjectOf({ place, cooperativeId }: { readonly place: number; readonly cooperativeId: string }) {
  return { place, organisationId: cooperativeId };
}
