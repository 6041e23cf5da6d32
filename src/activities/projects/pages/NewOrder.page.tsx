import { useMemo } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useFormat, useLanguage, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import type { RecordSource } from '../../../platform/ui/records.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getProject, optionalText } from '../contract.ts';
import { askOrder } from '../order-contract.ts';
import { spendings } from '../order-rules.ts';
import { words } from '../words.ts';
import { codesOf } from './codes.ts';
import { accounts, documents, partyFields } from './fields.ts';
import { partyOf } from './party.ts';
import { type ProjectView, splitKey } from './views.ts';

/** The body of an order while account and payee are chosen by both parts of their keys. */
const schema = askOrder.body
  .omit({ accountCounty: true, accountId: true, payeeCounty: true, payeeId: true })
  .extend({ account: askOrder.body.shape.memo, household: optionalText(60), cooperative: optionalText(60) });

/** Asks for a payment for the project that the address names (`?project=150622/0190…`). */
export default function Page() {
  const t = useWords(words);
  const [search] = useSearchParams();
  const params = splitKey(search.get('project') ?? '');
  const reply = useReply(getProject, { params });
  return (
    <>
      <PageHead title={t('new.order')} about={t('new.orderIntro')} back={<Link to="/projects">{t('title')}</Link>} />
      <Loaded reply={reply}>{(project) => <OrderForm project={project} />}</Loaded>
    </>
  );
}

function OrderForm({ project }: { project: ProjectView }) {
  const t = useWords(words);
  const goTo = useNavigate();
  const id = useMemo(newId, []);
  const contracts = useContracts(project);
  const open = project.contracts.find(({ endedOn, paidFen, amountFen }) => endedOn === null && paidFen < amountFen);
  const initial = {
    ...{ spentOn: open ? 'asset' : 'household', payeeKind: open?.partyKind ?? 'household' },
    ...(open
      ? { contractId: open.id, account: `${open.accountCounty}/${open.accountId}`, payeeName: open.partyName }
      : {}),
  };
  return (
    <>
      <h2>{project.name}</h2>
      <RecordForm
        schema={schema}
        fields={fieldsOf(contracts)}
        initial={initial}
        fixed={{ id, county: project.county, projectId: project.id, purpose: project.purpose }}
        refusals={words}
        submitLabel={t('action.order')}
        submit={({ account, household, cooperative, ...body }, options) => {
          const { county: accountCounty, id: accountId } = splitKey(account);
          const party = partyOf(body.payeeKind, { household, cooperative });
          const payee = { payeeCounty: party.county, payeeId: party.id };
          return call(askOrder, { body: { ...body, ...payee, accountCounty, accountId } }, options);
        }}
        onSaved={(saved) => {
          notify(t('said.ordered', { approvals: saved.approvals }));
          goTo(`/payment-orders/${saved.county}/${saved.id}`);
        }}
      />
    </>
  );
}

function useContracts(project: ProjectView): RecordSource {
  const { yuan } = useFormat();
  const language = useLanguage();
  return useMemo(() => {
    const choices = project.contracts
      .filter(({ endedOn }) => endedOn === null)
      .map((contract) => ({
        value: contract.id,
        label: `${contract.number} ${contract.partyName}`,
        sub: `${yuan(contract.paidFen)} / ${yuan(contract.amountFen)}`,
      }));
    return {
      key: `contracts ${project.id} ${language}`,
      search: async () => choices,
      find: async (value) => choices.find((choice) => choice.value === value),
    };
  }, [project, yuan, language]);
}

function fieldsOf(contracts: RecordSource): readonly Field[] {
  return [
    { key: 'spentOn', kind: 'code', label: words['field.spentOn'], codes: codesOf('spentOn', spendings) },
    { key: 'contractId', kind: 'record', label: words['field.contract'], records: contracts },
    ...partyFields('payeeKind', 'payeeName'),
    { key: 'amountFen', kind: 'yuan', label: words['field.amount'] },
    { key: 'account', kind: 'record', label: words['field.account'], records: accounts },
    { key: 'documentId', kind: 'record', label: words['field.document'], records: documents },
    { key: 'bankTail', kind: 'text', label: words['field.bankTail'] },
    { key: 'invoiceNumber', kind: 'text', label: words['field.invoice'] },
    { key: 'invoicedOn', kind: 'date', label: words['field.invoicedOn'] },
    { key: 'memo', kind: 'text', label: words['field.memo'], wide: true },
  ];
}
