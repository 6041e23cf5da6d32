import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { listBatches, orderBatch } from '../batch-contract.ts';
import { batchStates } from '../rules.ts';
import { listSchemes } from '../scheme-contract.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';
import { FormDialog } from './FormDialog.tsx';

type Row = RowOf<typeof listBatches>;

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const mayOrder = useMay('reward.order');
  const [ordering, setOrdering] = useState(false);
  return (
    <>
      <PageHead
        title={t('batches.title')}
        about={t('batches.intro')}
        back={<Link to="/rewards">{t('title')}</Link>}
        actions={
          mayOrder && (
            <button type="button" className="button primary" onClick={() => setOrdering(true)}>
              {t('action.order')}
            </button>
          )
        }
      />
      <RecordList
        contract={listBatches}
        caption={t('batches.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/reward-batches/${row.county}/${row.id}`}
        searchPlaceholder={words['batches.search']}
        filters={[
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('batchState', batchStates) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        emptyText={t('batches.empty')}
        columns={columns}
      />
      {ordering && <Order onClose={() => setOrdering(false)} />}
    </>
  );
}

function Order({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(words);
  const { number } = useFormat();
  const id = useMemo(newId, []);
  const schemes = useReply(listSchemes, {});
  const codes = (schemes.data?.rows ?? []).map((one) => ({ value: one.id, label: one.title }));
  return (
    <FormDialog
      title={t('action.order')}
      onClose={onClose}
      schema={orderBatch.body}
      fields={[
        { key: 'schemeId', kind: 'code', label: words['field.scheme'], codes },
        { key: 'title', kind: 'text', label: words['field.batch'] },
        { key: 'place', kind: 'place', label: words['field.place'] },
        { key: 'payerPlace', kind: 'place', label: words['field.payerPlace'] },
      ]}
      fixed={{ id }}
      submit={(body, options) => call(orderBatch, { body }, options)}
      onSaved={({ lines, withoutCard }) =>
        notify(t('said.ordered', { lines: number(lines), withoutCard: number(withoutCard) }))
      }
    />
  );
}

function useColumns(): readonly Column<Row>[] {
  const text = useText();
  const { date, number, yuan } = useFormat();
  return [
    { key: 'title', label: words['field.batch'] },
    { key: 'schemeTitle', label: words['field.scheme'], wraps: true, secondary: true },
    { key: 'placeName', label: words['field.place'], secondary: true },
    { key: 'lines', label: words['field.lines'], align: 'end', render: (row) => number(row.lines) },
    {
      ...{ key: 'totalFen', label: words['field.total'], align: 'end', sortable: true },
      render: (row) => yuan(row.totalFen),
    },
    {
      ...{ key: 'sentOn', label: words['field.sentOn'], sortable: true },
      render: (row) => (row.sentOn === null ? '–' : date(row.sentOn)),
    },
    { key: 'state', label: words['field.state'], render: (row) => text(wordsOf(`code.batchState.${row.state}`)) },
  ];
}
