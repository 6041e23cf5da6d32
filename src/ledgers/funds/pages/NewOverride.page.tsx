import { useMemo } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { z } from 'zod';
import { call, newId } from '../../../platform/ui/client.ts';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { askOverride } from '../control-contract.ts';
import { liftableCodes, payeeKinds, permittedPurposes } from '../rules.ts';
import { words } from '../words.ts';
import { codeChoices, refusalLabel } from './codes.ts';
import { documentSource, keyOf } from './sources.ts';

const shape = askOverride.body.shape;
const form = z.object({
  document: z.string().min(1),
  code: shape.code,
  purpose: shape.purpose,
  payeeKind: shape.payeeKind,
  payeeId: shape.payeeId,
  payeeName: shape.payeeName,
  amountFen: shape.amountFen,
  justification: shape.justification,
});

const fields: readonly Field[] = [
  { key: 'document', label: words['field.document'], kind: 'record', records: documentSource },
  {
    key: 'code',
    label: words['field.code'],
    kind: 'code',
    codes: liftableCodes.map((value) => ({ value, label: refusalLabel(value) })),
    wide: true,
  },
  { key: 'purpose', label: words['field.purpose'], kind: 'code', codes: codeChoices('purpose', permittedPurposes) },
  { key: 'payeeKind', label: words['field.payeeKind'], kind: 'code', codes: codeChoices('payeeKind', payeeKinds) },
  { key: 'payeeName', label: words['field.payee'], kind: 'text' },
  { key: 'payeeId', label: words['field.payeeId'], kind: 'text', help: words['overrides.payeeHelp'] },
  { key: 'amountFen', label: words['field.amount'], kind: 'yuan' },
  { key: 'justification', label: words['field.justification'], kind: 'note' },
];

/** Asks for leave to pay once outside an earmark; a refused payment leads here with what it was about. */
export default function Page() {
  const t = useWords(words);
  const goTo = useNavigate();
  const [search] = useSearchParams();
  const account = keyOf(search.get('account') ?? '');
  const fixed = useMemo(() => ({ id: newId() }), []);
  const initial = useMemo(
    () =>
      Object.fromEntries(
        ['payeeKind', 'payeeId', 'payeeName', 'purpose', 'code'].map((key) => [key, search.get(key) ?? undefined]),
      ),
    [search],
  );
  return (
    <>
      <PageHead
        title={t('overrides.ask')}
        about={t('overrides.intro')}
        back={<Link to={`/fund-accounts/${account.county}/${account.id}`}>{t('field.account')}</Link>}
      />
      <RecordForm
        schema={form}
        fields={fields}
        initial={initial}
        refusals={words}
        submitLabel={t('overrides.ask')}
        submit={({ document, ...body }, options) => {
          const amountFen = String(body.amountFen);
          const about = { county: account.county, accountId: account.id, documentId: keyOf(document).id };
          return call(askOverride, { body: { ...body, ...about, ...fixed, amountFen } }, options);
        }}
        onSaved={(saved) => {
          notify(t('said.recorded'));
          goTo(`/fund-overrides/${saved.county}/${saved.id}`);
        }}
      />
    </>
  );
}
