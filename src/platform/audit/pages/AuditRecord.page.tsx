import { Link, useParams } from 'react-router';
import { Device } from '../../access/pages/Device.tsx';
import { roles } from '../../access/roles.ts';
import { words as roleWords } from '../../access/words.ts';
import type { ReplyOf } from '../../http/contract.ts';
import { useWords } from '../../ui/language.ts';
import { PageHead } from '../../ui/PageHead.tsx';
import { useReply } from '../../ui/queries.ts';
import { RecordHistory } from '../../ui/RecordHistory.tsx';
import { Loaded } from '../../ui/States.tsx';
import { getRecordHistory } from '../contract.ts';
import { words } from '../words.ts';

/** Everything that was done to one record, for a reader who came from the trail. */
export default function AuditRecordPage() {
  const t = useWords(words);
  const { table = '', county = '', id = '' } = useParams();
  const reply = useReply(getRecordHistory, { params: { table, county, id } });
  return (
    <div className="page">
      <PageHead
        title={t('audit.history')}
        about={`${table === 'account' ? t('audit.account') : table} ${id}`}
        back={<Link to="/audit">{t('menu.audit')}</Link>}
      />
      <Loaded reply={reply}>{({ versions }) => <History versions={versions} />}</Loaded>
    </div>
  );
}

type Versions = ReplyOf<typeof getRecordHistory>['versions'];

/** The server names the fields in the words of their feature: this page serves records of every one. */
function History({ versions }: { versions: Versions }) {
  const t = useWords(words);
  const role = useWords(roleWords);
  const labels = Object.fromEntries(
    versions.flatMap((version) => version.changes.map(({ field, label }) => [field, label])),
  );
  const shown = versions.map((version) => {
    const known = roles.find((one) => one === version.role);
    return { ...version, by: version.by || t('audit.nobody'), role: known && role(`role.${known}`) };
  });
  const show = (field: string, value: unknown) => {
    const known = field === 'role' && roles.find((one) => one === value);
    if (known) return role(`role.${known}`);
    if (field === 'device') return <Device userAgent={String(value)} />;
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };
  return <RecordHistory versions={shown} labels={labels} show={show} />;
}
