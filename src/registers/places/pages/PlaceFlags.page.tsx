import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column, Filter } from '../../../platform/ui/list-types.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { listFlags, placeFlags } from '../contract.ts';
import { ownPlaces } from '../widgets/place-sources.ts';
import { words } from '../words.ts';

type FlagListRow = RowOf<typeof listFlags>;

const filters: readonly Filter[] = [
  {
    key: 'flag',
    label: words.flag,
    kind: 'codes',
    codes: placeFlags.map((flag) => ({ value: flag, label: words[`flag.${flag}`] })),
  },
  { key: 'day', label: words.holdsOn, kind: 'date' },
  { key: 'place', label: words.place, kind: 'place', places: ownPlaces },
];

/** Key poor, weak and pilot villages with the days on which they are. */
export default function PlaceFlagsPage() {
  const t = useWords(words);
  return (
    <div className="page">
      <PageHead title={t('flagsTitle')} about={t('flagsAbout')} />
      <RecordList
        contract={listFlags}
        columns={useColumns()}
        rowKey={(row) => row.id}
        rowLink={(row) => `/places/${row.place}?tab=flags`}
        filters={filters}
        searchPlaceholder={words.search}
        caption={t('flagsTitle')}
        emptyText={t('noFlagsList')}
      />
    </div>
  );
}

function useColumns(): readonly Column<FlagListRow>[] {
  const t = useWords(words);
  const { date } = useFormat();
  return [
    { key: 'place', label: words.village, render: (row) => row.placeName, sortable: true },
    { key: 'townshipName', label: words.township },
    { key: 'bannerName', label: words.banner },
    { key: 'flag', label: words.flag, render: (row) => t(`flag.${row.flag}`) },
    { key: 'startsOn', label: words.startsOn, render: (row) => date(row.startsOn), sortable: true },
    { key: 'endsOn', label: words.endsOn, render: (row) => (row.endsOn === null ? t('stillHolds') : date(row.endsOn)) },
    { key: 'documentNumber', label: words.documentNumber, secondary: true },
  ];
}
