import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { z } from 'zod';
import { call, newId } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { recordSource } from '../../../platform/ui/records.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { listAgencies } from '../../../registers/agencies/contract.ts';
import { enrolInsurer, listTerms, setTerms } from '../terms-contract.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { FormDialog } from './FormDialog.tsx';
import { termsFields } from './fields.ts';
import { PartTable } from './PartTable.tsx';
import { keyOfChoice } from './sources.ts';

/** Who bears premiums from which day on, and the insurers that cover the city. */
export default function Page() {
  const t = useWords(words);
  const reply = useReply(listTerms, {});
  const [task, setTask] = useState<'terms' | 'insurer'>();
  return (
    <Loaded reply={reply} asPage>
      {({ rows, insurers, allowed }) => (
        <>
          <PageHead
            title={t('terms.title')}
            about={t('terms.intro')}
            back={<Link to="/insurance-policies">{t('title')}</Link>}
            actions={allowed.includes('insurance.terms') && <Actions onTask={setTask} />}
          />
          <TermsTable rows={rows} />
          <Insurers insurers={insurers} />
          {task === 'terms' && <NewTerms onClose={() => setTask(undefined)} />}
          {task === 'insurer' && <Enrol onClose={() => setTask(undefined)} />}
        </>
      )}
    </Loaded>
  );
}

function Actions({ onTask }: { readonly onTask: (task: 'terms' | 'insurer') => void }) {
  const t = useWords(words);
  return (
    <>
      <button type="button" className="button" onClick={() => onTask('insurer')}>
        {t('action.enrol')}
      </button>
      <button type="button" className="button primary" onClick={() => onTask('terms')}>
        {t('action.setTerms')}
      </button>
    </>
  );
}

type Terms = z.output<typeof listTerms.reply>;

function TermsTable({ rows }: { readonly rows: Terms['rows'] }) {
  const t = useWords(words);
  const text = useText();
  const { date, percent } = useFormat();
  return (
    <PartTable
      title={t('terms.title')}
      empty={t('terms.empty')}
      heads={[
        { label: words['field.line'] },
        { label: words['field.startsOn'], whole: true },
        { label: words['code.payer.central'], end: true },
        { label: words['code.payer.region'], end: true },
        { label: words['code.payer.city'], end: true },
        { label: words['code.payer.banner'], end: true },
        { label: words['code.payer.holder'], end: true },
        { label: words['field.season'] },
        { label: words['field.termsSource'] },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          text(wordsOf(`code.line.${row.line}`)),
          date(row.startsOn),
          ...[row.centralBp, row.regionBp, row.cityBp, row.bannerBp, row.holderBp].map((bp) => percent(bp)),
          row.seasonFrom ? `${row.seasonFrom} – ${row.seasonTo}` : '–',
          row.source,
        ],
      }))}
    />
  );
}

function Insurers({ insurers }: { readonly insurers: Terms['insurers'] }) {
  const t = useWords(words);
  const { date } = useFormat();
  return (
    <PartTable
      title={t('terms.insurers')}
      empty={t('terms.noInsurers')}
      heads={[{ label: words['field.insurer'] }, { label: words['field.enrolledOn'], whole: true }]}
      rows={insurers.map(({ id, name, enrolledOn }) => ({ key: id, cells: [name, date(enrolledOn)] }))}
    />
  );
}

function NewTerms({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  return (
    <FormDialog
      title={t('action.setTerms')}
      onClose={onClose}
      schema={setTerms.body}
      fields={termsFields}
      fixed={{ id }}
      submit={(body, options) => call(setTerms, { body }, options)}
    />
  );
}

const insurerAgencies = recordSource(
  listAgencies,
  (row) => ({ value: `${row.county}/${row.id}`, label: row.name, sub: row.placeName }),
  { fixed: { kind: 'insurer' } },
);
const enrolSchema = z.object({ agency: z.string().min(1) });

function Enrol({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(words);
  return (
    <FormDialog
      title={t('action.enrol')}
      onClose={onClose}
      schema={enrolSchema}
      fields={[{ key: 'agency', kind: 'record', label: words['field.insurer'], records: insurerAgencies }]}
      submit={({ agency }, options) => {
        const { county, id: agencyId } = keyOfChoice(agency);
        return call(enrolInsurer, { body: { county, agencyId } }, options);
      }}
    />
  );
}
