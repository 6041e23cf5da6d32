import { useState } from 'react';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { EmptyState } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { words } from '../words.ts';
import { ClassDialog, type ClassTask } from './ClassDialogs.tsx';
import { codeWords } from './codes.ts';
import { OpeningDialog } from './OpeningDialog.tsx';
import type { ClassTotal, Register } from './register-view.ts';

/** The classes of shares with their rules, what is held of each and what the ledger says is issued. */
export function Classes({ register }: { register: Register }) {
  const t = useWords(words);
  const [task, setTask] = useState<ClassTask>();
  const [opening, setOpening] = useState(false);
  const may = register.allowed.includes('share.class') && register.dissolvedOn === null;
  const empty = register.classes.every((one) => one.shares === 0);
  const mayOpen = register.allowed.includes('share.open') && empty && register.classes.length > 0;
  const add = may && (
    <button type="button" className="button primary" onClick={() => setTask({ kind: 'new' })}>
      {t('class.new')}
    </button>
  );
  return (
    <div className="stack">
      {register.classes.length > 0 && (
        <div className="buttons no-print">
          {add}
          {mayOpen && (
            <button type="button" className="button" onClick={() => setOpening(true)}>
              {t('opening.action')}
            </button>
          )}
        </div>
      )}
      {register.classes.length === 0 ? (
        <EmptyState text={t('class.none')} action={add} />
      ) : (
        <>
          <ClassTable register={register} may={may} onTask={setTask} />
          <p className="note">{t('register.balanced')}</p>
        </>
      )}
      {task && <ClassDialog register={register} task={task} onClose={() => setTask(undefined)} />}
      {opening && <OpeningDialog register={register} onClose={() => setOpening(false)} />}
    </div>
  );
}

interface TableProps {
  readonly register: Register;
  readonly may: boolean;
  readonly onTask: (task: ClassTask) => void;
}

function ClassTable({ register, may, onTask }: TableProps) {
  const t = useWords(words);
  const { number, yuan } = useFormat();
  const sum = (pick: (one: ClassTotal) => number) => register.classes.reduce((all, one) => all + pick(one), 0);
  const paidFen = register.classes.reduce((all, one) => all + one.paidFen, 0n);
  return (
    <TableScroll label={t('tab.classes')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('field.class')}</th>
            <th scope="col" className="end">
              {t('field.parFen')}
            </th>
            <th scope="col">{t('field.transfer')}</th>
            <th scope="col">{t('field.exit')}</th>
            <th scope="col" className="end">
              {t('field.holders')}
            </th>
            <th scope="col" className="end">
              {t('field.shares')}
            </th>
            <th scope="col" className="end">
              {t('field.issued')}
            </th>
            <th scope="col" className="end">
              {t('field.paidFen')}
            </th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {register.classes.map((one) => (
            <ClassRow key={one.share.id} one={one} may={may} onTask={onTask} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={5}>
              {t('total')}
            </th>
            <td className="end">{number(sum((one) => one.shares))}</td>
            <td className="end">{number(sum((one) => one.issued))}</td>
            <td className="end">{yuan(paidFen)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
}

function ClassRow({ one, may, onTask }: { one: ClassTotal } & Omit<TableProps, 'register'>) {
  const t = useWords(words);
  const text = useText();
  const { date, number, yuan } = useFormat();
  const { share } = one;
  const kind = text(codeWords('classKind', share.kind));
  return (
    <tr>
      <th scope="row">
        {share.name} {share.name !== kind && <span className="tag">{kind}</span>}
        {share.endsOn !== null && <span className="tag">{date(share.endsOn)}</span>}
      </th>
      <td className="end">{yuan(share.parFen)}</td>
      <td>{text(codeWords('transfer', share.transfer))}</td>
      <td>{text(codeWords('exit', share.exit))}</td>
      <td className="end">{number(one.holders)}</td>
      <td className="end">{number(one.shares)}</td>
      <td className="end">{number(one.issued)}</td>
      <td className="end">{yuan(one.paidFen)}</td>
      <td className="buttons">
        {may && (
          <button type="button" className="button" onClick={() => onTask({ kind: 'correct', share })}>
            {t('action.correct')}
          </button>
        )}
        {may && share.endsOn === null && (
          <button type="button" className="button" onClick={() => onTask({ kind: 'close', share })}>
            {t('class.close')}
          </button>
        )}
      </td>
    </tr>
  );
}
