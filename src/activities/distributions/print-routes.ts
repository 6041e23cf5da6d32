import type { Tx } from '../../platform/db/transact.ts';
import type { Card, CardsDocument, ListDocument } from '../../platform/documents/model.ts';
import { renderPdf } from '../../platform/documents/pdf.ts';
import { handle } from '../../platform/http/handle.ts';
import { yuanInWords } from '../../platform/pure/amount-in-words.ts';
import { formatYuan, sumFen } from '../../platform/pure/money.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { type Language, speak } from '../../platform/words.ts';
import { listPlaceNames } from '../../registers/places/public.ts';
import { exportDistributions } from './contract.ts';
import { listChanges, listCorrections } from './correction-store.ts';
import { exportLines, printCorrection, printSlips } from './dividend-contract.ts';
import { explainInWords } from './dividend-routes.ts';
import { type ExplainedLine, listExplained, listLines, readSums } from './line-store.ts';
import { exportReturns } from './return-contract.ts';
import { listReturns } from './return-store.ts';
import { viewRow } from './rules.ts';
import { distributionSheet, lineSheet, returnsSheet } from './sheet-contract.ts';
import { findDistribution, listDistributions } from './store.ts';
import { words } from './words.ts';

const mostExported = 100_000;
/** Slips of one print: a larger cooperative prints them member by member. */
const mostSlips = 2_000;
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const pdfType = 'application/pdf';

export const routes = [
  handle(exportDistributions, async ({ tx, actor, query, language }) => {
    const { rows } = await listDistributions(tx, { ...query, limit: mostExported, offset: 0 });
    const content = await toBuffer({
      spec: distributionSheet,
      rows: rows.map((row) => {
        const { cooperativeName, placeName, surplusFen, totalFen, paidFen, inFlightFen, unclaimedFen, declaredOn } =
          viewRow(row);
        return {
          ...{ cooperativeName, placeName, surplusFen, totalFen, paidFen, inFlightFen, unclaimedFen, declaredOn },
          ...{ year: String(row.year), members: String(row.members), state: say(language, `code.state.${row.state}`) },
        };
      }),
      ...{ language, exportedBy: actor.name, exportedAt: tx.now },
    });
    return ok({ fileName: `${say(language, 'title')}.xlsx`, contentType: xlsxType, content });
  }),

  handle(exportLines, async ({ tx, actor, params, query, language }) => {
    const row = await findDistribution(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const { rows } = await listLines(tx, row, { ...query, limit: mostExported, offset: 0 });
    const names = await listPlaceNames(tx, [...new Set(rows.map(({ memberPlace }) => memberPlace))]);
    const title = `${row.cooperativeName} ${row.year} ${say(language, 'tab.lines')}`;
    const content = await toBuffer({
      spec: lineSheet,
      title,
      rows: rows.map(({ sharesFen, poor, memberPlace, membershipId: _id, ...line }) => ({
        ...line,
        shares: String(sharesFen),
        poor: say(language, `code.poor.${poor}`),
        placeName: names.get(memberPlace) ?? String(memberPlace),
      })),
      ...{ language, exportedBy: actor.name, exportedAt: tx.now },
    });
    return ok({ fileName: `${title}.xlsx`, contentType: xlsxType, content });
  }),

  handle(exportReturns, async ({ tx, actor, query, language }) => {
    const { rows } = await listReturns(tx, {
      ...query,
      today: todayInShanghai(tx.now),
      limit: mostExported,
      offset: 0,
    });
    const content = await toBuffer({
      spec: returnsSheet,
      rows: rows.map(({ number, payer, cooperativeName, placeName, subject, nextDueOn, ...row }) => ({
        ...{ number, payer, cooperativeName, placeName, subject, nextDueOn, principalFen: row.principalFen },
        ...{ promisedFen: row.promisedFen, paidFen: row.paidFen, arrearsFen: row.arrearsFen },
      })),
      ...{ language, exportedBy: actor.name, exportedAt: tx.now },
    });
    return ok({ fileName: `${say(language, 'returns.title')}.xlsx`, contentType: xlsxType, content });
  }),

  handle(printSlips, async ({ tx, params, query, language }) => {
    const row = await findDistribution(tx, params);
    const sums = row && (await readSums(tx, params));
    if (!row || !sums) return refuse({ code: 'not_found' });
    const of = { county: row.county, distributionId: row.id, membershipId: query.membershipId };
    const lines = await listExplained(tx, of, mostSlips + 1);
    if (lines.length === 0) return refuse({ code: 'not_found' });
    if (lines.length > mostSlips) return refuse({ code: 'slips_too_many', values: { most: mostSlips } });
    const title = speak(words['slip.title'], language, { cooperative: row.cooperativeName, year: row.year });
    const document: CardsDocument = {
      ...{ kind: 'cards', title, locale: language, footer: { printedBy: tx.actor.name, printedAt: tx.now } },
      cards: lines.map((line) =>
        slipOf(line, { language, title, origin: query.origin, said: explainInWords(line, sums, language) }),
      ),
    };
    return ok({ fileName: `${title}.pdf`, contentType: pdfType, content: await renderPdf(document) });
  }),

  handle(printCorrection, async ({ tx, params, language }) => {
    const row = await findDistribution(tx, params);
    const correction = row && (await listCorrections(tx, row)).find(({ id }) => id === params.correctionId);
    if (!row || !correction || correction.state !== 'posted') return refuse({ code: 'not_found' });
    const title = speak(words['correction.title'], language, { cooperative: row.cooperativeName, year: row.year });
    const document = await correctionNotice(tx, correction, { language, title });
    return ok({ fileName: `${title}.pdf`, contentType: pdfType, content: await renderPdf(document) });
  }),
];

interface Slip {
  readonly language: Language;
  readonly title: string;
  readonly origin: string | undefined;
  readonly said: readonly string[];
}

/** A slip in plain words: who, how much, and each step with the figures to recompute it. */
function slipOf(line: ExplainedLine, { language, title, origin = '', said }: Slip): Card {
  const amountFen = line.totalFen + line.changedFen;
  return {
    title: line.name,
    mark: `${say(language, 'field.number')} ${line.number}`,
    pairs: [
      [say(language, 'field.cooperative'), title],
      [say(language, 'field.total'), `${formatYuan(amountFen)} ${say(language, 'unit.yuan')}`],
      [say(language, 'field.inWords'), yuanInWords(amountFen)],
      [say(language, 'field.declaredOn'), line.declaredOn],
    ],
    note: said.join('\n'),
    qr: `${origin}/my-dividends`,
  };
}

async function correctionNotice(
  tx: Tx,
  correction: { county: number; id: string; cause: string; postedOn: string | null },
  { language, title }: { language: Language; title: string },
): Promise<ListDocument> {
  const changes = await listChanges(tx, correction);
  const names = await listPlaceNames(tx, [...new Set(changes.map(({ memberPlace }) => memberPlace))]);
  const figures = (amounts: readonly bigint[]) => amounts.map((fen) => formatYuan(fen));
  const all = [changes.map(({ oldFen }) => oldFen), changes.map(({ newFen }) => newFen)].map((list) => sumFen(list));
  const [oldFen = 0n, newFen = 0n] = all;
  return {
    ...{ kind: 'list', title, locale: language, footer: { printedBy: tx.actor.name, printedAt: tx.now } },
    subtitle: correction.postedOn ?? '',
    blocks: [
      { kind: 'paragraph', text: speak(words['correction.cause'], language, { cause: correction.cause }) },
      {
        kind: 'table',
        columns: [
          { title: say(language, 'field.number'), align: 'left' },
          { title: say(language, 'field.name'), align: 'left' },
          { title: say(language, 'field.memberPlace'), align: 'left' },
          { title: say(language, 'field.old'), align: 'right' },
          { title: say(language, 'field.new'), align: 'right' },
          { title: say(language, 'field.difference'), align: 'right' },
        ],
        rows: changes.map((change) => [
          change.number ?? '',
          change.name ?? '',
          names.get(change.memberPlace) ?? '',
          ...figures([change.oldFen, change.newFen, change.newFen - change.oldFen]),
        ]),
        totals: [say(language, 'field.total'), '', '', ...figures([oldFen, newFen, newFen - oldFen])],
      },
    ],
  };
}

function say(language: Language, key: keyof typeof words): string {
  return speak(words[key], language);
}

async function toBuffer(options: Parameters<typeof writeList>[0]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of writeList(options)) pieces.push(piece);
  return Buffer.concat(pieces);
}
