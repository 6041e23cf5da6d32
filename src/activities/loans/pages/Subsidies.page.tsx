import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { call, newId } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { claimStates, listClaims, recordClaim } from '../subsidy-contract.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';
import { useCounty } from './county.ts';
import { FormDialog } from './FormDialog.tsx';
import { claimFields, keyOfChoice } from './fields.ts';
import { SubsidyLines } from './SubsidyLines.tsx';

/** Claims; a village, at whose place no claim stands, sees the lines of its own people below. */
export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  const mayClaim = useMay('loan.claim');
  const [isOpen, setOpen] = useState(false);
  const toNew = mayClaim && (
    <button type="button" className="button primary" onClick={() => setOpen(true)}>
      {t('action.claim')}
    </button>
  );
  return (
    <>
      <PageHead title={t('subsidies.title')} about={t('subsidies.intro')} actions={toNew} />
      <RecordList
        contract={listClaims}
        caption={t('subsidies.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/loan-subsidies/${row.county}/${row.id}`}
        searchPlaceholder={words['field.title']}
        filters={[
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('claim', claimStates) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        emptyText={t('subsidies.empty')}
        columns={columns}
      />
      <SubsidyLines />
      {isOpen && <Claim onClose={() => setOpen(false)} />}
    </>
  );
}

const claimSchema = recordClaim.body.omit({ county: true, bankId: true }).extend({ bank: z.string().min(1) });

function Claim({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(words);
  const goTo = useNavigate();
  const countyOf = useCounty();
  const id = useMemo(newId, []);
  return (
    <FormDialog
      title={t('action.claim')}
      onClose={onClose}
      schema={claimSchema}
      fields={claimFields}
      fixed={{ id }}
      submit={({ bank, ...body }, options) => {
        const { id: bankId } = keyOfChoice(bank);
        return call(recordClaim, { body: { ...body, county: countyOf(bank), bankId } }, options);
      }}
      onSaved={(saved) => goTo(`/loan-subsidies/${saved.county}/${saved.id}`)}
    />
  );
}

function useColumns(): readonly Column<RowOf<typeof listClaims>>[] {
  const text = useText();
  const { date, number, yuan } = useFormat();
  return [
    { key: 'title', label: words['field.title'], sortable: true },
    { key: 'bankName', label: words['field.bank'], secondary: true },
    { key: 'fromOn', label: words['field.fromOn'], sortable: true, render: (row) => date(row.fromOn) },
    { key: 'throughOn', label: words['field.throughOn'], render: (row) => date(row.throughOn) },
    { key: 'lines', label: words['field.lines'], align: 'end', secondary: true, render: (row) => number(row.lines) },
    { key: 'disputed', label: words['field.disputed'], align: 'end', render: (row) => number(row.disputed) },
    {
      ...{ key: 'totalFen', label: words['field.total'], align: 'end', sortable: true },
      render: (row) => yuan(row.totalFen),
    },
    { key: 'state', label: words['field.state'], render: (row) => text(wordsOf(`code.claim.${row.state}`)) },
  ];
}
