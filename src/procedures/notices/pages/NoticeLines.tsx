import { formatYuan } from '../../../platform/pure/money.ts';
import { useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { EmptyState } from '../../../platform/ui/States.tsx';
import { listNoticeLines } from '../contract.ts';
import { words } from '../words.ts';
import type { NoticeView } from './notice-view.ts';

/** The list as it hangs. */
export function NoticeLines({ notice }: { notice: NoticeView }) {
  const t = useWords(words);
  const text = useText();
  if (notice.columns.length === 0) return <EmptyState text={t('list.empty')} />;
  const columns: readonly Column<RowOf<typeof listNoticeLines>>[] = [
    { key: 'number', label: words['field.number'], align: 'end' },
    ...notice.columns.map(({ title, kind }, at) => ({
      key: `cell${at}`,
      label: kind === 'fen' ? `${text(title)}${t('poster.yuan')}` : title,
      align: kind === 'text' ? ('start' as const) : ('end' as const),
      render: (row: RowOf<typeof listNoticeLines>) => cellText(kind, row.cells[at] ?? ''),
    })),
  ];
  return (
    <RecordList
      contract={listNoticeLines}
      params={{ county: notice.county, id: notice.id }}
      caption={notice.title}
      rowKey={(row) => String(row.number)}
      searchPlaceholder={words['list.search']}
      columns={columns}
    />
  );
}

export function cellText(kind: 'text' | 'fen' | 'count', cell: string): string {
  return kind === 'fen' && cell !== '' ? formatYuan(BigInt(cell)) : cell;
}
