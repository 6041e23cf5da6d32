import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { capitalKinds } from '../rules.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import type { FormationTask, FormationView, FounderView } from './views.ts';

interface FoundersProps {
  readonly formation: FormationView;
  readonly onTask: (task: FormationTask) => void;
}

/** Who founds it with what; a column for each kind of capital that somebody brings, and a totals row. */
export function Founders({ formation, onTask }: FoundersProps) {
  const t = useWords(words);
  const { founders, capital } = formation;
  const may = formation.allowed.includes('formation.record');
  const kinds = capitalKinds.filter((kind) => capital[`${kind}Fen`] > 0n);
  return (
    <section className="record-part">
      <h2>
        {t('part.founders')}{' '}
        {may && (
          <button type="button" className="button no-print" onClick={() => onTask({ kind: 'import' })}>
            {t('action.import')}
          </button>
        )}
      </h2>
      {founders.length === 0 && <p className="note">{t('founders.none')}</p>}
      {founders.length > 0 && (
        <TableScroll label={t('part.founders')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('field.number')}</th>
                <th scope="col">{t('field.founderName')}</th>
                <th scope="col">{t('field.founderKind')}</th>
                <th scope="col">{t('field.memberPlace')}</th>
                {kinds.map((kind) => (
                  <th key={kind} scope="col" className="end">
                    {t(`field.${kind}Fen`)}
                  </th>
                ))}
                <th scope="col" className="end">
                  {t('field.total')}
                </th>
                {may && <th scope="col" aria-label={t('action.editFounder')} />}
              </tr>
            </thead>
            <tbody>
              {founders.map((founder) => (
                <FounderRow key={founder.id} founder={founder} kinds={kinds} may={may} onTask={onTask} />
              ))}
            </tbody>
            <Totals capital={capital} kinds={kinds} may={may} />
          </table>
        </TableScroll>
      )}
    </section>
  );
}

interface TotalsProps {
  readonly capital: FormationView['capital'];
  readonly kinds: readonly (typeof capitalKinds)[number][];
  readonly may: boolean;
}

function Totals({ capital, kinds, may }: TotalsProps) {
  const t = useWords(words);
  const { yuan } = useFormat();
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={4}>
          {t('document.sum')}
        </th>
        {kinds.map((kind) => (
          <td key={kind} className="end">
            {yuan(capital[`${kind}Fen`])}
          </td>
        ))}
        <td className="end">{yuan(capital.totalFen)}</td>
        {may && <td />}
      </tr>
    </tfoot>
  );
}

interface RowProps {
  readonly founder: FounderView;
  readonly kinds: readonly (typeof capitalKinds)[number][];
  readonly may: boolean;
  readonly onTask: (task: FormationTask) => void;
}

function FounderRow({ founder, kinds, may, onTask }: RowProps) {
  const t = useWords(words);
  const text = useText();
  const { yuan } = useFormat();
  return (
    <tr>
      <td>{founder.number}</td>
      <th scope="row">
        {founder.name} {founder.poor && <span className="tag">{t('field.poor')}</span>}
      </th>
      <td>{text(wordsOf(`code.memberKind.${founder.kind}`))}</td>
      <td>{founder.memberPlaceName}</td>
      {kinds.map((kind) => (
        <td key={kind} className="end">
          {founder[`${kind}Fen`] > 0n ? yuan(founder[`${kind}Fen`]) : ''}
        </td>
      ))}
      <td className="end">{yuan(founder.totalFen)}</td>
      {may && (
        <td className="buttons">
          <button type="button" className="button quiet" onClick={() => onTask({ kind: 'editFounder', founder })}>
            {t('action.editFounder')}
          </button>
          <button type="button" className="button quiet" onClick={() => onTask({ kind: 'removeFounder', founder })}>
            {t('action.removeFounder')}
          </button>
        </td>
      )}
    </tr>
  );
}
