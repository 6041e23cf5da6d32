import { Link, useSearchParams } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { listGapHouseholds } from '../coverage-contract.ts';
import { unitOfKind } from '../rules.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';

/** Households of a village (`?place=`) that are not insured, with what the registers say they could insure. */
export default function Page() {
  const t = useWords(words);
  const text = useText();
  const { number } = useFormat();
  const [search] = useSearchParams();
  const place = search.get('place') ?? '';
  return (
    <>
      <PageHead
        title={t('gapHouseholds.title')}
        back={<Link to={`/insurance?place=${place}`}>{t('coverage.title')}</Link>}
      />
      <RecordList
        contract={listGapHouseholds}
        fixed={{ place: Number(place) }}
        caption={t('gapHouseholds.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/households/${row.county}/${row.id}`}
        searchPlaceholder={words['field.household']}
        emptyText={t('gapHouseholds.empty')}
        columns={[
          { key: 'name', label: words['field.household'] },
          { key: 'number', label: words['field.householdNumber'] },
          {
            ...{ key: 'units', label: words['field.held'] },
            render: (row) =>
              row.units
                .map(({ kind, held }) => {
                  const unit = text(wordsOf(`unit.${unitOfKind(kind)}`));
                  return `${text(wordsOf(`code.insurable.${kind}`))} ${number(held)} ${unit}`;
                })
                .join(' · '),
          },
          {
            ...{ key: 'hasPhone', label: words['field.phone'] },
            render: (row) => (row.hasPhone ? t('field.hasPhone') : t('renewals.noPhone')),
          },
        ]}
      />
    </>
  );
}
