import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column, Filter } from '../../../platform/ui/list-types.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { listPlaces } from '../contract.ts';
import { words } from '../words.ts';

type PlaceListRow = RowOf<typeof listPlaces>;

/** Places as a list: found by name, pinyin, initials or code, or all below one (`fixed.parent`). */
export function PlaceList({ fixed, filters, caption }: PlaceListProps) {
  const t = useWords(words);
  return (
    <RecordList
      contract={listPlaces}
      fixed={fixed}
      columns={useColumns()}
      rowKey={(row) => String(row.code)}
      rowLink={(row) => `/places/${row.code}`}
      filters={filters}
      searchPlaceholder={words.search}
      caption={caption}
      emptyText={t('nothing')}
    />
  );
}

interface PlaceListProps {
  readonly fixed: Readonly<Record<string, string | number>>;
  readonly filters?: readonly Filter[];
  readonly caption: string;
}

function useColumns(): readonly Column<PlaceListRow>[] {
  const t = useWords(words);
  const { date, number } = useFormat();
  return [
    { key: 'name', label: words.name },
    { key: 'kind', label: words.kind, render: (row) => t(kindKey(row.kind)) },
    { key: 'parentName', label: words.above },
    {
      key: 'villages',
      label: words.villages,
      align: 'end',
      render: (row) => (row.villages === null ? '' : number(row.villages)),
    },
    {
      key: 'endsOn',
      label: words.state,
      render: (row) => (row.endsOn === null ? t('open') : t('endedOn', { day: date(row.endsOn) })),
      secondary: true,
    },
    { key: 'code', label: words.code, secondary: true },
  ];
}

function kindKey(kind: string): keyof typeof words {
  const key = `kind.${kind}`;
  return key in words ? (key as keyof typeof words) : 'kind';
}
