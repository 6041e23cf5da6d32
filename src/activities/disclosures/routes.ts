import type { Subject } from '../../platform/access/rules.ts';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { findNotice } from '../../procedures/notices/public.ts';
import * as contract from './contract.ts';
import { drawItems, findPeriod, listPeriods, mayDraw } from './draw-store.ts';
import { type DisclosedItem, takenOf } from './figures-rules.ts';
import { groupRoutes } from './group-routes.ts';
import { listGroup } from './group-store.ts';
import { disclosureItems } from './items-rules.ts';
import { listOwed, type OwedPeriod } from './owed-store.ts';
import { disclosureLight } from './rules.ts';
import { sheetRoutes } from './sheet-routes.ts';
import { countVouchers, findUnit, listItemLines, type Unit } from './source-store.ts';
import { stepRoutes } from './step-routes.ts';
import * as store from './store.ts';

const acts = ['disclosure.propose', 'disclosure.check', 'disclosure.publish', 'disclosure.return', 'disclosure.export'];

const ownRoutes = [
  handle(contract.listDisclosures, async ({ tx, query }) => {
    const { limit, offset, year, ...filters } = query;
    const periods = await listPeriods(tx, year);
    const { rows, ...counts } = await listOwed(tx, filters, { periods, limit, offset });
    return ok({ ...counts, rows: [...rows] });
  }),

  handle(contract.getProposal, async ({ tx, query, decide, allowed }) => {
    const found = await findOwed(tx, query);
    if (!found || decide('disclosure.read', subjectOf(found.unit))) return refuse({ code: 'not_found' });
    const { unit, span } = found;
    if (!(await mayDraw(tx, unit.form))) return refuse({ code: 'disclosure_by_village' });
    const items = await drawItems(tx, unit, span);
    if (!items) return refuse({ code: 'disclosure_empty' });
    const id = (await store.findDisclosureId(tx, unit, span)) ?? null;
    return ok({
      ...(await heading(tx, unit, span)),
      id,
      state: 'open' as const,
      light: disclosureLight({ dueOn: span.dueOn, publishedOn: null }, todayInShanghai(tx.now)),
      publishedOn: null,
      items: withClasses(items),
      allowed: id === null ? allowed(['disclosure.propose'], subjectOf(unit)) : [],
    });
  }),

  handle(contract.listItemRows, async ({ tx, query, decide }) => {
    const found = await findOwed(tx, query);
    const item = disclosureItems.find(({ code }) => code === query.item);
    if (!found || !item || decide('disclosure.read', subjectOf(found.unit))) return refuse({ code: 'not_found' });
    const taken = takenOf(item);
    const { chart, accounts, rows, total } = await listItemLines(tx, { ...found, taken }, query);
    return ok({
      county: found.unit.county,
      chart: chart ?? null,
      accounts: accounts.map(({ code, opening, debit, credit, closing }) => {
        return { code, openingFen: opening, debitFen: debit, creditFen: credit, closingFen: closing };
      }),
      rows: rows.map(({ amount, memo, entryMemo, ...row }) => ({ ...row, amountFen: amount, memo: memo ?? entryMemo })),
      total,
    });
  }),

  handle(contract.proposeDisclosure, async ({ tx, body, decide }) => {
    const at = { place: body.place, ...(body.cooperativeId ? { organisationId: body.cooperativeId } : {}) };
    const refused = decide('disclosure.propose', at);
    if (refused) return refuse(refused);
    const found = await findOwed(tx, body);
    if (!found) return refuse({ code: 'disclosure_period', field: 'startsOn' });
    const { unit, span } = found;
    if (!(await mayDraw(tx, unit.form))) return refuse({ code: 'disclosure_by_village' });
    const items = await drawItems(tx, unit, span);
    if (!items) return refuse({ code: 'disclosure_empty' });
    const { county, place, cooperativeId, form } = unit;
    const drawn = { county, place, cooperativeId, form, ...span, id: body.id, items };
    try {
      await store.recordDisclosure(tx, drawn, todayInShanghai(tx.now));
    } catch (error) {
      if (isUniqueViolation(error, 'disclosure_once')) return refuse({ code: 'disclosure_known' });
      throw error;
    }
    return ok({ county, id: body.id });
  }),

  handle(contract.getDisclosure, async ({ tx, params, allowed }) => {
    const row = await store.findDisclosure(tx, params);
    const unit = row && (await findUnit(tx, row));
    if (!row || !unit) return refuse({ code: 'not_found' });
    const today = todayInShanghai(tx.now);
    const isOpen = (row.state === 'proposed' || row.state === 'checked') && (await mayDraw(tx, row.form));
    const notice = await findNotice(tx, { county: row.county, subjectType: 'disclosure', subjectId: row.id });
    return ok({
      ...(await heading(tx, unit, row)),
      id: row.id,
      revision: row.revision,
      state: row.state,
      light: disclosureLight(row, today),
      publishedOn: row.publishedOn,
      items: withClasses(contract.storedItems.parse(row.items)),
      digest: row.digest,
      changed: isOpen && (await store.findDigestNow(tx, row)) !== row.digest,
      madeOn: row.madeOn,
      makerName: row.makerName,
      checkedOn: row.checkedOn,
      checkerName: row.checkerName,
      signatures: [...(await store.listSignatures(tx, row))],
      group: [...(await listGroup(tx, row, today))],
      noticeId: row.noticeId,
      noticeState: row.noticeId === null ? null : (notice?.state ?? null),
      allowed: allowed(acts, subjectOf(unit)),
    });
  }),
];

export const routes: readonly Handler[] = [...ownRoutes, ...stepRoutes, ...groupRoutes, ...sheetRoutes];

interface Owed {
  readonly unit: Unit;
  readonly span: OwedPeriod;
}

/** Whose finances and of when: a unit that the reader may know of, and a period that is over. */
async function findOwed(tx: Tx, key: Parameters<typeof findPeriod>[1] & { place: number; cooperativeId?: string }) {
  const unit = await findUnit(tx, { place: key.place, cooperativeId: key.cooperativeId ?? null });
  const span = await findPeriod(tx, key);
  return unit && span && ({ unit, span } satisfies Owed);
}

function subjectOf({ place, cooperativeId }: Pick<Unit, 'place' | 'cooperativeId'>): Subject {
  return cooperativeId === null ? { place } : { place, organisationId: cooperativeId };
}

async function heading(tx: Tx, unit: Unit, span: Omit<OwedPeriod, 'busy'>) {
  const { county, place, placeName, cooperativeId, name, form } = unit;
  const { period, startsOn, endsOn, dueOn } = span;
  const vouchers = await countVouchers(tx, unit, span);
  return { county, place, placeName, cooperativeId, name, form, period, startsOn, endsOn, dueOn, vouchers };
}

function withClasses(items: readonly DisclosedItem[]) {
  return items.map((item) => ({
    ...item,
    class: disclosureItems.find(({ code }) => code === item.code)?.class ?? 'other',
  }));
}
