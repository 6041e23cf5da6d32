import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getProject } from '../contract.ts';
import { words } from '../words.ts';
import { Chain } from './Chain.tsx';
import { wordsOf } from './codes.ts';
import { ProjectDialog } from './ProjectDialogs.tsx';
import { Awards, Contracts, Goals, Handed, Work } from './ProjectParts.tsx';
import { useProjectActions } from './project-actions.ts';
import type { ProjectTask, ProjectView } from './views.ts';

const labels = {
  name: words['field.name'],
  number: words['field.number'],
  content: words['field.content'],
  budget_fen: words['field.budget'],
  contracted_fen: words['field.contracted'],
  paid_fen: words['field.paid'],
  asset_booked_fen: words['field.assetBooked'],
  planned_through: words['field.plannedThrough'],
  state: words['field.state'],
  ended_on: words['field.endedOn'],
  ended_reason: words['field.endedReason'],
};

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getProject, { params });
  const [task, setTask] = useState<ProjectTask>();
  const actions = useProjectActions(setTask);
  const sections = useSections();
  return (
    <Loaded reply={reply} asPage>
      {(project) => (
        <RecordPage
          title={project.name}
          about={
            <>
              {project.placeName} <span className="tag">{text(wordsOf(`code.state.${project.state}`))}</span>
            </>
          }
          back={<Link to="/projects">{t('title')}</Link>}
          allowed={project.allowed}
          actions={actions(project)}
          sections={sections(project)}
          tabs={[
            { key: 'files', label: words['field.files'], content: <AttachmentsTab table="project" {...params} /> },
            {
              key: 'history',
              label: words['tab.history'],
              content: <HistoryTab table="project" {...params} labels={labels} />,
            },
          ]}
          dialog={task && <ProjectDialog project={project} task={task} onClose={() => setTask(undefined)} />}
        >
          <Missing project={project} />
          <Chain project={project} />
          <Goals project={project} />
          <Awards project={project} onTask={setTask} />
          <Contracts project={project} onTask={setTask} />
          <Work project={project} />
          <Handed project={project} onTask={setTask} />
        </RecordPage>
      )}
    </Loaded>
  );
}

/** Said before somebody tries: what was bought and is not in the register keeps a project open. */
function Missing({ project }: { project: ProjectView }) {
  const t = useWords(words);
  const { yuan } = useFormat();
  const { state, assetPaidFen, assetBookedFen } = project;
  if (state !== 'open' || assetPaidFen <= assetBookedFen) return null;
  return <p className="strip warn">{t('missing.assets', { missing: yuan(assetPaidFen - assetBookedFen) })}</p>;
}

function useSections(): (project: ProjectView) => readonly Section[] {
  const t = useWords(words);
  const text = useText();
  const { date, number, percent, yuan } = useFormat();
  return (project) => {
    const { budgetFen, paidFen, county, cooperativeId } = project;
    const spentBp = budgetFen === 0n ? 0 : Number((paidFen * 10_000n) / budgetFen);
    return [
      {
        items: [
          { label: words['field.number'], value: project.number },
          { label: words['field.kind'], value: text(wordsOf(`code.kind.${project.kind}`)) },
          { label: words['field.purpose'], value: text(wordsOf(`code.purpose.${project.purpose}`)) },
          {
            label: words['field.cooperative'],
            value: cooperativeId && (
              <Link to={`/cooperatives/${county}/${cooperativeId}`}>{project.cooperativeName}</Link>
            ),
          },
          { label: words['field.content'], value: project.content, wide: true },
          { label: words['field.scale'], value: project.scale },
          { label: words['field.benefit'], value: project.benefit, wide: true },
          { label: words['field.households'], value: number(project.households) },
          { label: words['field.poorHouseholds'], value: number(project.poorHouseholds) },
          { label: words['field.budget'], value: yuan(budgetFen) },
          { label: words['field.contracted'], value: yuan(project.contractedFen) },
          {
            label: words['field.paid'],
            value: (
              <Link to={`/payment-orders?projectId=${project.id}`}>
                {yuan(paidFen)} ({percent(spentBp)})
              </Link>
            ),
          },
          { label: words['field.assetPaid'], value: yuan(project.assetPaidFen) },
          { label: words['field.assetBooked'], value: yuan(project.assetBookedFen) },
          { label: words['field.period'], value: `${date(project.plannedFrom)} – ${date(project.plannedThrough)}` },
          { label: words['field.awardMethod'], value: text(wordsOf(`code.method.${project.awardMethod}`)) },
          { label: words['field.personInCharge'], value: project.personInCharge },
          { label: words['field.contact'], value: project.contact },
          { label: words['field.proposedOn'], value: date(project.proposedOn) },
          { label: words['field.endedOn'], value: project.endedOn && date(project.endedOn) },
          { label: words['field.endedReason'], value: project.endedReason },
          { label: words['field.digest'], value: <code>{project.digest.slice(0, 16)}</code> },
          {
            label: words['section.goals'],
            value: <Link to={`/projects/${county}/${project.id}/goals`}>{t('action.open')}</Link>,
          },
        ],
      },
    ];
  };
}
