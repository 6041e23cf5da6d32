import { formatYuan } from '../../../platform/pure/money.ts';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { words } from '../words.ts';
import { useNamedAccounts, wordOf } from './names.ts';
import type { StatementProps } from './StatementTable.tsx';

/** Below a statement: its cross-checks, what no row takes, and where it comes from. */
export function StatementNotes({ book, statement, shown }: StatementProps) {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  const { nameOf } = useNamedAccounts(book);
  const nameOfStatement = (name: 'sheet' | 'surplus') => text(wordOf(`statement.form.${book.chart}.${name}`));
  return (
    <ul className="check-list">
      {shown.checks.map((check) => (
        <li key={`${check.statement}-${check.row}-${check.other}`}>
          <Light
            state={check.holds ? 'met' : 'late'}
            label={t(check.holds ? 'statement.checkHolds' : 'statement.checkFails')}
          />
          {t('statement.check', {
            ...{ left: nameOfStatement(check.statement), row: check.row, leftAmount: formatYuan(check.leftFen) },
            ...{ right: nameOfStatement(check.otherStatement), other: check.other },
            rightAmount: formatYuan(check.rightFen),
          })}
        </li>
      ))}
      {statement === 'sheet' &&
        shown.leftOut.map(({ code, amountFen }) => (
          <li key={code}>
            <Light state="late" label={false} />
            {t('statement.leftOut', { account: `${code} ${nameOf(code)}`, amount: formatYuan(amountFen) })}
          </li>
        ))}
      {shown.unexplained.map((column) => (
        <li key={column}>
          <Light state="near" label={false} />
          {t('statement.unexplained', { column: text(wordOf(`column.equity.${column}`)) })}
        </li>
      ))}
      {shown.basis === 'remembered' && (
        <li>
          <Light state="near" label={false} />
          {t('statement.remembered')}
        </li>
      )}
      {shown.closed && (
        <li className="note">
          {t('statement.frozen', { date: date(shown.closed.on), digest: shown.closed.digest.slice(0, 16) })}
        </li>
      )}
    </ul>
  );
}
