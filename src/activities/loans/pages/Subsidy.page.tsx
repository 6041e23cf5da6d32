import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { z } from 'zod';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { call } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { checkClaim, getClaim, payClaim, withdrawClaim } from '../subsidy-contract.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { FormDialog } from './FormDialog.tsx';
import { accountField, keyOfChoice } from './fields.ts';
import { SubsidyLines } from './SubsidyLines.tsx';
import { type ClaimView, keyOf } from './views.ts';

const labels = {
  state: words['field.state'],
  lines: words['field.lines'],
  total_fen: words['field.total'],
  paid_on: words['field.paidOutOn'],
};

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getClaim, { params });
  const [paying, setPaying] = useState(false);
  const actions = useActions(() => setPaying(true));
  const sections = useSections();
  return (
    <Loaded reply={reply} asPage>
      {(claim) => (
        <RecordPage
          title={claim.title}
          about={
            <>
              {claim.bankName} <span className="tag">{text(wordsOf(`code.claim.${claim.state}`))}</span>
            </>
          }
          back={<Link to="/loan-subsidies">{t('subsidies.title')}</Link>}
          allowed={claim.allowed}
          actions={actions(claim)}
          sections={sections(claim)}
          tabs={[
            {
              key: 'files',
              label: words['tab.files'],
              content: <AttachmentsTab table="loan_subsidy_claim" {...params} />,
            },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="loan_subsidy_claim" {...params} labels={labels} />,
            },
          ]}
          dialog={paying && <PayOut claim={claim} onClose={() => setPaying(false)} />}
        >
          <SubsidyLines claimId={claim.id} />
        </RecordPage>
      )}
    </Loaded>
  );
}

const paySchema = z.object({ account: z.string().min(1) });

function PayOut({ claim, onClose }: { readonly claim: ClaimView; readonly onClose: () => void }) {
  const t = useWords(words);
  const params = keyOf(claim);
  return (
    <FormDialog
      title={t('action.payOut')}
      onClose={onClose}
      schema={paySchema}
      fields={[accountField]}
      submit={({ account }, options) => {
        const { county, id } = keyOfChoice(account);
        const body = { revision: claim.revision, county, fundAccountId: id };
        return call(payClaim, { params, body }, options);
      }}
    />
  );
}

function useActions(onPay: () => void): (claim: ClaimView) => readonly RecordAction[] {
  const t = useWords(words);
  const { yuan, number } = useFormat();
  const check = useWrite(checkClaim);
  const withdraw = useWrite(withdrawClaim);
  return (claim) => {
    const params = keyOf(claim);
    const { revision } = claim;
    return [
      ...(claim.state === 'claimed'
        ? [
            {
              ...{ act: 'loan.claim_check', label: words['action.check'], primary: true, needsReason: false },
              effect: t('effect.check', { lines: number(claim.lines), total: yuan(claim.totalFen) }),
              run: async () => {
                await check.mutateAsync({ params, body: { revision } });
                return t('said.saved');
              },
            },
          ]
        : []),
      ...(claim.state === 'checked'
        ? [{ act: 'loan.claim_pay', label: words['action.payOut'], primary: true, onPress: onPay }]
        : []),
      {
        ...{ act: 'loan.claim', label: words['action.withdrawClaim'], effect: t('effect.withdrawClaim'), danger: true },
        run: async (reason) => {
          await withdraw.mutateAsync({ params, body: { revision, reason } });
          return t('said.saved');
        },
      },
    ];
  };
}

function useSections(): (claim: ClaimView) => readonly Section[] {
  const { date, number, yuan } = useFormat();
  return (claim) => [
    {
      items: [
        { label: words['field.fromOn'], value: date(claim.fromOn) },
        { label: words['field.throughOn'], value: date(claim.throughOn) },
        { label: words['field.lines'], value: number(claim.lines) },
        { label: words['field.disputed'], value: number(claim.disputed) },
        { label: words['field.total'], value: yuan(claim.totalFen) },
        { label: words['field.paidOutOn'], value: claim.paidOn && date(claim.paidOn) },
      ],
    },
  ];
}
