import { useState } from 'react';
import type { Problem } from '../../../platform/http/contract.ts';
import { formatYuan } from '../../../platform/pure/money.ts';
import { call, newId, problemOf } from '../../../platform/ui/client.ts';
import { dropDraft, keepDraft, readDraft } from '../../../platform/ui/draft.ts';
import { emptyLine, fenOf, filledLines, isAmount, type TypedLine } from '../entry-rules.ts';
import { changeVoucher, recordVoucher } from '../voucher-contract.ts';

export interface TypedVoucher {
  readonly occurredOn: string;
  readonly papers: string;
  readonly lines: readonly TypedLine[];
}

export interface EntryTarget {
  readonly book: { readonly county: number; readonly id: string };
  readonly series: 'usual' | 'opening';
  readonly day: string;
  /** a draft that is being changed */
  readonly known?: { readonly id: string; readonly revision: number; readonly typed: TypedVoucher };
}

export function blankVoucher(day: string): TypedVoucher {
  return { occurredOn: day, papers: '', lines: [emptyLine, emptyLine] };
}

/** The voucher while it is typed: kept for this tab, sent once, its refusal told at its line. */
export function useVoucherEntry(target: EntryTarget) {
  const draftKey = `voucher-${target.known?.id ?? `${target.book.id}-${target.series}`}`;
  const [typed, setTyped] = useState<TypedVoucher>(
    () => recall(draftKey) ?? target.known?.typed ?? blankVoucher(target.day),
  );
  const [voucherId, setVoucherId] = useState<string>(newId);
  const [problem, setProblem] = useState<Problem>();
  const [attempts, setAttempts] = useState(0);
  const [pending, setPending] = useState(false);
  function set(change: Partial<TypedVoucher>): void {
    const next = { ...typed, ...change };
    setTyped(next);
    keepDraft(draftKey, { typed: JSON.stringify(next) });
  }
  /** Saves; returns the voucher’s id, or undefined when it was refused. */
  async function save(): Promise<string | undefined> {
    if (pending) return undefined;
    setPending(true);
    try {
      const id = await send(target, voucherId, typed);
      dropDraft(draftKey);
      setProblem(undefined);
      return id;
    } catch (error) {
      setProblem(problemOf(error));
      setAttempts((count) => count + 1);
      return undefined;
    } finally {
      setPending(false);
    }
  }
  function startAnew(): void {
    setTyped(blankVoucher(typed.occurredOn));
    setVoucherId(newId());
  }
  return { typed, set, save, startAnew, problem, attempts, pending };
}

async function send({ book, series, known }: EntryTarget, voucherId: string, typed: TypedVoucher): Promise<string> {
  const lines = filledLines(typed.lines).map(({ memo, code, sub, debit, credit }) => ({
    ...{ memo: memo.trim(), code, sub },
    debitFen: isAmount(debit) ? String(fenOf(debit)) : debit,
    creditFen: isAmount(credit) ? String(fenOf(credit)) : credit,
  }));
  const body = { occurredOn: typed.occurredOn, papers: Number(typed.papers) || 0, lines };
  if (known) {
    const params = { county: book.county, id: known.id };
    await call(changeVoucher, { params, body: { ...body, revision: known.revision } });
    return known.id;
  }
  await call(recordVoucher, { params: book, body: { ...body, voucherId, series } }, { idempotencyKey: voucherId });
  return voucherId;
}

function recall(draftKey: string): TypedVoucher | undefined {
  const kept = readDraft(draftKey)?.typed;
  return typeof kept === 'string' ? (JSON.parse(kept) as TypedVoucher) : undefined;
}

/** What stands in the inputs for a line that was kept. */
export function typedLine(line: {
  readonly memo: string;
  readonly code: string;
  readonly sub: string;
  readonly subName: string | null;
  readonly debitFen: bigint;
  readonly creditFen: bigint;
}): TypedLine {
  const show = (fen: bigint) => (fen === 0n ? '' : formatYuan(fen));
  const { memo, code, sub, subName, debitFen, creditFen } = line;
  return { memo, code, sub, subName: subName ?? '', debit: show(debitFen), credit: show(creditFen) };
}
