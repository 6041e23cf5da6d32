import { Link, useSearchParams } from 'react-router';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { listGapVillages } from '../coverage-contract.ts';
import { words } from '../words.ts';

/** Villages (of `?place=`) in which nobody is insured; each opens its households. */
export default function Page() {
  const t = useWords(words);
  const { number } = useFormat();
  const [search] = useSearchParams();
  const place = search.get('place');
  const back = place ? `/insurance?place=${place}` : '/insurance';
  return (
    <>
      <PageHead title={t('gaps.title')} back={<Link to={back}>{t('coverage.title')}</Link>} />
      <RecordList
        contract={listGapVillages}
        {...(place ? { fixed: { place: Number(place) } } : {})}
        caption={t('gaps.title')}
        rowKey={(row) => String(row.place)}
        rowLink={(row) => `/insurance/households?place=${row.place}`}
        searchPlaceholder={words['field.village']}
        emptyText={t('gaps.empty')}
        columns={[
          { key: 'name', label: words['field.village'] },
          { key: 'township', label: words['field.township'] },
          {
            ...{ key: 'households', label: words['field.households'], align: 'end' },
            render: (row) => number(row.households),
          },
        ]}
      />
    </>
  );
}
