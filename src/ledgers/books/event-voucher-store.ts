import type { Tx } from '../../platform/db/transact.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { findMembership } from '../../registers/cooperatives/public.ts';
import { subKinds } from './chart-rules.ts';
import { type EventFields, eventName } from './event-contract.ts';
import { eventsElsewhere, eventTemplates } from './event-kinds-rules.ts';
import { type EventFacts, type EventTemplate, isCounted, partiesOf, writeLines } from './event-rules.ts';
import type { BookRow } from './store.ts';
import type { VoucherLine } from './voucher-rules.ts';

/** An event reduced to what its template asks for, with the lines of its voucher. */
export interface ProposedEvent {
  readonly memo: string;
  readonly amounts: EventFacts['amounts'];
  readonly choices: EventFacts['choices'];
  readonly parties: EventFields['parties'];
  readonly lines: readonly VoucherLine[];
}

/** Writes the voucher of an event by its template; writes nothing down. */
export async function proposeEvent(
  tx: Tx,
  book: BookRow,
  event: EventFields & { readonly kind: string },
): Promise<Result<ProposedEvent, Refusal>> {
  const template = eventTemplates.get(event.kind);
  if (!template) return refuse({ code: 'event_kind_unknown', field: 'kind' });
  if (eventsElsewhere.has(event.kind)) return refuse({ code: 'event_elsewhere', field: 'kind' });
  const facts = factsOf(template, event);
  const written = writeLines(template, book.chart, facts);
  if (!written.ok) return written;
  const refused = await refuseMember(tx, book, { event, template });
  if (refused) return refuse(refused);
  const asked = partiesOf(template, facts.choices, book.chart).map((party) => `${party}Sub` as const);
  const memo = event.memo ?? `${eventName(event.kind)[0]}${event.product ?? ''}`;
  return ok({
    ...{ memo, amounts: facts.amounts, choices: facts.choices },
    parties: Object.fromEntries(asked.flatMap((key) => (event.parties[key] ? [[key, event.parties[key]]] : []))),
    lines: written.value.map(({ code, sub, amountFen }) => ({
      ...{ memo, code, sub },
      ...{ debitFen: amountFen > 0n ? amountFen : 0n, creditFen: amountFen < 0n ? -amountFen : 0n },
      quantity: isCounted(book.chart, code) ? event.quantity : null,
    })),
  });
}

function factsOf(template: EventTemplate, event: EventFields): EventFacts {
  const chosen = Object.keys(template.choices ?? {}) as (keyof EventFacts['choices'])[];
  return {
    amounts: Object.fromEntries(template.amounts.map((name) => [name, event.amounts[name] ?? 0n])),
    choices: Object.fromEntries(chosen.map((choice) => [choice, event.choices[choice]])),
    parties: Object.fromEntries(subKinds.map((party) => [party, event.parties[`${party}Sub`]])),
  };
}

/** A trade is one with somebody who was a member on that day. */
async function refuseMember(
  tx: Tx,
  { county, cooperativeId }: BookRow,
  { event, template }: { readonly event: EventFields; readonly template: EventTemplate },
): Promise<Refusal | undefined> {
  if (!template.patronage) return undefined;
  const field = 'parties.memberSub';
  const id = event.parties.memberSub;
  if (id === undefined) return { code: 'event_party_missing', field };
  const member = await findMembership(tx, { county, id });
  const day = event.occurredOn;
  const isMember =
    member?.cooperativeId === cooperativeId &&
    member.joinedOn <= day &&
    (member.leftOn === null || day < member.leftOn);
  return isMember ? undefined : { code: 'trade_member', field };
}
