import { listHeads } from '../../platform/audit/seal.ts';
import { verifyTrail } from '../../platform/audit/verify.ts';
import { words as auditWords } from '../../platform/audit/words.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { speak, type WordPair } from '../../platform/words.ts';
import type { Desk, Given, Run } from './command.ts';
import { textOf } from './given.ts';
import { words } from './words.ts';

/** `audit verify`: hashes only, no value of any record is shown; problems end with exit code 2. */
export async function verifyAudit({ database, language }: Desk, given: Given): ReturnType<Run> {
  const verified = await verifyTrail(database.recount, { head: textOf(given, 'head') });
  const { events, seals, unsealed, problems, problemCount, head } = verified;
  if (problemCount === 0) {
    const values = { events, seals, unsealed, head: head ?? '–' };
    return ok({ json: verified, said: [{ words: words['said.sound'], values }] });
  }
  const named: Readonly<Record<string, WordPair>> = auditWords;
  return ok({
    json: verified,
    table: {
      columns: [
        { title: words['column.number'], number: true },
        { title: words['column.record'] },
        { title: words['column.message'] },
      ],
      rows: problems.map(({ kind, event, seal, detail }) => {
        const pair = named[`problem.${kind}`];
        const message = pair ? speak(pair, language) : kind;
        return [seal, event && `${event.county}/${event.id}`, detail ? `${message} (${detail})` : message];
      }),
    },
    said: [{ words: words['said.unsound'], values: { count: problemCount } }],
    bad: true,
  });
}

/** `audit heads` */
export async function showHeads({ database }: Desk, given: Given): ReturnType<Run> {
  const limit = Number(textOf(given, 'limit') ?? 20);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) return refuse({ code: 'number_invalid', field: 'limit' });
  const heads = (await listHeads(database.recount, { limit, offset: 0 })).map((head) => ({
    ...head,
    sealedAt: head.sealedAt.toISOString(),
  }));
  return ok({
    json: { rows: heads },
    said: heads.length === 0 ? [{ words: auditWords['seal.empty'] }] : [],
    table: {
      columns: [
        { title: words['column.number'], number: true },
        { title: words['column.sealedAt'] },
        { title: words['column.events'], number: true },
        { title: words['column.head'] },
      ],
      rows: heads.map(({ number, sealedAt, leafCount, head }) => [number, sealedAt, leafCount, `${number}:${head}`]),
    },
  });
}
