import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { call } from '../../../platform/ui/client.ts';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { answerFinding, getFinding, reviewFinding } from '../finding-contract.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { FormDialog } from './FormDialog.tsx';
import { keyOf } from './views.ts';

type FindingView = ReplyOf<typeof getFinding>;

const labels = {
  state: words['field.state'],
  answer: words['field.answer'],
  recovered_fen: words['field.recovered'],
  closing_opinion: words['field.closingOpinion'],
  due_on: words['field.dueOn'],
};

/** Pages of the entries that findings are linked to. */
const entryPages: Readonly<Record<string, string>> = {
  payment: '/fund-movements',
  payment_order: '/payment-orders',
  project: '/projects',
  misuse_alert: '/misuse-alerts',
};

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getFinding, { params });
  const [answering, setAnswering] = useState(false);
  const actions = useActions(() => setAnswering(true));
  const sections = useSections();
  return (
    <Loaded reply={reply} asPage>
      {(finding) => (
        <RecordPage
          title={finding.title}
          about={
            <>
              {finding.placeName} <span className="tag">{text(wordsOf(`code.findingState.${finding.state}`))}</span>{' '}
              <Light state={finding.light} />
            </>
          }
          back={<Link to="/findings">{t('title.findings')}</Link>}
          allowed={finding.allowed}
          actions={actions(finding)}
          sections={sections(finding)}
          tabs={[
            { key: 'files', label: words['field.files'], content: <AttachmentsTab table="finding" {...params} /> },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="finding" {...params} labels={labels} />,
            },
          ]}
          dialog={answering && <AnswerDialog finding={finding} onClose={() => setAnswering(false)} />}
        />
      )}
    </Loaded>
  );
}

function AnswerDialog({ finding, onClose }: { readonly finding: FindingView; readonly onClose: () => void }) {
  const t = useWords(words);
  return (
    <FormDialog
      title={t('action.answer')}
      onClose={onClose}
      schema={answerFinding.body}
      fields={[
        { key: 'answer', kind: 'note', label: words['field.answer'] },
        { key: 'recoveredFen', kind: 'yuan', label: words['field.recovered'] },
      ]}
      fixed={{ revision: finding.revision }}
      submit={(body, options) => call(answerFinding, { params: keyOf(finding), body }, options)}
      said={() => t('said.answered')}
    />
  );
}

function useActions(answer: () => void): (finding: FindingView) => readonly RecordAction[] {
  const t = useWords(words);
  const review = useWrite(reviewFinding);
  return (finding) => {
    const reviewing = (verdict: 'closed' | 'returned'): RecordAction => ({
      act: 'finding.review',
      label: words[verdict === 'closed' ? 'action.closeFinding' : 'action.return'],
      effect: t(verdict === 'closed' ? 'effect.closeFinding' : 'effect.return'),
      primary: verdict === 'closed',
      run: async (opinion) => {
        const body = { revision: finding.revision, verdict, opinion };
        await review.mutateAsync({ params: keyOf(finding), body });
        return t('said.reviewed');
      },
    });
    return [
      reviewing('closed'),
      reviewing('returned'),
      { act: 'finding.answer', label: words['action.answer'], primary: finding.state === 'open', onPress: answer },
    ];
  };
}

function useSections(): (finding: FindingView) => readonly Section[] {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  return (finding) => [
    {
      items: [
        { label: words['field.number'], value: finding.number },
        { label: words['field.source'], value: text(wordsOf(`code.source.${finding.source}`)) },
        { label: words['field.misuse'], value: text(wordsOf(`code.misuse.${finding.misuse}`)) },
        { label: words['field.amount'], value: yuan(finding.amountFen) },
        { label: words['field.recovered'], value: yuan(finding.recoveredFen) },
        { label: words['field.detail'], value: finding.detail, wide: true },
        {
          label: words['field.entry'],
          value: finding.entryType && (
            <Link to={`${entryPages[finding.entryType]}/${finding.entryCounty}/${finding.entryId}`}>
              {text(wordsOf(`code.entryType.${finding.entryType}`))} {t('action.open')}
            </Link>
          ),
        },
        { label: words['field.responsible'], value: finding.responsible },
        { label: words['field.foundOn'], value: date(finding.foundOn) },
        { label: words['field.dueOn'], value: date(finding.dueOn) },
        { label: words['field.answer'], value: finding.answer, wide: true },
        { label: words['field.answeredOn'], value: finding.answeredOn && date(finding.answeredOn) },
        { label: words['field.answeredBy'], value: finding.answeredBy },
        { label: words['field.closingOpinion'], value: finding.closingOpinion, wide: true },
        { label: words['field.closedOn'], value: finding.closedOn && date(finding.closedOn) },
        { label: words['field.closedBy'], value: finding.closedBy },
        { label: words['field.reopened'], value: String(finding.reopened) },
      ],
    },
  ];
}
