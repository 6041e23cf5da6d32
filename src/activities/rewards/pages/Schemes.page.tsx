import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { call, newId } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { applicantKinds, schemeKinds, unitKinds } from '../rules.ts';
import { listSchemes, recordScheme, setRate } from '../scheme-contract.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';
import { FormDialog } from './FormDialog.tsx';
import { PartTable } from './PartTable.tsx';

type Scheme = ReplyOf<typeof listSchemes>['rows'][number];

/** What is rewarded, for whom, how much a unit, from which day. */
export default function Page() {
  const t = useWords(words);
  const reply = useReply(listSchemes, {});
  const [task, setTask] = useState<Scheme | 'new'>();
  const close = () => setTask(undefined);
  return (
    <Loaded reply={reply} asPage>
      {({ rows, allowed }) => (
        <>
          <PageHead
            title={t('schemes.title')}
            about={t('schemes.intro')}
            back={<Link to="/rewards">{t('title')}</Link>}
            actions={
              allowed.includes('reward.scheme') && (
                <button type="button" className="button primary" onClick={() => setTask('new')}>
                  {t('action.scheme')}
                </button>
              )
            }
          />
          <Schemes rows={rows} {...(allowed.includes('reward.scheme') ? { onRate: setTask } : {})} />
          {task === 'new' && <NewScheme onClose={close} />}
          {task !== undefined && task !== 'new' && <NewRate scheme={task} onClose={close} />}
        </>
      )}
    </Loaded>
  );
}

interface SchemesProps {
  readonly rows: readonly Scheme[];
  readonly onRate?: (scheme: Scheme) => void;
}

function Schemes({ rows, onRate }: SchemesProps) {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  const heads = [
    { label: words['field.scheme.title'] },
    { label: words['field.scheme.place'] },
    { label: words['field.kind'] },
    { label: words['field.output'] },
    { label: words['field.unitKind'] },
    { label: words['field.applicants'] },
    { label: words['field.rate'], end: true },
    { label: words['field.cap'], end: true },
    { label: words['field.endsOn'], whole: true },
  ];
  const cells = (scheme: Scheme) => [
    `${scheme.title} ${scheme.documentNumber}`,
    scheme.placeName,
    text(wordsOf(`code.kind.${scheme.kind}`)),
    scheme.output,
    text(wordsOf(`code.unitKind.${scheme.unitKind}`)),
    text(wordsOf(`code.applicants.${scheme.applicants}`)),
    scheme.rates.map(({ startsOn, rateFen }) => `${yuan(rateFen)} (${date(startsOn)})`).join(' · '),
    scheme.capFen === null ? '–' : yuan(scheme.capFen),
    date(scheme.endsOn),
    onRate && (
      <button key="rate" type="button" className="button quiet" onClick={() => onRate(scheme)}>
        {t('action.rate')}
      </button>
    ),
  ];
  return (
    <PartTable
      title={t('schemes.title')}
      empty={t('schemes.empty')}
      heads={onRate ? [...heads, { label: words['field.revision'] }] : heads}
      rows={rows.map((scheme) => ({ key: scheme.id, cells: cells(scheme) }))}
    />
  );
}

const rateFields = [
  { key: 'rateFen', kind: 'yuan', label: words['field.rate'] },
  { key: 'source', kind: 'text', label: words['field.source'], wide: true },
] as const;

function NewScheme({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  return (
    <FormDialog
      title={t('action.scheme')}
      onClose={onClose}
      schema={recordScheme.body}
      fields={[
        { key: 'place', kind: 'place', label: words['field.scheme.place'] },
        { key: 'kind', kind: 'code', label: words['field.kind'], codes: codesOf('kind', schemeKinds) },
        { key: 'title', kind: 'text', label: words['field.scheme.title'] },
        { key: 'documentNumber', kind: 'text', label: words['field.document'] },
        { key: 'output', kind: 'text', label: words['field.output'] },
        { key: 'unitKind', kind: 'code', label: words['field.unitKind'], codes: codesOf('unitKind', unitKinds) },
        {
          key: 'applicants',
          kind: 'code',
          label: words['field.applicants'],
          codes: codesOf('applicants', applicantKinds),
        },
        { key: 'leastUnits', kind: 'decimal', label: words['field.leastUnits'] },
        { key: 'capFen', kind: 'yuan', label: words['field.cap'] },
        { key: 'startsOn', kind: 'date', label: words['field.startsOn'] },
        { key: 'endsOn', kind: 'date', label: words['field.endsOn'] },
        ...rateFields,
      ]}
      fixed={{ id }}
      submit={(body, options) => call(recordScheme, { body }, options)}
    />
  );
}

function NewRate({ scheme, onClose }: { readonly scheme: Scheme; readonly onClose: () => void }) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  return (
    <FormDialog
      title={`${t('action.rate')} ${scheme.title}`}
      onClose={onClose}
      schema={setRate.body}
      fields={[{ key: 'startsOn', kind: 'date', label: words['field.startsOn'] }, ...rateFields]}
      fixed={{ id }}
      submit={(body, options) => call(setRate, { params: { id: scheme.id }, body }, options)}
    />
  );
}
