import type { Block, Column, ListDocument } from '../../platform/documents/model.ts';
import { renderPdf } from '../../platform/documents/pdf.ts';
import { handle } from '../../platform/http/handle.ts';
import { formatYuan } from '../../platform/pure/money.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { type Language, speak } from '../../platform/words.ts';
import { exportNotices, printPoster } from './contract.ts';
import { exportObjections } from './objection-contract.ts';
import { viewObjection } from './objection-routes.ts';
import { listObjections } from './objection-store.ts';
import { mostRows, type NoticeColumn, noticeState, publicPath } from './rules.ts';
import { noticeSheet, objectionSheet } from './sheet-contract.ts';
import * as store from './store.ts';
import { words } from './words.ts';

const mostExported = 10_000;
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const routes = [
  handle(exportNotices, async ({ tx, actor, query, language }) => {
    const { rows } = await store.listNotices(tx, { ...query, limit: mostExported, offset: 0 });
    const today = todayInShanghai(tx.now);
    const content = await toBuffer({
      spec: noticeSheet,
      rows: rows.map(({ title, placeName, postedOn, endsOn, makerName, ...row }) => ({
        ...{ title, placeName, postedOn, endsOn, makerName },
        kind: speak(words[`code.kind.${row.kind}`], language),
        state: speak(words[`code.state.${noticeState({ ...row, endsOn }, today)}`], language),
        rowCount: String(row.rowCount),
        objections: String(row.objections),
        openObjections: String(row.openObjections),
        sheets: String(row.sheets),
      })),
      language,
      exportedBy: actor.name,
      exportedAt: tx.now,
    });
    return ok({ fileName: `${speak(words.title, language)}.xlsx`, contentType: xlsxType, content });
  }),

  handle(exportObjections, async ({ tx, actor, query, language }) => {
    const { rows } = await listObjections(tx, { ...query, limit: mostExported, offset: 0 });
    const today = todayInShanghai(tx.now);
    const content = await toBuffer({
      spec: objectionSheet,
      rows: rows.map((row) => {
        const { channel, concerns, outcome, ...shown } = viewObjection(row, today);
        return {
          ...shown,
          revision: String(row.revision),
          county: String(row.county),
          channel: speak(words[`code.channel.${channel}`], language),
          concerns: speak(words[`code.concerns.${concerns}`], language),
          outcome: outcome && speak(words[`code.outcome.${outcome}`], language),
        };
      }),
      language,
      exportedBy: actor.name,
      exportedAt: tx.now,
    });
    return ok({ fileName: `${speak(words['objections.title'], language)}.xlsx`, contentType: xlsxType, content });
  }),

  handle(printPoster, async ({ tx, actor, params, query, language }) => {
    const notice = await store.findNoticeRow(tx, params);
    if (!notice) return refuse({ code: 'not_found' });
    const { rows } = await store.listNoticeLines(tx, params, { limit: mostRows, offset: 0 });
    const printing = { language, printedBy: actor.name, printedAt: tx.now, ...query };
    const content = await renderPdf(posterOf(notice, rows, printing));
    return ok({ fileName: `${notice.title}.pdf`, contentType: 'application/pdf', content });
  }),
];

interface Printing {
  readonly language: Language;
  readonly printedBy: string;
  readonly printedAt: Date;
  readonly paper: 'a3' | 'a4';
  /** where the desk was opened, so that the code on paper leads to the public page */
  readonly origin?: string | undefined;
}

function posterOf(notice: store.NoticeRow, lines: readonly store.NoticeLine[], printing: Printing): ListDocument {
  const { language, paper, origin = '', printedBy, printedAt } = printing;
  const say = (key: keyof typeof words, values?: Record<string, string | number>) =>
    speak(words[key], language, values);
  const { postedOn, endsOn, windowDays, placeName } = notice;
  const pairs = notice.pairs.map(({ label, value }) => [speak(label, language), value] as const);
  const blocks: Block[] = [
    { kind: 'paragraph', text: say('poster.window', { postedOn, endsOn, days: windowDays }) },
    ...(notice.body === null ? [] : [{ kind: 'paragraph', text: notice.body } as const]),
    ...(pairs.length > 0 ? [{ kind: 'keyValues', pairs } as const] : []),
    ...(notice.columns.length > 0 ? [tableOf(notice.columns, lines, language)] : []),
    { kind: 'paragraph', text: say('poster.object', { contact: notice.contact ?? say('poster.office') }) },
  ];
  return {
    kind: 'list',
    paper,
    title: notice.title,
    subtitle: say('poster.head', { place: placeName }),
    blocks,
    footer: {
      printedBy,
      printedAt,
      verification: { code: notice.contentDigest.slice(0, 16), url: `${origin}${publicPath(notice)}` },
    },
    locale: language,
  };
}

function tableOf(columns: readonly NoticeColumn[], lines: readonly store.NoticeLine[], language: Language): Block {
  return {
    kind: 'table',
    columns: columns.map(
      ({ title, kind }): Column => ({
        title:
          kind === 'fen'
            ? `${speak(title, language)}\n${speak(words['poster.yuan'], language)}`
            : speak(title, language),
        align: kind === 'text' ? 'left' : 'right',
      }),
    ),
    rows: lines.map(({ cells }) => cells.map((cell, at) => cellText(columns[at], cell))),
  };
}

function cellText(column: NoticeColumn | undefined, cell: string): string {
  return column?.kind === 'fen' && cell !== '' ? formatYuan(BigInt(cell)) : cell;
}

async function toBuffer(options: Parameters<typeof writeList>[0]): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of writeList(options)) pieces.push(piece);
  return Buffer.concat(pieces);
}
