import { call } from '../../../platform/ui/client.ts';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { BulkAction, Column } from '../../../platform/ui/list-types.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { decideApproval, exportApprovals, listApprovals } from '../contract.ts';
import type { Verdict } from '../rules.ts';
import { words } from '../words.ts';
import { boxCodes, stateCodes } from './codes.ts';

type Row = RowOf<typeof listApprovals>;

/** Where no box is chosen. */
const whatWaits = { box: 'waiting' } as const;

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const verdicts = useVerdicts();
  return (
    <>
      <PageHead title={t('title')} about={t('intro')} />
      <RecordList
        contract={listApprovals}
        caption={t('title')}
        fixed={whatWaits}
        rowKey={(row) => row.id}
        rowLink={(row) => `/approvals/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={[
          { key: 'box', label: words['field.box'], kind: 'codes', codes: boxCodes },
          { key: 'state', label: words['field.state'], kind: 'codes', codes: stateCodes },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        exportContract={exportApprovals}
        emptyText={t('empty')}
        bulkActions={verdicts}
        columns={columns}
      />
    </>
  );
}

function useColumns(): readonly Column<Row>[] {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  return [
    { key: 'title', label: words['field.title'], sortable: true },
    { key: 'light', label: words['field.light'], render: (row) => <Light state={row.light} /> },
    { key: 'dueOn', label: words['field.dueOn'], sortable: true, render: (row) => date(row.dueOn) },
    { key: 'workdays', label: words['field.workdays'], align: 'end' },
    { key: 'placeName', label: words['field.place'] },
    { key: 'makerName', label: words['field.maker'] },
    { key: 'askedOn', label: words['field.askedOn'], sortable: true, render: (row) => date(row.askedOn) },
    { key: 'state', label: words['field.state'], render: (row) => t(`code.state.${row.state}`) },
    {
      key: 'deciderRole',
      label: words['field.deciderRole'],
      secondary: true,
      render: (row) => text(words[`code.role.${row.deciderRole}`]),
    },
    { key: 'opinion', label: words['field.opinion'], secondary: true },
  ];
}

/** Decisions on several at once, each of them its own act on the version shown. */
function useVerdicts(): readonly BulkAction<Row>[] {
  const t = useWords(words);
  async function decideAll(rows: readonly Row[], verdict: Verdict, opinion: string): Promise<string> {
    const open = rows.filter((row) => row.allowed.includes('approval.decide'));
    for (const row of open) {
      const body = { revision: row.revision, digest: row.digest, verdict, opinion };
      await call(decideApproval, { params: { county: row.county, id: row.id }, body });
    }
    return t('said.many', { count: open.length });
  }
  function preview(rows: readonly Row[]) {
    const open = rows.filter((row) => row.allowed.includes('approval.decide'));
    return (
      <>
        <p>{t('effect.many', { count: open.length })}</p>
        <ul>
          {open.map((row) => (
            <li key={row.id}>{row.title}</li>
          ))}
        </ul>
      </>
    );
  }
  return [
    {
      key: 'approve',
      label: words['action.approve'],
      preview,
      run: (rows) => decideAll(rows, 'approved', ''),
    },
    {
      key: 'refuse',
      label: words['action.refuse'],
      preview,
      needsReason: true,
      danger: true,
      run: (rows, reason) => decideAll(rows, 'refused', reason),
    },
  ];
}
