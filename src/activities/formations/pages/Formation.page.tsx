import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, RecordSection, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { abandonFormation, getFormation } from '../contract.ts';
import { words } from '../words.ts';
import { Chain } from './Chain.tsx';
import { Checks } from './Checks.tsx';
import { wordsOf } from './codes.ts';
import { FormationDialog } from './FormationDialogs.tsx';
import { Founders } from './Founders.tsx';
import { Printing } from './Printing.tsx';
import type { FormationTask, FormationView } from './views.ts';

const labels = {
  name: words['field.name'],
  shares_method: words['field.sharesMethod'],
  surplus_method: words['field.surplusMethod'],
  expansion_bp: words['field.expansionBp'],
  relief_bp: words['field.reliefBp'],
  patronage_bp: words['field.patronageBp'],
  surplus_reserve_bp: words['field.surplusReserveBp'],
  uplift_mechanism: words['field.upliftMechanism'],
  state: words['field.state'],
};

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getFormation, { params });
  const [task, setTask] = useState<FormationTask>();
  const actions = useActions(setTask);
  const sections = useSections();
  return (
    <Loaded reply={reply} asPage>
      {(formation) => (
        <RecordPage
          title={formation.name}
          about={`${formation.placeName} ${text(wordsOf(`code.kind.${formation.kind}`))}`}
          back={<Link to="/formations">{t('title')}</Link>}
          voided={
            formation.abandonedOn ? { reason: formation.abandonedReason ?? '', at: formation.abandonedOn } : undefined
          }
          allowed={formation.allowed}
          actions={actions(formation)}
          sections={[]}
          tabs={[
            { key: 'files', label: words['tab.files'], content: <AttachmentsTab table="formation" {...params} /> },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="formation" {...params} labels={labels} />,
            },
          ]}
          dialog={task && <FormationDialog formation={formation} task={task} onClose={() => setTask(undefined)} />}
        >
          <Chain formation={formation} onTask={setTask} />
          <PlanSections sections={sections(formation)} />
          <Founders formation={formation} onTask={setTask} />
          <Checks formation={formation} />
          <Printing formation={formation} />
        </RecordPage>
      )}
    </Loaded>
  );
}

function PlanSections({ sections }: { sections: readonly Section[] }) {
  return sections.map((section) => <RecordSection key={String(section.title)} section={section} />);
}

function useActions(setTask: (task: FormationTask) => void): (formation: FormationView) => readonly RecordAction[] {
  const t = useWords(words);
  const goTo = useNavigate();
  const abandon = useWrite(abandonFormation);
  return ({ county, id, revision, name }) => [
    { act: 'formation.record', label: words['action.correct'], onPress: () => setTask({ kind: 'correct' }) },
    { act: 'formation.record', label: words['action.founder'], onPress: () => setTask({ kind: 'founder' }) },
    {
      act: 'formation.record',
      label: words['action.abandon'],
      effect: t('effect.abandon', { name }),
      danger: true,
      run: async (reason) => {
        await abandon.mutateAsync({ params: { county, id }, body: { revision, reason } });
        goTo('/formations');
        return t('said.abandoned');
      },
    },
  ];
}

function useSections(): (formation: FormationView) => readonly Section[] {
  const t = useWords(words);
  const text = useText();
  const { date, percent, yuan, number } = useFormat();
  const bp = (value: number | null) => (value === null ? undefined : percent(value));
  return (plan) => [
    {
      title: words['section.shares'],
      items: [
        { label: words['field.branch'], value: plan.branchName },
        { label: words['field.draftedOn'], value: date(plan.draftedOn) },
        { label: words['field.address'], value: plan.address },
        { label: words['field.business'], value: plan.business },
        { label: words['field.parValueFen'], value: yuan(plan.parValueFen) },
        { label: words['field.sharesMethod'], value: plan.sharesMethod, wide: true },
        ...(plan.cooperativeId
          ? [
              {
                label: words['field.cooperative'],
                value: <Link to={`/cooperatives/${plan.county}/${plan.cooperativeId}`}>{plan.name}</Link>,
              },
            ]
          : []),
      ],
    },
    {
      title: words['section.surplus'],
      items: [
        { label: words['field.surplusMethod'], value: plan.surplusMethod, wide: true },
        { label: words['field.surplusReserveBp'], value: bp(plan.surplusReserveBp) },
        { label: words['field.reserveQuantifiedBy'], value: text(wordsOf(`code.basis.${plan.reserveQuantifiedBy}`)) },
        { label: words['field.expansionBp'], value: bp(plan.expansionBp) },
        { label: words['field.reliefBp'], value: bp(plan.reliefBp) },
        { label: words['field.welfareReserveBp'], value: bp(plan.welfareReserveBp) },
        { label: words['field.patronageBp'], value: bp(plan.patronageBp) },
      ],
    },
    {
      title: words['section.uplift'],
      items: [
        { label: words['field.upliftMechanism'], value: t(`code.uplift.${plan.upliftMechanism}`) },
        { label: words['field.upliftBp'], value: bp(plan.upliftBp) },
        { label: words['field.upliftNote'], value: plan.upliftNote, wide: true },
      ],
    },
    {
      title: words['section.votes'],
      items: [
        { label: words['field.additionalVotesBp'], value: bp(plan.additionalVotesBp) },
        { label: words['field.quorumBp'], value: bp(plan.quorumBp) },
        { label: words['field.ordinaryBp'], value: bp(plan.ordinaryBp) },
        { label: words['field.specialBp'], value: bp(plan.specialBp) },
        { label: words['field.exitNoticeMonths'], value: number(plan.exitNoticeMonths) },
        { label: words['field.unitExitNoticeMonths'], value: number(plan.unitExitNoticeMonths) },
        { label: words['field.contact'], value: plan.contact },
        { label: words['field.note'], value: plan.note, wide: true },
      ],
    },
  ];
}
