import { useMemo, useState } from 'react';
import { call, newId } from '../../../platform/ui/client.ts';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { exportRenewals, listRenewals, remindInsured } from '../coverage-contract.ts';
import { insuranceLines, renewalLights } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';
import { FormDialog } from './FormDialog.tsx';

type Row = RowOf<typeof listRenewals>;

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const [told, setTold] = useState<Row>();
  const columns = useColumns(setTold);
  return (
    <>
      <PageHead title={t('renewals.title')} about={t('renewals.intro')} />
      <RecordList
        contract={listRenewals}
        caption={t('renewals.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/insurance-policies/${row.county}/${row.policyId}`}
        searchPlaceholder={words['renewals.search']}
        filters={[
          { key: 'light', label: words['field.renewal'], kind: 'codes', codes: codesOf('renewal', renewalLights) },
          { key: 'told', label: words['field.toldOn'], kind: 'codes', codes: codesOf('told', ['no', 'yes']) },
          { key: 'line', label: words['field.line'], kind: 'codes', codes: codesOf('line', insuranceLines) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        exportContract={exportRenewals}
        emptyText={t('renewals.empty')}
        columns={columns}
      />
      {told && <Remind row={told} onClose={() => setTold(undefined)} />}
    </>
  );
}

function Remind({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  const initial = useMemo(() => ({ channel: row.phoneMasked === null ? 'visit' : 'phone' }), [row]);
  const params = { county: row.county, id: row.id };
  return (
    <FormDialog
      title={t('action.remind')}
      onClose={onClose}
      schema={remindInsured.body}
      fields={[
        {
          ...{ key: 'channel', kind: 'code', label: words['field.channel'] },
          codes: codesOf('channel', ['phone', 'message', 'visit']),
        },
        { key: 'note', kind: 'note', label: words['field.note'] },
      ]}
      initial={initial}
      fixed={{ id }}
      submit={(body, options) => call(remindInsured, { params, body }, options)}
    />
  );
}

function useColumns(onTell: (row: Row) => void): readonly Column<Row>[] {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  const mayRemind = useMay('insurance.remind');
  const acts: Column<Row> = {
    key: 'acts',
    label: words['field.acts'],
    render: (row) => (
      <button type="button" className="button quiet" onClick={() => onTell(row)}>
        {t('action.remind')}
      </button>
    ),
  };
  return [
    { key: 'name', label: words['field.name'], sortable: true },
    { key: 'placeName', label: words['field.place'], secondary: true },
    {
      ...{ key: 'phoneMasked', label: words['field.phone'] },
      render: (row) => row.phoneMasked ?? t('renewals.noPhone'),
    },
    { key: 'line', label: words['field.line'], render: (row) => text(wordsOf(`code.line.${row.line}`)) },
    { key: 'endsOn', label: words['field.endsOn'], sortable: true, render: (row) => date(row.endsOn) },
    { key: 'renewBy', label: words['field.renewBy'], render: (row) => date(row.renewBy), secondary: true },
    {
      ...{ key: 'light', label: words['field.renewal'] },
      render: (row) => <Light state={row.light} label={text(wordsOf(`code.renewal.${row.light}`))} />,
    },
    {
      ...{ key: 'toldOn', label: words['field.toldOn'], secondary: true },
      render: (row) => (row.toldOn === null ? '–' : date(row.toldOn)),
    },
    ...(mayRemind ? [acts] : []),
  ];
}
