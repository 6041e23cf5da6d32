import { Link } from 'react-router';
import { Light } from '../../../platform/ui/Light.tsx';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import type { AssemblyTask, AssemblyView, MotionView } from './views.ts';

interface MotionsProps {
  readonly assembly: AssemblyView;
  readonly onTask: (task: AssemblyTask) => void;
}

/** The agenda with the votes: three numbers a motion, the result beside them as they are typed and saved. */
export function Motions({ assembly, onTask }: MotionsProps) {
  const t = useWords(words);
  const may = assembly.allowed.includes('assembly.call');
  const heads = ['motionTitle', 'matter', 'votesFor', 'votesAgainst', 'votesAbstained', 'required', 'result'] as const;
  return (
    <section className="record-part">
      <h2>
        {t('part.motions')}{' '}
        {may && (
          <span className="buttons">
            <button type="button" className="button" onClick={() => onTask({ kind: 'motion' })}>
              {t('action.addMotion')}
            </button>
            <button type="button" className="button" onClick={() => onTask({ kind: 'take' })}>
              {t('part.offered')}
            </button>
          </span>
        )}
      </h2>
      {assembly.motions.length === 0 && <p className="note">{t('part.noMotions')}</p>}
      {assembly.motions.length > 0 && (
        <TableScroll label={t('part.motions')}>
          <table className="table">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {t(`field.${head}`)}
                  </th>
                ))}
                <th scope="col">{may ? '' : t('field.resolution')}</th>
              </tr>
            </thead>
            <tbody>
              {assembly.motions.map((motion) => (
                <MotionRow key={motion.id} motion={motion} may={may} onTask={onTask} />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}

interface RowProps {
  readonly motion: MotionView;
  readonly may: boolean;
  readonly onTask: (task: AssemblyTask) => void;
}

function MotionRow({ motion, may, onTask }: RowProps) {
  const t = useWords(words);
  const text = useText();
  return (
    <tr>
      <th scope="row">
        {motion.ordinal}. {motion.page ? <Link to={motion.page}>{motion.title}</Link> : motion.title}
      </th>
      <td>
        {t(`code.matter.${motion.matter}`)} <span className="tag">{t(`code.class.${motion.motionClass}`)}</span>
      </td>
      <td className="end">{motion.votesFor}</td>
      <td className="end">{motion.votesAgainst}</td>
      <td className="end">{motion.votesAbstained}</td>
      <td className="end" title={text(wordsOf(`clause.${motion.clause}`))}>
        {motion.required} / {motion.whole}
      </td>
      <td>
        <Light
          state={motion.result === null ? 'none' : motion.result === 'passed' ? 'met' : 'late'}
          label={t(motion.result === null ? 'result.open' : `result.${motion.result}`)}
        />
      </td>
      <td className="buttons">
        {!may && motion.number}
        {may && (
          <>
            <button type="button" className="button" onClick={() => onTask({ kind: 'votes', motion })}>
              {t('action.count')}
            </button>
            <button type="button" className="button quiet" onClick={() => onTask({ kind: 'editMotion', motion })}>
              {t('action.editMotion')}
            </button>
            <button type="button" className="button quiet" onClick={() => onTask({ kind: 'drop', motion })}>
              {t('action.dropMotion')}
            </button>
          </>
        )}
      </td>
    </tr>
  );
}
