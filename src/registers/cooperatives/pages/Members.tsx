import { useState } from 'react';
import { Link } from 'react-router';
import { call, download } from '../../../platform/ui/client.ts';
import { ImportDialog } from '../../../platform/ui/ImportDialog.tsx';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { memberKinds } from '../composition-rules.ts';
import type { CooperativeView } from '../contract.ts';
import {
  checkMemberImport,
  exportMembers,
  listMembers,
  markMemberImport,
  memberTemplate,
  takeMemberImport,
} from '../member-contract.ts';
import { words } from '../words.ts';
import { codesOf, codeWords } from './codes.ts';

/** The members of one organisation, today or on any day. */
export function Members({ cooperative }: { cooperative: CooperativeView }) {
  const t = useWords(words);
  const text = useText();
  const params = { county: cooperative.county, id: cooperative.id };
  const may = (act: string) => cooperative.allowed.includes(act) && cooperative.dissolvedOn === null;
  const [importing, setImporting] = useState(false);
  return (
    <>
      <RecordList
        contract={listMembers}
        params={params}
        caption={t('tab.members')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/memberships/${row.county}/${row.id}`}
        searchPlaceholder={words['member.search']}
        toolbar={<Additions cooperative={params} mayRecord={may('membership.record')} />}
        filters={[
          { key: 'kind', label: words['field.memberKind'], kind: 'codes', codes: codesOf('memberKind', memberKinds) },
          { key: 'on', label: words['field.on'], kind: 'date' },
          { key: 'left', label: words['field.left'], kind: 'codes', codes: codesOf('left', ['left', 'all']) },
        ]}
        emptyText={t('member.empty')}
        {...(cooperative.allowed.includes('membership.export') ? { exportContract: exportMembers } : {})}
        {...(may('membership.import') ? { onImport: () => setImporting(true) } : {})}
        columns={[
          { key: 'number', label: words['field.number'], sortable: true },
          { key: 'name', label: words['field.memberName'], sortable: true },
          {
            key: 'kind',
            label: words['field.memberKind'],
            render: (row) => text(codeWords('memberKind', row.kind)),
          },
          {
            key: 'memberPlaceName',
            label: words['field.memberPlace'],
            sortable: true,
            render: (row) => row.memberPlaceName ?? row.memberPlace,
          },
          { key: 'joinedOn', label: words['field.joinedOn'], sortable: true, secondary: true },
          { key: 'leftOn', label: words['field.leftOn'], secondary: true },
        ]}
      />
      {importing && <Import cooperative={params} onClose={() => setImporting(false)} />}
    </>
  );
}

interface AdditionsProps {
  readonly cooperative: { readonly county: number; readonly id: string };
  readonly mayRecord: boolean;
}

function Additions({ cooperative: { county, id }, mayRecord }: AdditionsProps) {
  const t = useWords(words);
  const mayLink = useMay('membership_act.link');
  return (
    <>
      {mayRecord && (
        <Link className="button" to={`/cooperatives/${county}/${id}/members/new`}>
          {t('action.member')}
        </Link>
      )}
      {mayLink && (
        <Link className="button" to={`/household-links/${county}/${id}`}>
          {t('action.households')}
        </Link>
      )}
    </>
  );
}

interface ImportProps {
  readonly cooperative: { readonly county: number; readonly id: string };
  readonly onClose: () => void;
}

function Import({ cooperative: params, onClose }: ImportProps) {
  const t = useWords(words);
  return (
    <ImportDialog
      title={t('action.import')}
      onClose={onClose}
      template={() => download(memberTemplate, { params })}
      check={(file) => call(checkMemberImport, { params, file })}
      take={(report, file) =>
        call(takeMemberImport, { params, file, query: { keepGood: report.rejected > 0 ? 'true' : 'false' } })
      }
      marked={(_, file) => download(markMemberImport, { params, file })}
    />
  );
}
