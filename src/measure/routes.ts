import { newRecordId } from '../platform/db/record-id.ts';
import { handle } from '../platform/http/handle.ts';
import { todayInShanghai } from '../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../platform/pure/result.ts';
import { articles, chapters, measureInForceFrom, measureName } from './articles.data.ts';
import { clauses } from './clauses.data.ts';
import {
  correctInterpretation,
  getArticle,
  getMeasure,
  importText,
  listInterpretations,
  listParameters,
  listTextImports,
  recordInterpretation,
  setParameter,
  takeBackParameter,
} from './contract.ts';
import {
  correctInterpretationRow,
  countInterpretations,
  type InterpretationDraft,
  listInterpretationRows,
  recordInterpretationRow,
} from './interpretation-store.ts';
import { listParameterRows, recordParameterValue } from './parameter-store.ts';
import { parameterDefinitions } from './parameters.data.ts';
import { citedClauses, currentRows } from './rules.ts';
import { countTextImports, findOfficialArticle, listTextImportRows, recordOfficialText } from './store.ts';
import { splitMeasure } from './text-rules.ts';
import { viewArticle, viewInterpretation, viewParameters, viewStages } from './view-routes.ts';

const writeActs = ['measure.import_text', 'measure.set_parameter', 'measure.interpret'];
const maxTextBytes = 1_000_000;
const fullRatioBp = 10_000;

export const routes = [
  handle(getMeasure, async ({ tx, allowed }) => {
    const counts = await countInterpretations(tx);
    const [latest] = await listTextImportRows(tx, { limit: 1, offset: 0 });
    return ok({
      name: measureName,
      inForceFrom: measureInForceFrom,
      chapters: [...chapters],
      articles: articles.map((article) => viewArticle(article, counts)),
      stages: viewStages(await listParameterRows(tx)),
      officialText: latest ? { ...latest, importedAt: latest.importedAt.toISOString() } : null,
      allowed: allowed(writeActs, {}),
    });
  }),

  handle(getArticle, async ({ tx, params: { number } }) => {
    const article = articles.find((one) => one.number === number);
    const chapter = chapters.find((one) => one.number === article?.chapter);
    if (!article || !chapter) return refuse({ code: 'not_found' });
    const official = await findOfficialArticle(tx, number);
    const { rows } = await listInterpretationRows(tx, { article: number, limit: 200, offset: 0 });
    return ok({
      chapter,
      article: viewArticle(article, new Map([[number, rows.length]])),
      official: official ? { ...official, importedAt: official.importedAt.toISOString() } : null,
      parameters: viewParameters(await listParameterRows(tx), todayInShanghai(tx.now), number),
      interpretations: rows.map(viewInterpretation),
      previous: number > 1 ? number - 1 : null,
      next: number < articles.length ? number + 1 : null,
    });
  }),

  handle(importText, async ({ tx, file }) => {
    const text = decodeText(file.bytes);
    if (!text.ok) return text;
    const split = splitMeasure(text.value);
    if (!split.ok) return split;
    const { length } = split.value.articles;
    if (length !== articles.length) {
      return refuse({ code: 'article_count', field: 'file', values: { expected: articles.length, found: length } });
    }
    const importId = newRecordId(tx);
    const sourceName = file.name.slice(0, 200) || 'text';
    await recordOfficialText(tx, { importId, sourceName, split: split.value });
    const found = new Set(split.value.articles.map((article) => article.chapter));
    return ok({ importId, sourceName, articles: length, chapters: found.size });
  }),

  handle(listTextImports, async ({ tx, query }) => {
    const rows = await listTextImportRows(tx, query);
    const total = await countTextImports(tx);
    return ok({ rows: rows.map((row) => ({ ...row, importedAt: row.importedAt.toISOString() })), total });
  }),

  handle(listParameters, async ({ tx, query, allowed }) => {
    const day = query.day ?? todayInShanghai(tx.now);
    const rows = viewParameters(await listParameterRows(tx), day);
    return ok({ day, rows, total: rows.length, allowed: allowed(['measure.set_parameter'], {}) });
  }),

  handle(setParameter, async ({ tx, params: { code }, body }) => {
    const definition = parameterDefinitions.find((one) => one.code === code);
    if (!definition) return refuse({ code: 'not_found' });
    const { startsOn, endsOn, value, source } = body;
    if (endsOn !== undefined && endsOn <= startsOn) return refuse({ code: 'date_order', field: 'endsOn' });
    if (definition.unit === 'bp' && value > fullRatioBp) return refuse({ code: 'ratio_too_large', field: 'value' });
    const { unit } = definition;
    await recordParameterValue(tx, { code, unit, startsOn, endsOn: endsOn ?? null, value, source: [source, source] });
    return ok({ code, startsOn });
  }),

  handle(takeBackParameter, async ({ tx, params: { code }, body: { startsOn, reason } }) => {
    const set = currentRows(await listParameterRows(tx, [code])).find((row) => row.startsOn === startsOn);
    if (!set) return refuse({ code: 'value_not_set', field: 'startsOn' });
    const { unit } = set;
    await recordParameterValue(tx, { code, unit, startsOn, endsOn: null, value: null, source: [reason, reason] });
    return ok({ code, startsOn });
  }),

  handle(listInterpretations, async ({ tx, query, allowed }) => {
    const { rows, total } = await listInterpretationRows(tx, query);
    return ok({ rows: rows.map(viewInterpretation), total, allowed: allowed(['measure.interpret'], {}) });
  }),

  handle(recordInterpretation, async ({ tx, body }) => {
    const draft = toDraft(body.id, body);
    const refused = checkDraft(draft);
    if (refused) return refuse(refused);
    await recordInterpretationRow(tx, draft);
    return ok({ id: draft.id, revision: 1 });
  }),

  handle(correctInterpretation, async ({ tx, params: { id }, body }) => {
    const draft = toDraft(id, body);
    const refused = checkDraft(draft);
    if (refused) return refuse(refused);
    const { revision, withdrawn, reason } = body;
    const written = await correctInterpretationRow(tx, { draft, revision, withdrawn, reason });
    return written === undefined ? refuse({ code: 'stale' }) : ok({ id, revision: written });
  }),
];

function toDraft(
  id: string,
  body: {
    clause: string;
    question: string;
    askedOn: string;
    answer?: string;
    answeredOn?: string;
    documentNumber?: string;
  },
): InterpretationDraft {
  const { clause, question, askedOn } = body;
  return {
    id,
    clause,
    question,
    askedOn,
    answer: body.answer ?? null,
    answeredOn: body.answeredOn ?? null,
    documentNumber: body.documentNumber ?? null,
  };
}

function checkDraft(draft: InterpretationDraft): Refusal | undefined {
  if (citedClauses(clauses, draft.clause).length === 0) return { code: 'clause_unknown', field: 'clause' };
  if ((draft.answer === null) !== (draft.answeredOn === null)) {
    return { code: 'answer_incomplete', field: draft.answer === null ? 'answer' : 'answeredOn' };
  }
  if (draft.answeredOn !== null && draft.answeredOn < draft.askedOn) {
    return { code: 'answer_before_question', field: 'answeredOn' };
  }
  return undefined;
}

/** Text files of Chinese offices: UTF-8, UTF-16 with its mark, or GB18030 as the old Notepad saves. */
function decodeText(bytes: Uint8Array): Result<string, Refusal> {
  if (bytes.length > maxTextBytes) return refuse({ code: 'text_too_large', field: 'file' });
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : [];
  for (const encoding of [...wide, 'utf-8', 'gb18030']) {
    const text = decode(bytes, encoding);
    if (text !== undefined) return ok(text);
  }
  return refuse({ code: 'text_encoding', field: 'file' });
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
