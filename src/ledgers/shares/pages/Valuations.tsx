import { useMemo, useState } from 'react';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { memberSource } from '../../../registers/cooperatives/widgets/member-source.ts';
import { correctValuation, listValuations, recordValuation } from '../valuation-contract.ts';
import { valuationMethods, valuedSources } from '../valuation-rules.ts';
import { words } from '../words.ts';
import { codesOf, codeWords } from './codes.ts';
import type { Register } from './register-view.ts';

type Valuation = ReplyOf<typeof listValuations>['rows'][number];

function isLand({ source }: Readonly<Record<string, unknown>>): boolean {
  return source !== 'goods';
}

const fields: readonly Field[] = [
  { key: 'source', kind: 'code', label: words['field.source'], codes: codesOf('source', valuedSources) },
  { key: 'description', kind: 'text', label: words['field.description'] },
  { key: 'parcel', kind: 'note', label: words['field.parcel'], shown: isLand },
  { key: 'areaMu', kind: 'decimal', label: words['field.areaMu'], unit: words['unit.mu'], shown: isLand },
  { key: 'unitValueFen', kind: 'yuan', label: words['field.unitValueFen'], shown: isLand },
  { key: 'valueFen', kind: 'yuan', label: words['field.valueFen'] },
  { key: 'method', kind: 'code', label: words['field.method'], codes: codesOf('method', valuationMethods) },
  { key: 'valuedOn', kind: 'date', label: words['field.valuedOn'] },
  { key: 'valuedBy', kind: 'text', label: words['field.valuedBy'] },
  { key: 'documentNumber', kind: 'text', label: words['field.documentNumber'] },
  { key: 'termFrom', kind: 'date', label: words['field.termFrom'] },
  { key: 'termUntil', kind: 'date', label: words['field.termUntil'], shown: isLand },
];

/** What contributions in kind were found to be worth. */
export function Valuations({ register }: { register: Register }) {
  const t = useWords(words);
  const text = useText();
  const { date, number, yuan } = useFormat();
  const [open, setOpen] = useState<Valuation | 'new'>();
  const may = register.allowed.includes('share.value');
  const add = may && (
    <button type="button" className="button primary" onClick={() => setOpen('new')}>
      {t('valuation.new')}
    </button>
  );
  return (
    <>
      <RecordList
        contract={listValuations}
        params={{ county: register.county, id: register.id }}
        caption={t('tab.valuations')}
        rowKey={(row) => row.id}
        searchPlaceholder={words['valuation.search']}
        toolbar={add}
        emptyText={t('valuation.empty')}
        columns={[
          { key: 'member', label: words['field.member'], render: (row) => `${row.number ?? ''} ${row.name ?? ''}` },
          { key: 'source', label: words['field.source'], render: (row) => text(codeWords('source', row.source)) },
          { key: 'description', label: words['field.description'] },
          { key: 'areaMu', label: words['field.areaMu'], align: 'end', render: (row) => row.areaMu ?? '–' },
          { key: 'valueFen', label: words['field.valueFen'], align: 'end', render: (row) => yuan(row.valueFen) },
          { key: 'shares', label: words['field.shares'], align: 'end', render: (row) => number(row.shares) },
          {
            key: 'termUntil',
            label: words['field.termUntil'],
            secondary: true,
            render: (row) => (row.termUntil === null ? '–' : date(row.termUntil)),
          },
          {
            key: 'act',
            label: '',
            render: (row) =>
              may &&
              row.shares === 0 && (
                <button type="button" className="button" onClick={() => setOpen(row)}>
                  {t('action.correct')}
                </button>
              ),
          },
        ]}
      />
      {open === 'new' && <NewValuation register={register} onClose={() => setOpen(undefined)} />}
      {open !== undefined && open !== 'new' && <CorrectValuation valuation={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function NewValuation({ register, onClose }: { register: Register; onClose: () => void }) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  const params = { county: register.county, id: register.id };
  const records = useMemo(
    () => memberSource({ county: register.county, id: register.id }),
    [register.county, register.id],
  );
  const member: Field = { key: 'membershipId', kind: 'record', label: words['field.member'], records };
  return (
    <Dialog title={t('valuation.new')} onClose={onClose} wide>
      <RecordForm
        schema={recordValuation.body}
        fields={[member, ...fields]}
        fixed={{ id }}
        refusals={words}
        submit={(body, options) => call(recordValuation, { params, body }, options)}
        onSaved={() => {
          notify(t('saved'));
          onClose();
        }}
      />
    </Dialog>
  );
}

function CorrectValuation({ valuation, onClose }: { valuation: Valuation; onClose: () => void }) {
  const t = useWords(words);
  const params = { county: valuation.county, id: valuation.id };
  return (
    <Correction
      title={t('valuation.edit')}
      onClose={onClose}
      schema={correctValuation.body}
      fields={fields}
      initial={valuation}
      fixed={{ revision: valuation.revision }}
      refusals={words}
      submit={(body, options) => call(correctValuation, { params, body }, options)}
      onSaved={() => notify(t('saved'))}
    />
  );
}
