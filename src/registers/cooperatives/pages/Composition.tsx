import { daysBetween, localDate } from '../../../platform/pure/period.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { RecordSection } from '../../../platform/ui/RecordPage.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import type { CooperativeView } from '../contract.ts';
import { words } from '../words.ts';
import { codeWords } from './codes.ts';

type Breach = CooperativeView['breaches'][number];

const ruled = ['farmers_professional', 'federation'];
const lowerBounds = ['members_too_few', 'farmers_too_few', 'federation_too_few'];

/** Who the members are, what the law asks of that, and what is to be cured by when. */
export function Composition({ cooperative }: { cooperative: CooperativeView }) {
  const t = useWords(words);
  const { number } = useFormat();
  const { composition, breaches } = cooperative;
  const isRuled = ruled.includes(cooperative.kind);
  return (
    <div className="stack">
      <p className="note">{t(isRuled ? 'composition.about' : 'composition.none')}</p>
      <RecordSection
        section={{
          items: [
            { label: words['field.members'], value: number(composition.members) },
            { label: words['composition.farmers'], value: number(composition.farmers) },
            { label: words['composition.units'], value: number(composition.units) },
            { label: words['composition.collectives'], value: number(composition.collectives) },
            { label: words['composition.cooperatives'], value: number(composition.cooperatives) },
          ],
        }}
      />
      {isRuled && cooperative.openBreaches === 0 && <p className="strip ok">{t('composition.ok')}</p>}
      <section className="record-part">
        <h2>{t('composition.breaches')}</h2>
        {breaches.length === 0 ? <p className="note">{t('breach.none')}</p> : <Breaches breaches={breaches} />}
      </section>
    </div>
  );
}

function Breaches({ breaches }: { breaches: readonly Breach[] }) {
  const t = useWords(words);
  const text = useText();
  const { date, number } = useFormat();
  return (
    <TableScroll label={t('composition.breaches')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('field.code')}</th>
            <th scope="col">{t('field.actual')}</th>
            <th scope="col">{t('field.bound')}</th>
            <th scope="col">{t('field.members')}</th>
            <th scope="col">{t('field.foundOn')}</th>
            <th scope="col">{t('field.cureBy')}</th>
            <th scope="col">{t('field.curedOn')}</th>
          </tr>
        </thead>
        <tbody>
          {breaches.map((breach) => (
            <tr key={breach.id}>
              <td>{text(codeWords('breach', breach.code))}</td>
              <td>{number(breach.actual)}</td>
              <td>{t(lowerBounds.includes(breach.code) ? 'bound.least' : 'bound.most', { count: breach.bound })}</td>
              <td>{number(breach.members)}</td>
              <td>{date(breach.foundOn)}</td>
              <td>{date(breach.cureBy)}</td>
              <td>{breach.curedOn === null ? <Left cureBy={breach.cureBy} /> : date(breach.curedOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Left({ cureBy }: { cureBy: string }) {
  const t = useWords(words);
  const days = daysBetween(useToday(), localDate(cureBy));
  if (days < 0) return <span className="tag bad">{t('breach.late')}</span>;
  return <span className="tag warn">{t('breach.daysLeft', { count: days })}</span>;
}
