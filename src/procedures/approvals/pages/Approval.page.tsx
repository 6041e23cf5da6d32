import { Link, useNavigate, useParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { decideApproval, getApproval, withdrawApproval } from '../contract.ts';
import type { Verdict } from '../rules.ts';
import { words } from '../words.ts';

type Approval = ReplyOf<typeof getApproval>;

const labels = {
  title: words['field.title'],
  state: words['field.state'],
  digest: words['field.digest'],
  due_on: words['field.dueOn'],
  decided_on: words['field.decidedOn'],
  opinion: words['field.opinion'],
};

export default function Page() {
  const t = useWords(words);
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getApproval, { params });
  const actions = useActions();
  const facts = useFacts();
  return (
    <Loaded reply={reply} asPage>
      {(approval) => (
        <RecordPage
          title={approval.title}
          back={<Link to="/approvals">{t('title')}</Link>}
          allowed={approval.allowed}
          actions={actions(approval)}
          sections={[{ items: facts(approval) }]}
          tabs={[
            {
              key: 'files',
              label: words['tab.files'],
              content: <AttachmentsTab table="approval" {...params} />,
            },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="approval" {...params} labels={labels} />,
            },
          ]}
        />
      )}
    </Loaded>
  );
}

/** The verbs in the order of their keys: 1 approves, 2 refuses, 3 takes back. After a decision the next one opens. */
function useActions(): (approval: Approval) => readonly RecordAction[] {
  const t = useWords(words);
  const goTo = useNavigate();
  const decide = useWrite(decideApproval);
  const withdraw = useWrite(withdrawApproval);
  return (approval) => {
    const params = { county: approval.county, id: approval.id };
    const values = { title: approval.title, digest: approval.digest.slice(0, 12) };
    async function settle(verdict: Verdict, opinion: string): Promise<string> {
      const { revision, digest, next } = approval;
      await decide.mutateAsync({ params, body: { revision, digest, verdict, opinion } });
      goTo(next ? `/approvals/${next.county}/${next.id}` : '/approvals');
      return t(`said.${verdict}`, values);
    }
    return [
      {
        act: 'approval.decide',
        label: words['action.approve'],
        primary: true,
        needsReason: false,
        effect: t('effect.approve', values),
        run: (reason) => settle('approved', reason),
      },
      {
        act: 'approval.decide',
        label: words['action.refuse'],
        danger: true,
        effect: t('effect.refuse', values),
        run: (reason) => settle('refused', reason),
      },
      {
        act: 'approval.withdraw',
        label: words['action.withdraw'],
        danger: true,
        effect: t('effect.withdraw', values),
        run: async (reason) => {
          await withdraw.mutateAsync({ params, body: { revision: approval.revision, reason } });
          return t('said.withdrawn');
        },
      },
    ];
  };
}

function useFacts(): (approval: Approval) => Section['items'] {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  return (approval) => [
    {
      label: words['field.subject'],
      value: approval.page ? <Link to={approval.page}>{t('action.open')}</Link> : approval.subjectType,
    },
    { label: words['field.place'], value: approval.placeName },
    { label: words['field.state'], value: t(`code.state.${approval.state}`) },
    {
      label: words['field.dueOn'],
      value: (
        <>
          {date(approval.dueOn)} <Light state={approval.light} />
        </>
      ),
    },
    { label: words['field.maker'], value: approval.makerName },
    { label: words['field.askedOn'], value: date(approval.askedOn) },
    { label: words['field.deciderRole'], value: text(words[`code.role.${approval.deciderRole}`]) },
    { label: words['field.workdays'], value: approval.workdays },
    { label: words['field.decider'], value: approval.deciderName },
    { label: words['field.decidedOn'], value: approval.decidedOn && date(approval.decidedOn) },
    { label: words['field.opinion'], value: approval.opinion, wide: true },
    { label: words['field.digest'], value: <code>{approval.digest}</code>, wide: true },
  ];
}
