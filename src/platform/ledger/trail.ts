import { createHash } from 'node:crypto';
import type { Tx } from '../db/transact.ts';
import type { BookRef, EntryDraft } from './rules.ts';

interface Posted {
  readonly book: BookRef;
  readonly place: number;
  readonly entries: readonly EntryDraft[];
  readonly numbers: ReadonlyMap<string, number>;
}

/** Beyond this many lines the trail holds their count and a digest instead of the lines themselves. */
const linesInFull = 40;

/** Writes down what was posted: small entries line by line, a load as its number of entries with a digest over all lines. */
export function noteEntries(tx: Tx, { book, place, entries, numbers }: Posted): void {
  const { county } = book;
  const lines = entries.reduce((sum, entry) => sum + entry.lines.length, 0);
  if (lines > linesInFull) {
    tx.trail.push({
      table: 'ledger_entry',
      county,
      place,
      ...(entries.length === 1 && entries[0] ? { id: entries[0].id } : {}),
      bulk: { rows: entries.length, digest: digestOf(entries) },
    });
    return;
  }
  for (const { id, lines: drafted, ...head } of entries) {
    const after = { bookId: book.id, number: numbers.get(id) ?? 0, ...head, lines: drafted.map(lineOf) };
    tx.trail.push({ table: 'ledger_entry', county, place, id, after });
  }
}

function lineOf({ amount, ...line }: EntryDraft['lines'][number]) {
  return { ...line, amount: String(amount) };
}

/** SHA-256 over one text line for each line of an entry: id, day, code, sub, amount, red, parted by tabs. */
function digestOf(entries: readonly EntryDraft[]): string {
  const digest = createHash('sha256');
  let text = '';
  for (const { id, occurredOn, lines } of entries) {
    for (const line of lines) {
      text += `${id}\t${occurredOn}\t${line.code}\t${line.sub ?? ''}\t${line.amount}\t${line.red ?? false}\n`;
    }
    if (text.length < 65_536) continue;
    digest.update(text);
    text = '';
  }
  return digest.update(text).digest('hex');
}
