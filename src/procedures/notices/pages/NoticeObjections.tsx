import { useWords } from '../../../platform/ui/language.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { listObjections } from '../objection-contract.ts';
import { words } from '../words.ts';
import type { NoticeView } from './notice-view.ts';
import { useObjectionColumns } from './objection-columns.tsx';

/** What was said against one notice. */
export function NoticeObjections({ notice }: { notice: NoticeView }) {
  const t = useWords(words);
  const columns = useObjectionColumns();
  return (
    <RecordList
      contract={listObjections}
      fixed={{ noticeId: notice.id }}
      caption={t('tab.objections')}
      rowKey={(row) => row.id}
      search={false}
      emptyText={t('objections.empty')}
      columns={columns}
    />
  );
}
