import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { z } from 'zod';
import { formatBp } from '../../../platform/pure/ratio.ts';
import { call, newId } from '../../../platform/ui/client.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { listPools, recordPool } from '../pool-contract.ts';
import { words } from '../words.ts';
import { useCounty } from './county.ts';
import { FormDialog } from './FormDialog.tsx';
import { keyOfChoice, poolFields } from './fields.ts';

export default function Page() {
  const t = useWords(words);
  const columns = useColumns();
  const mayRecord = useMay('loan.pool');
  const [isOpen, setOpen] = useState(false);
  const toNew = mayRecord && (
    <button type="button" className="button primary" onClick={() => setOpen(true)}>
      {t('action.newPool')}
    </button>
  );
  const actions = (
    <>
      <Link to="/loan-compensations" className="button quiet">
        {t('tab.compensations')}
      </Link>
      {toNew}
    </>
  );
  return (
    <>
      <PageHead title={t('pools.title')} about={t('pools.intro')} actions={actions} />
      <RecordList
        contract={listPools}
        caption={t('pools.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/loan-pools/${row.county}/${row.id}`}
        searchPlaceholder={words['search.pool']}
        emptyText={t('pools.empty')}
        columns={columns}
      />
      {isOpen && <NewPool onClose={() => setOpen(false)} />}
    </>
  );
}

const poolSchema = recordPool.body
  .pick({ id: true, agreement: true, startsOn: true })
  .extend({ bank: z.string().min(1) });

function NewPool({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(words);
  const goTo = useNavigate();
  const countyOf = useCounty();
  const id = useMemo(newId, []);
  return (
    <FormDialog
      title={t('action.newPool')}
      onClose={onClose}
      schema={poolSchema}
      fields={poolFields}
      fixed={{ id }}
      submit={({ bank, ...body }, options) => {
        return call(recordPool, { body: { ...body, county: countyOf(bank), bankId: keyOfChoice(bank).id } }, options);
      }}
      onSaved={(saved) => goTo(`/loan-pools/${saved.county}/${saved.id}`)}
    />
  );
}

function useColumns(): readonly Column<RowOf<typeof listPools>>[] {
  const t = useWords(words);
  const { date, yuan } = useFormat();
  return [
    { key: 'bankName', label: words['field.bank'], sortable: true },
    { key: 'placeName', label: words['field.place'], secondary: true },
    { key: 'agreement', label: words['field.agreement'], secondary: true },
    {
      ...{ key: 'startsOn', label: words['field.agreementStartsOn'], sortable: true, secondary: true },
      render: (row) => date(row.startsOn),
    },
    { key: 'lentFen', label: words['field.lent'], align: 'end', render: (row) => yuan(row.lentFen) },
    {
      key: 'outstandingFen',
      label: words['field.outstanding'],
      align: 'end',
      secondary: true,
      render: (row) => yuan(row.outstandingFen),
    },
    {
      key: 'compensatedFen',
      label: words['field.compensated'],
      align: 'end',
      render: (row) => yuan(row.compensatedFen),
    },
    {
      ...{ key: 'ratioBp', label: words['field.ratio'], align: 'end' },
      render: (row) => (row.ratioBp === null ? '–' : formatBp(row.ratioBp)),
    },
    {
      ...{ key: 'suspendedOn', label: words['field.state'] },
      render: (row) => t(row.suspendProposed ? 'said.proposed' : isSuspended(row) ? 'said.suspended' : 'said.running'),
    },
  ];
}

function isSuspended({ suspendedOn, liftedOn }: RowOf<typeof listPools>): boolean {
  return suspendedOn !== null && liftedOn === null;
}
