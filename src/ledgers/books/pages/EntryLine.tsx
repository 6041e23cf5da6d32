import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useWords } from '../../../platform/ui/language.ts';
import { RecordPicker } from '../../../platform/ui/RecordPicker.tsx';
import {
  balanceLine,
  change,
  expandMemo,
  flipLine,
  isAmount,
  nextLine,
  type Side,
  type TypedLine,
  typeAmount,
} from '../entry-rules.ts';
import { words } from '../words.ts';
import { AccountCell } from './AccountCell.tsx';
import type { NamedAccount } from './names.ts';
import { subSource } from './sub-source.ts';

export interface LinesProps {
  readonly formId: string;
  readonly book: { readonly county: number; readonly id: string };
  readonly accounts: readonly NamedAccount[];
  readonly lines: readonly TypedLine[];
  /** ids of inputs that were refused */
  readonly invalid: ReadonlySet<string>;
  readonly onChange: (lines: readonly TypedLine[]) => void;
}

interface LineProps extends LinesProps {
  readonly line: TypedLine;
  readonly at: number;
}

export function EntryLine(props: LineProps) {
  const t = useWords(words);
  const { lines, at, onChange } = props;
  return (
    <tr>
      <MemoCell {...props} />
      <AccountCells {...props} />
      <AmountCell {...props} side="debit" />
      <AmountCell {...props} side="credit" />
      <td className="remove">
        <button
          type="button"
          className="icon-button"
          tabIndex={-1}
          aria-label={t('voucher.removeLine', { line: at + 1 })}
          disabled={lines.length <= 2}
          onClick={() => onChange(lines.filter((_, index) => index !== at))}
        >
          ×
        </button>
      </td>
    </tr>
  );
}

type Column = 'memo' | 'code' | 'sub' | Side;

function idOf({ formId, at }: Pick<LineProps, 'formId' | 'at'>, column: Column): string {
  return `${formId}-${at}-${column}`;
}

function focus(cell: Pick<LineProps, 'formId' | 'at'>, column: Column): void {
  document.getElementById(idOf(cell, column))?.focus();
}

function isPlainEnter(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && !event.ctrlKey && !event.metaKey;
}

function MemoCell(props: LineProps) {
  const t = useWords(words);
  const { lines, at, line, invalid, onChange } = props;
  return (
    <td className="memo" data-label={t('field.memo')}>
      <input
        id={idOf(props, 'memo')}
        className="input"
        autoComplete="off"
        maxLength={200}
        aria-label={`${t('voucher.line', { line: at + 1 })} ${t('field.memo')}`}
        aria-invalid={invalid.has(idOf(props, 'memo'))}
        value={line.memo}
        onChange={(event) => onChange(expandMemo(change(lines, at, { memo: event.target.value }), at))}
        onKeyDown={(event) => {
          if (!isPlainEnter(event)) return;
          event.preventDefault();
          focus(props, 'code');
        }}
      />
    </td>
  );
}

function AccountCells(props: LineProps) {
  const t = useWords(words);
  const { book, accounts, lines, at, line, invalid, onChange } = props;
  const account = accounts.find(({ code }) => code === line.code);
  const number = t('voucher.line', { line: at + 1 });
  return (
    <>
      <td data-label={t('field.account')}>
        <AccountCell
          id={idOf(props, 'code')}
          label={`${number} ${t('field.account')}`}
          accounts={accounts}
          code={line.code}
          invalid={invalid.has(idOf(props, 'code'))}
          onChoose={(chosen) => onChange(change(lines, at, { code: chosen?.code ?? '', sub: '', subName: '' }))}
          onDone={(chosen) => focus(props, chosen?.subKind ? 'sub' : 'debit')}
        />
      </td>
      <td {...(account?.subKind ? { 'data-label': t('field.sub') } : {})}>
        {account?.subKind && (
          <RecordPicker
            id={idOf(props, 'sub')}
            aria-label={`${number} ${t('field.sub')}`}
            aria-invalid={invalid.has(idOf(props, 'sub'))}
            source={subSource(book, account.subKind)}
            placeholder={t('voucher.pickSub')}
            value={line.sub === '' ? undefined : line.sub}
            onChange={(sub, choice) => {
              onChange(change(lines, at, { sub: sub ?? '', subName: choice?.label ?? '' }));
              if (sub) focus(props, 'debit');
            }}
          />
        )}
      </td>
    </>
  );
}

function AmountCell(props: LineProps & { readonly side: Side }) {
  const t = useWords(words);
  const { lines, at, line, side, invalid, onChange, formId } = props;
  function press(event: KeyboardEvent): void {
    if (event.key === '=' || event.key === ' ') {
      event.preventDefault();
      const next = event.key === '=' ? balanceLine(lines, at) : flipLine(lines, at);
      flushSync(() => onChange(next));
      focus(props, next[at]?.credit ? 'credit' : 'debit');
    } else if (isPlainEnter(event)) {
      event.preventDefault();
      if (side === 'debit' && line.debit.trim() === '') focus(props, 'credit');
      else {
        flushSync(() => onChange(nextLine(lines, at)));
        focus({ formId, at: at + 1 }, 'memo');
      }
    }
  }
  return (
    <td className="amount" data-label={t(side === 'debit' ? 'field.debitFen' : 'field.creditFen')}>
      <input
        id={idOf(props, side)}
        className={line[side].trim().startsWith('-') ? 'input red' : 'input'}
        inputMode="decimal"
        autoComplete="off"
        aria-label={`${t('voucher.line', { line: at + 1 })} ${t(side === 'debit' ? 'field.debitFen' : 'field.creditFen')}`}
        aria-invalid={invalid.has(idOf(props, side)) || !isAmount(line[side])}
        value={line[side]}
        onChange={(event) => onChange(typeAmount(lines, at, { side, text: event.target.value }))}
        onKeyDown={press}
      />
    </td>
  );
}
