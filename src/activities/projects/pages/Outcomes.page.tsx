import { useState } from 'react';
import { Link } from 'react-router';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { listOutcomes } from '../outcome-contract.ts';
import { words } from '../words.ts';
import { DayRange, type Days } from './DayRange.tsx';
import { Part } from './Part.tsx';

/** What became of the proposals of each office. */
export default function Page() {
  const t = useWords(words);
  const { number, percent } = useFormat();
  const [days, setDays] = useState<Partial<Days>>({});
  const reply = useReply(listOutcomes, { query: days });
  return (
    <>
      <PageHead
        title={t('title.outcomes')}
        about={t('intro.outcomes')}
        back={<Link to="/projects">{t('title')}</Link>}
      />
      <DayRange days={days} onChange={setDays} />
      <Loaded reply={reply}>
        {({ rows }) => (
          <Part
            title={t('title.outcomes')}
            empty={t('empty.outcomes')}
            heads={[
              { label: words['field.office'] },
              ...(['proposed', 'refused', 'withdrawn', 'closed', 'refusedBp', 'withdrawnBp'] as const).map((key) => ({
                label: words[`field.${key}`],
                end: true,
              })),
            ]}
          >
            {rows.map((row) => (
              <tr key={row.place}>
                <th scope="row">{row.placeName}</th>
                <td className="end">
                  <Link to={`/projects?place=${row.place}`}>{number(row.proposed)}</Link>
                </td>
                <td className="end">
                  <Link to={`/projects?place=${row.place}&state=refused`}>{number(row.refused)}</Link>
                </td>
                <td className="end">
                  <Link to={`/projects?place=${row.place}&state=withdrawn`}>{number(row.withdrawn)}</Link>
                </td>
                <td className="end">{number(row.closed)}</td>
                <td className="end">{row.refusedBp === null ? '–' : percent(row.refusedBp)}</td>
                <td className="end">{row.withdrawnBp === null ? '–' : percent(row.withdrawnBp)}</td>
              </tr>
            ))}
          </Part>
        )}
      </Loaded>
    </>
  );
}
