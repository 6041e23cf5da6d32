import type { ListDocument } from '../../platform/documents/model.ts';
import { renderPdf } from '../../platform/documents/pdf.ts';
import { handle } from '../../platform/http/handle.ts';
import { formatYuan } from '../../platform/pure/money.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { type Language, speak } from '../../platform/words.ts';
import { exportReliefs, printRelief } from './contract.ts';
import { reliefSheet } from './sheet-contract.ts';
import { findRelief, listLines, listReliefs } from './store.ts';
import { words } from './words.ts';

const mostExported = 100_000;
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const routes = [
  handle(exportReliefs, async ({ tx, actor, query, language }) => {
    const { rows } = await listReliefs(tx, { ...query, limit: mostExported, offset: 0 });
    const list = writeList({
      spec: reliefSheet,
      rows: rows.map(({ title, cooperativeName, placeName, documentNumber, state, lines, totalFen, paidOn }) => ({
        ...{ title, cooperativeName, placeName, documentNumber, totalFen, paidOn },
        ...{ state: say(language, `code.state.${state}`), lines: String(lines) },
      })),
      ...{ language, exportedBy: actor.name, exportedAt: tx.now },
    });
    const pieces: Buffer[] = [];
    for await (const piece of list) pieces.push(piece);
    return ok({ fileName: `${say(language, 'title')}.xlsx`, contentType: xlsxType, content: Buffer.concat(pieces) });
  }),

  handle(printRelief, async ({ tx, params, language }) => {
    const row = await findRelief(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const lines = await listLines(tx, row);
    const document: ListDocument = {
      ...{ kind: 'list', title: row.title, locale: language, subtitle: row.cooperativeName },
      footer: { printedBy: tx.actor.name, printedAt: tx.now },
      blocks: [
        { kind: 'paragraph', text: `${say(language, 'field.document')} ${row.documentNumber}` },
        {
          kind: 'table',
          columns: [
            { title: say(language, 'field.household'), align: 'left' },
            { title: say(language, 'field.memberPlace'), align: 'left' },
            { title: say(language, 'field.amount'), align: 'right' },
            { title: say(language, 'print.signature'), align: 'left' },
          ],
          rows: lines.map((line) => [line.name, line.memberPlaceName ?? '', formatYuan(line.amountFen), '']),
          totals: [say(language, 'field.total'), '', formatYuan(row.totalFen), ''],
        },
      ],
    };
    return ok({ fileName: `${row.title}.pdf`, contentType: 'application/pdf', content: await renderPdf(document) });
  }),
];

function say(language: Language, key: keyof typeof words): string {
  return speak(words[key], language);
}
