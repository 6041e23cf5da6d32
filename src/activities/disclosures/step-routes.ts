import type { Subject } from '../../platform/access/rules.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Call, type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { speak } from '../../platform/words.ts';
import { openNotice, withdrawNotice } from '../../procedures/notices/public.ts';
import type { NoticeCell, NoticeColumn, NoticePair } from '../../procedures/notices/rules.ts';
import * as contract from './contract.ts';
import { drawAnew, mayDraw } from './draw-store.ts';
import type { DisclosedItem } from './figures-rules.ts';
import { listGroup } from './group-store.ts';
import { proposeCheck, proposePublication } from './rules.ts';
import { periodName, printItem } from './sheet-routes.ts';
import { findUnit, type Unit } from './source-store.ts';
import * as store from './store.ts';
import { words } from './words.ts';

export const stepRoutes: readonly Handler[] = [
  handle(contract.refreshDisclosure, async ({ tx, params, body, decide }) => {
    const row = await store.findDisclosure(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('disclosure.propose', subjectOf(row));
    if (refused) return refuse(refused);
    if (row.state !== 'proposed' && row.state !== 'returned') return refuse({ code: 'disclosure_state' });
    if (!(await mayDraw(tx, row.form))) return refuse({ code: 'disclosure_by_village' });
    const items = await drawAnew(tx, row);
    if (!items) return refuse({ code: 'disclosure_empty' });
    const key = { ...params, revision: body.revision };
    const done = await store.redraw(tx, key, { ...row, items, madeOn: todayInShanghai(tx.now) });
    return done ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.remarkItem, async ({ tx, params, body, decide }) => {
    const row = await store.findDisclosure(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('disclosure.propose', subjectOf(row));
    if (refused) return refuse(refused);
    if (row.state !== 'proposed') return refuse({ code: 'disclosure_state' });
    const items = contract.storedItems
      .parse(row.items)
      .map((item) => (item.code === body.item ? { ...item, remark: body.remark } : item));
    const done = await store.remarkItems(tx, { ...params, revision: body.revision }, { ...row, items });
    return done ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.checkDisclosure, async ({ tx, actor, params, body, decide }) => {
    const row = await store.findDisclosure(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('disclosure.check', { ...subjectOf(row), makerId: row.madeBy });
    const isOwn = refused?.code === 'own_work' || row.recordedBy === actor.accountId;
    if (refused && !isOwn) return refuse(refused);
    if (isOwn) return refuse({ code: 'disclosure_two_people' });
    const members = (await listGroup(tx, row, body.signedOn)).map(({ id }) => id);
    const digestNow = await store.findDigestNow(tx, row);
    const proposed = proposeCheck({ ...row, ...body, digestNow, members, today: todayInShanghai(tx.now) });
    if (!proposed.ok) return proposed;
    return (await store.checkDisclosure(tx, row, body)) ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.publishDisclosure, publish),

  handle(contract.returnDisclosure, async ({ tx, params, body, decide }) => {
    const row = await store.findDisclosure(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('disclosure.return', subjectOf(row));
    if (refused) return refuse(refused);
    if (row.state === 'returned') return refuse({ code: 'disclosure_state' });
    if (!(await store.returnDisclosure(tx, { ...params, revision: body.revision }, body.reason))) {
      return refuse({ code: 'stale' });
    }
    if (row.state === 'published') await withdrawNotice(tx, noticeSubject(row), body.reason);
    return ok(params);
  }),
];

type Hung = Result<{ readonly noticeId: string; readonly endsOn: string }, Refusal>;

async function publish({ tx, params, body, decide }: Call<typeof contract.publishDisclosure>): Promise<Hung> {
  const row = await store.findDisclosure(tx, params);
  if (!row) return refuse({ code: 'not_found' });
  const refused = decide('disclosure.publish', subjectOf(row));
  if (refused) return refuse(refused);
  if (!(await mayDraw(tx, row.form))) return refuse({ code: 'disclosure_by_village' });
  const proposed = proposePublication({ ...row, digestNow: await store.findDigestNow(tx, row) });
  if (!proposed.ok) return proposed;
  return hang(tx, { ...row, revision: body.revision }, body.contact ?? undefined);
}

/** Puts a checked disclosure up as a notice over exactly its items. */
export async function hang(tx: Tx, row: store.DisclosureRow, contact: string | undefined): Promise<Hung> {
  const unit = await findUnit(tx, row);
  if (!unit) return refuse({ code: 'not_found' });
  const publishedOn = todayInShanghai(tx.now);
  const opened = await openNotice(tx, {
    ...noticeSubject(row),
    place: row.place,
    organisationId: row.cooperativeId ?? undefined,
    digest: row.digest,
    kind: 'disclosure',
    title: speak(words['disclosure.title'], 'zh', { name: unit.name, period: periodName(row, 'zh') }),
    pairs: pairsOf(await store.listSignatures(tx, row)),
    columns,
    rows: contract.storedItems.parse(row.items).map(toRow),
    postedOn: publishedOn,
    page: `/disclosures/${row.county}/${row.id}`,
    contact,
  });
  if (!opened.ok) return opened;
  const { noticeId, endsOn } = opened.value;
  const key = { county: row.county, id: row.id, revision: row.revision };
  const done = await store.publishDisclosure(tx, key, { noticeId, publishedOn });
  return done ? ok({ noticeId, endsOn }) : refuse({ code: 'stale' });
}

function noticeSubject({ county, id }: store.DisclosureRow) {
  return { county, subjectType: 'disclosure', subjectId: id };
}

function subjectOf({ place, cooperativeId }: Pick<Unit, 'place' | 'cooperativeId'>): Subject {
  return cooperativeId === null ? { place } : { place, organisationId: cooperativeId };
}

const columns: readonly NoticeColumn[] = [
  { title: words['field.class'], kind: 'text' },
  { title: words['field.item'], kind: 'text' },
  { title: words['field.amountFen'], kind: 'fen' },
  { title: words['field.measure'], kind: 'text' },
  { title: words['field.remark'], kind: 'text' },
];

/** One item as it hangs, in Chinese. */
function toRow(item: DisclosedItem): readonly NoticeCell[] {
  const text = printItem(item, 'zh');
  return [text.class, text.name, item.amountFen, text.measure, text.remark];
}

function pairsOf(signatures: readonly store.StoredSignature[]): readonly NoticePair[] {
  const agreed = signatures.filter(({ opinion }) => opinion === 'agreed').map(({ name }) => name);
  const objected = signatures.filter(({ opinion }) => opinion === 'objected');
  const [first] = signatures;
  return [
    ...(first ? [{ label: words['notice.checked'], value: `${agreed.join('、')} ${first.signedOn}` }] : []),
    ...objected.map(({ name, remark }) => ({ label: words['notice.objected'], value: `${name}：${remark ?? ''}` })),
  ];
}
