import type { PlaceNames } from '../access/place-names.ts';
import { listVersions, type TableName } from '../db/history.ts';
import { tableColumns } from '../db/tables.gen.ts';
import type { Workplace } from '../db/transact.ts';
import type { Tx } from '../db/tx.ts';
import type { Feature, TableSpec } from '../feature.ts';
import { type Handler, handle } from '../http/handle.ts';
import { isPlace, placeRange } from '../pure/place.ts';
import { ok, refuse } from '../pure/result.ts';
import { type Language, speak, type WordPair } from '../words.ts';
import * as store from './audit-store.ts';
import * as contract from './contract.ts';
import { merklePath } from './merkle.ts';
import { type HistoryEntry, momentOf, tellHistory } from './record-history.ts';
import { toHead } from './seal.ts';
import { countSeals, findLeaf, getSealed, listSeals } from './seal-store.ts';
import { verifyTrail } from './verify.ts';
import { words } from './words.ts';

/** The trail as people read it; acts are named in the words of the features given. */
export function auditRoutes({
  features,
  placeNames,
}: {
  readonly features: readonly Feature[];
  readonly placeNames: PlaceNames;
}): readonly Handler[] {
  const speakKey = speaker(features);
  const actName = (act: string, language: Language) => speakKey([`act.${act}`, act], language) ?? act;
  const fieldName = (table: string, field: string, language: Language) =>
    speakKey([`field.${table}.${field}`, `field.${field}`], language) ?? field;
  return [
    handle(contract.listEvents, async ({ tx, query, language }) => {
      const { place, ...filters } = query;
      if (place !== undefined && place !== 0 && !isPlace(place)) return refuse({ code: 'not_found' });
      const range = place === undefined ? undefined : place === 0 ? { lo: 0, hi: 0 } : placeRange(place);
      const { rows, total } = await store.listEvents(tx, { ...filters, range });
      const names = await placeNames(
        tx,
        rows.flatMap((row) => (row.place === 0 ? [] : [row.place])),
      );
      const events = rows.map(({ recordedAt, actorName, ...row }) => ({
        ...row,
        at: recordedAt.toISOString(),
        by: actorName,
        actName: actName(row.act, language),
        placeName: names.get(row.place) ?? null,
      }));
      return ok({ rows: events, total });
    }),
    handle(contract.getRecordHistory, async ({ tx, params, language }) => {
      const entries = await readHistory(tx, params);
      if (entries.length === 0) return refuse({ code: 'not_found' });
      const versions = entries.map(({ at, act, changes, ...entry }) => ({
        ...entry,
        at: at.toISOString(),
        act: actName(act, language),
        changes: changes.map((change) => ({
          ...change,
          label: fieldName(params.table, change.field, language),
          ...(change.field === 'act' ? { to: actName(String(change.to), language) } : {}),
        })),
      }));
      return ok({ versions });
    }),
    ...sealRoutes,
  ];
}

type SpeakKey = (keys: readonly string[], language: Language) => string | undefined;

/** Finds the first of some keys in the words of the features, the lowest first, and speaks it. */
function speaker(features: readonly Feature[]): SpeakKey {
  const all: Readonly<Record<string, WordPair>> = Object.assign({}, ...features.map((feature) => feature.words), words);
  return (keys, language) => {
    const pair = keys.map((key) => all[key]).find((found) => found !== undefined);
    return pair && speak(pair, language);
  };
}

const sealRoutes: readonly Handler[] = [
  handle(contract.listSealHeads, async ({ tx, query }) => {
    const rows = await listSeals(tx, query);
    return ok({ rows: rows.map((seal) => headView(toHead(seal))), total: await countSeals(tx) });
  }),
  handle(contract.getProof, async ({ tx, params }) => {
    if (!(await store.eventVisible(tx, params))) return refuse({ code: 'not_found' });
    const leaf = await findLeaf(tx, params);
    if (!leaf) return refuse({ code: 'not_sealed' });
    const { seal, leaves } = await getSealed(tx, leaf.sealNumber);
    return ok({
      leafHash: toHex(leaves[leaf.ordinal]),
      ordinal: leaf.ordinal,
      path: merklePath(seal.algorithm, leaves, leaf.ordinal).map(toHex),
      root: toHex(seal.root),
      previous: toHex(seal.previous),
      seal: headView(toHead(seal)),
    });
  }),
];

/** Verification reads the whole trail, beyond any range, so it works at the recount's place. */
export function verifyRoutes(recount: Workplace): readonly Handler[] {
  return [
    handle(contract.verify, async ({ query }) => {
      const verified = await verifyTrail(recount, query);
      return ok({
        ...verified,
        unsealedSince: verified.unsealedSince ?? null,
        head: verified.head ?? null,
        problems: verified.problems.map(({ kind, event, seal, detail }) => ({
          kind,
          event: event ?? null,
          seal: seal ?? null,
          detail: detail ?? null,
        })),
      });
    }),
  ];
}

async function readHistory(tx: Tx, ref: store.RecordRef): Promise<readonly HistoryEntry[]> {
  const spec = tx.tables.get(ref.table);
  if (!spec) return [];
  const versions = isRecordTable(spec) ? await listVersions(tx, spec.name as TableName, ref) : [];
  const events = await store.listRecordEvents(tx, ref);
  const moments = new Map(
    events.map((event): [string, store.EventRow] => [momentOf(event.accountId, event.recordedAt), event]),
  );
  for (const version of versions) {
    const key = momentOf(version.recordedBy, version.recordedAt);
    const bulk = moments.has(key)
      ? undefined
      : await store.findEventAt(tx, { accountId: version.recordedBy, at: version.recordedAt });
    if (bulk) moments.set(key, bulk);
  }
  const authors = versions.flatMap((version) => [
    version.recordedBy,
    ...(version.retiredBy ? [version.retiredBy] : []),
  ]);
  const names = await store.listAccountNames(tx, authors);
  return tellHistory({
    versions,
    events,
    moments,
    names,
    personal: new Set(spec.personal ?? []),
    table: ref.table,
    id: ref.id,
  });
}

function isRecordTable(spec: TableSpec): boolean {
  return spec.kind === 'record' && spec.name in tableColumns;
}

function headView(head: ReturnType<typeof toHead>) {
  return { ...head, sealedAt: head.sealedAt.toISOString() };
}

function toHex(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('hex');
}
