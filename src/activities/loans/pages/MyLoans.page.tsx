import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordSection } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { listOwnLoans } from '../contract.ts';
import { formatPpm } from '../eligibility-rules.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { Plan } from './LoanParts.tsx';
import { PartTable } from './PartTable.tsx';

type Own = ReplyOf<typeof listOwnLoans>;

/** What one’s own household borrowed, when it falls due, and which bank may see what of it. */
export default function Page() {
  const t = useWords(words);
  const reply = useReply(listOwnLoans);
  return (
    <>
      <PageHead title={t('own.title')} about={t('own.intro')} />
      <Loaded reply={reply}>
        {(own) => (
          <article className="record">
            {own.loans.length === 0 && <p className="note">{t('own.empty')}</p>}
            {own.loans.map((loan) => (
              <OwnLoan key={loan.id} loan={loan} />
            ))}
            <Applications own={own} />
            <Consents own={own} />
          </article>
        )}
      </Loaded>
    </>
  );
}

function OwnLoan({ loan }: { readonly loan: Own['loans'][number] }) {
  const text = useText();
  const { date, yuan } = useFormat();
  return (
    <>
      <RecordSection
        section={{
          title: [`${loan.bankName} ${loan.contractNumber}`, `${loan.bankName} ${loan.contractNumber}`],
          items: [
            { label: words['field.principal'], value: yuan(loan.principalFen) },
            { label: words['field.outstanding'], value: yuan(loan.outstandingFen) },
            { label: words['field.overdue'], value: yuan(loan.overdueFen) },
            { label: words['field.rate'], value: formatPpm(loan.ratePpm) },
            { label: words['field.endsOn'], value: date(loan.endsOn) },
            { label: words['field.subsidy'], value: yuan(loan.subsidyFen) },
            { label: words['field.state'], value: text(wordsOf(`code.loan.${loan.state}`)) },
          ],
        }}
      />
      <Plan lines={loan.lines} />
    </>
  );
}

function Applications({ own: { applications } }: { readonly own: Own }) {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  return (
    <PartTable
      title={t('applications.title')}
      empty={t('own.empty')}
      heads={[
        { label: words['field.appliedOn'] },
        { label: words['field.amount'], end: true },
        { label: words['field.bank'] },
        { label: words['field.state'] },
        { label: words['field.refusals'] },
      ]}
      rows={applications.map((one) => ({
        key: one.id,
        cells: [
          date(one.appliedOn),
          yuan(one.amountFen),
          one.bankName ?? '–',
          text(wordsOf(`code.application.${one.state}`)),
          one.refusals.map((code) => text(wordsOf(`code.refusal.${code}`))).join(' · '),
        ],
      }))}
    />
  );
}

function Consents({ own: { consents } }: { readonly own: Own }) {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  return (
    <PartTable
      title={t('own.consents')}
      empty={t('own.consents.empty')}
      heads={(['bank', 'fields', 'givenOn', 'consentEndsOn', 'withdrawnOn'] as const).map((key) => ({
        label: words[`field.${key}`],
      }))}
      rows={consents.map((one) => ({
        key: one.id,
        cells: [
          one.bankName,
          one.fields.map((field) => text(wordsOf(`code.consent.${field}`))).join(' · '),
          date(one.givenOn),
          date(one.endsOn),
          one.withdrawnOn === null ? '–' : date(one.withdrawnOn),
        ],
      }))}
    />
  );
}
