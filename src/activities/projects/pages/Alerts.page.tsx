import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay, useToday } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportAlerts, findAlerts, listAlerts } from '../alert-contract.ts';
import { alertRules, alertStates } from '../alert-fact-rules.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';
import { FormDialog } from './FormDialog.tsx';

type Row = RowOf<typeof listAlerts>;

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const mayFind = useMay('misuse_alert.find');
  const [finding, setFinding] = useState(false);
  const run = mayFind && (
    <button type="button" className="button primary" onClick={() => setFinding(true)}>
      {t('action.find')}
    </button>
  );
  const actions = (
    <>
      <Link className="button" to="/misuse-alerts/back-test">
        {t('action.backTest')}
      </Link>
      {run}
    </>
  );
  return (
    <>
      <PageHead title={t('title.alerts')} about={t('intro.alerts')} actions={actions} />
      <RecordList
        contract={listAlerts}
        caption={t('title.alerts')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/misuse-alerts/${row.county}/${row.id}`}
        searchPlaceholder={words['search.alerts']}
        filters={[
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('alertState', alertStates) },
          { key: 'rule', label: words['field.rule'], kind: 'codes', codes: codesOf('rule', alertRules) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        exportContract={exportAlerts}
        emptyText={t('empty.alerts')}
        emptyAction={run}
        columns={columns}
      />
      {finding && <FindDialog onClose={() => setFinding(false)} />}
    </>
  );
}

function FindDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const today = useToday();
  return (
    <FormDialog
      title={t('action.find')}
      onClose={onClose}
      schema={findAlerts.body}
      fields={[
        { key: 'from', kind: 'date', label: words['field.from'] },
        { key: 'through', kind: 'date', label: words['field.through'] },
      ]}
      initial={{ from: `${today.slice(0, 4)}-01-01`, through: today }}
      submit={(body, options) => call(findAlerts, { body }, options)}
      said={({ payments, opened }) => t('said.found', { payments, opened })}
    />
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const { date, yuan } = useFormat();
  return [
    { key: 'rule', label: words['field.rule'], render: (row) => text(wordsOf(`code.rule.${row.rule}`)) },
    { key: 'payeeName', label: words['field.payee'], render: (row) => row.payeeName ?? '–' },
    { key: 'placeName', label: words['field.place'], secondary: true },
    {
      ...{ key: 'amountFen', label: words['field.amount'], align: 'end', sortable: true },
      render: (row) => yuan(row.amountFen),
    },
    { key: 'occurredOn', label: words['field.occurredOn'], sortable: true, render: (row) => date(row.occurredOn) },
    {
      key: 'foundOn',
      label: words['field.foundOn'],
      sortable: true,
      secondary: true,
      render: (row) => date(row.foundOn),
    },
    { key: 'state', label: words['field.state'], render: (row) => text(wordsOf(`code.alertState.${row.state}`)) },
  ];
}
