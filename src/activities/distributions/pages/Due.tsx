import { useState } from 'react';
import { sumFen } from '../../../platform/pure/money.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { words } from '../words.ts';
import type { PayoutTask } from './PayoutDialogs.tsx';
import type { DueView, PayoutsView } from './views.ts';

interface DueProps {
  readonly payouts: PayoutsView;
  readonly onTask: (task: PayoutTask) => void;
}

/** Who is still to be paid, where it would go and what speaks against it; from here the files are made. */
export function Due({ payouts, onTask }: DueProps) {
  const t = useWords(words);
  const { number } = useFormat();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { due, dueTotal, allowed } = payouts;
  function toggle(id: string): void {
    setChosen((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    );
  }
  const picked = due.filter(({ membershipId }) => chosen.has(membershipId));
  return (
    <section className="record-part">
      <h2>{t('part.due')}</h2>
      {allowed.includes('payout.make') && due.length > 0 && <Making due={due} picked={picked} onTask={onTask} />}
      {due.length === 0 && <p className="note">{t('payouts.allPaid')}</p>}
      {dueTotal > due.length && (
        <p className="note">{t('due.more', { shown: number(due.length), total: number(dueTotal) })}</p>
      )}
      {due.length > 0 && (
        <TableScroll label={t('part.due')}>
          <table className="table">
            <DueHead mayMake={allowed.includes('payout.make')} mayRecord={allowed.includes('payee.record')} />
            <tbody>
              {due.map((row) => (
                <DueLine
                  key={row.membershipId}
                  due={row}
                  allowed={allowed}
                  chosen={chosen.has(row.membershipId)}
                  onToggle={() => toggle(row.membershipId)}
                  onTask={onTask}
                />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}

interface MakingProps {
  readonly due: readonly DueView[];
  readonly picked: readonly DueView[];
  readonly onTask: (task: PayoutTask) => void;
}

function Making({ due, picked, onTask }: MakingProps) {
  const t = useWords(words);
  const { number, yuan } = useFormat();
  const toBank = due.filter(({ flag, accountMasked }) => flag === null && accountMasked !== null);
  const totalOf = (rows: readonly DueView[]) => sumFen(rows.map(({ amountFen }) => amountFen));
  return (
    <p className="buttons no-print">
      <button
        type="button"
        className="button"
        disabled={picked.length === 0}
        onClick={() => onTask({ kind: 'cash', due: picked, totalFen: totalOf(picked) })}
      >
        {t('action.cashList')}
      </button>
      <button
        type="button"
        className="button primary"
        disabled={toBank.length === 0}
        onClick={() => onTask({ kind: 'bank' })}
      >
        {t('action.bankFile')}
      </button>
      {picked.length > 0 && (
        <span className="note">{t('due.chosen', { count: number(picked.length), total: yuan(totalOf(picked)) })}</span>
      )}
    </p>
  );
}

function DueHead({ mayMake, mayRecord }: { mayMake: boolean; mayRecord: boolean }) {
  const t = useWords(words);
  return (
    <thead>
      <tr>
        <th scope="col">{t('field.member')}</th>
        {mayMake && <th scope="col" aria-label={t('action.cashList')} className="select-cell" />}
        <th scope="col" className="end">
          {t('field.amount')}
        </th>
        <th scope="col">{t('field.holder')}</th>
        <th scope="col">{t('field.bankName')}</th>
        <th scope="col">{t('field.account')}</th>
        <th scope="col">{t('field.flag')}</th>
        {mayRecord && <th scope="col">{t('field.acts')}</th>}
      </tr>
    </thead>
  );
}

interface LineProps {
  readonly due: DueView;
  readonly allowed: readonly string[];
  readonly chosen: boolean;
  readonly onToggle: () => void;
  readonly onTask: (task: PayoutTask) => void;
}

function DueLine({ due, allowed, chosen, onToggle, onTask }: LineProps) {
  const t = useWords(words);
  const { yuan } = useFormat();
  const name = `${due.number} ${due.name}`;
  return (
    <tr className={chosen ? 'selected' : undefined}>
      <th scope="row">{name}</th>
      {allowed.includes('payout.make') && (
        <td className="select-cell">
          {due.flag === null && (
            <input type="checkbox" aria-label={t('due.choose', { name })} checked={chosen} onChange={onToggle} />
          )}
        </td>
      )}
      <td className="end">{yuan(due.amountFen)}</td>
      <td>{due.holder}</td>
      <td>{due.bankName}</td>
      <td className="nowrap">{due.accountMasked ?? t('no.account')}</td>
      <td>
        {due.flag !== null && <span className="tag bad">{t(`code.flag.${due.flag}`)}</span>}{' '}
        {due.sharedWith > 0 && <span className="tag">{t('shared.account', { count: due.sharedWith })}</span>}
      </td>
      {allowed.includes('payee.record') && (
        <td className="no-print">
          <button
            type="button"
            className="button quiet"
            aria-label={`${t('action.payee')} ${name}`}
            onClick={() => onTask({ kind: 'payee', due })}
          >
            {t('action.payee')}
          </button>
        </td>
      )}
    </tr>
  );
}
