import { noteTakenOut } from '../../platform/db/history.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, refusal, refuse } from '../../platform/pure/result.ts';
import * as contract from './audit-contract.ts';
import * as store from './audit-store.ts';
import { writeBundle } from './bundle-store.ts';
import { writeSample } from './sheet-routes.ts';

export const routes: readonly Handler[] = [
  handle(contract.listSamples, async ({ tx, query }) => {
    const { rows, total } = await store.listSamples(tx, query);
    return ok({ rows: rows.map((row) => ({ ...row })), total });
  }),

  handle(contract.drawSample, async ({ tx, body, decide }) => {
    const refused = decide('audit_sample.draw', { place: body.drawnFor });
    if (refused) return refuse(refused);
    if (body.paidThrough < body.paidFrom) return refuse(refusal('sample_days', 'paidThrough'));
    const drawn = await store.recordSample(tx, body);
    return ok({ ...drawn, id: body.id });
  }),

  handle(contract.getSample, async ({ tx, params, allowed }) => {
    const sample = await store.findSample(tx, params);
    if (!sample) return refuse({ code: 'not_found' });
    const items = await store.listItems(tx, params);
    const redrawn = (await store.isSameDraw(tx, sample, items)) ? 'same' : 'other';
    const may = allowed(['audit_sample.draw', 'finding.record'], { place: sample.place });
    return ok({ ...sample, items: [...items], redrawn, allowed: may });
  }),

  handle(contract.judgeItem, async ({ tx, params, body, decide }) => {
    const sample = await store.findSample(tx, params);
    if (!sample) return refuse({ code: 'not_found' });
    const refused = decide('audit_sample.draw', { place: sample.place });
    if (refused) return refuse(refused);
    if (body.verdict === 'objected' && body.note === null) return refuse(refusal('sample_note_missing', 'note'));
    const items = await store.listItems(tx, params);
    if (!items.some(({ id }) => id === params.itemId)) return refuse({ code: 'not_found' });
    const key = { county: params.county, id: params.itemId, revision: body.revision };
    return (await store.judgeItem(tx, key, body))
      ? ok({ county: params.county, id: params.itemId })
      : refuse({ code: 'stale' });
  }),

  handle(contract.exportBundle, async ({ tx, actor, params, language }) => {
    const sample = await store.findSample(tx, params);
    if (!sample) return refuse({ code: 'not_found' });
    const items = await store.listItems(tx, params);
    const workbook = await writeSample({ sample, items, language, by: actor.name, at: tx.now });
    const content = await writeBundle(tx, sample, { items, workbook });
    noteTakenOut(tx, 'audit_sample', { sample: sample.id, exported: items.length });
    return ok({ fileName: `${sample.title}.zip`, contentType: 'application/zip', content });
  }),
];
