import { noteTakenOut } from '../../platform/db/history.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok } from '../../platform/pure/result.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { speak } from '../../platform/words.ts';
import { exportRewards } from './contract.ts';
import { rewardSheet } from './sheet-contract.ts';
import { showRewards } from './view-store.ts';
import { words } from './words.ts';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const routes: readonly Handler[] = [
  handle(exportRewards, async ({ tx, actor, query, language }) => {
    const { rows } = await showRewards(tx, { ...query, limit: 100_000, offset: 0 });
    noteTakenOut(tx, 'reward', { ...query, exported: rows.length });
    const lines = rows.map(({ name, placeName, schemeTitle, producedOn, units, amountFen, appliedOn, ...row }) => ({
      ...{ name, placeName, schemeTitle, producedOn, units: String(units), amountFen, appliedOn },
      ...{ checkBy: row.checkBy, paidOn: row.paidOn, kind: speak(words[`code.kind.${row.kind}`], language) },
      state: speak(words[`code.state.${row.state}`], language),
    }));
    const pieces: Buffer[] = [];
    const options = { language, exportedBy: actor.name, exportedAt: tx.now };
    for await (const piece of writeList({ spec: rewardSheet, rows: lines, ...options })) pieces.push(piece);
    const fileName = `${speak(words.title, language)}.xlsx`;
    return ok({ fileName, contentType: xlsxType, content: Buffer.concat(pieces) });
  }),
];
