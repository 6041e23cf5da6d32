import { Link } from 'react-router';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { Part } from './Part.tsx';
import type { ProjectTask, ProjectView } from './views.ts';

interface PartProps {
  readonly project: ProjectView;
  readonly onTask: (task: ProjectTask) => void;
}

/** What the money is to achieve, and how much of it was reached. */
export function Goals({ project }: Pick<PartProps, 'project'>) {
  const t = useWords(words);
  const { date, number, percent } = useFormat();
  return (
    <Part
      title={t('section.goals')}
      empty={t('goals.none')}
      heads={[
        { label: words['field.indicator'] },
        { label: words['field.baseline'], end: true },
        { label: words['field.target'], end: true },
        { label: words['field.weight'], end: true },
        { label: words['field.dueOn'] },
        { label: words['field.value'], end: true },
        { label: words['field.score'], end: true },
      ]}
    >
      {project.goals.map((goal) => (
        <tr key={goal.id}>
          <th scope="row">
            <Link to={`/indicators/${goal.indicator}`}>{goal.indicator}</Link>
          </th>
          <td className="end">{number(goal.baseline)}</td>
          <td className="end">{number(goal.target)}</td>
          <td className="end">{percent(goal.weightBp)}</td>
          <td>{date(goal.dueOn)}</td>
          <td className="end">{goal.value === null ? '–' : number(goal.value)}</td>
          <td className="end">{goal.scoreBp === null ? '–' : percent(goal.scoreBp)}</td>
        </tr>
      ))}
    </Part>
  );
}

/** Who was chosen; the paper of a tender is attached here. */
export function Awards({ project, onTask }: PartProps) {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  const mayEdit = project.state === 'open' && project.allowed.includes('project.record');
  return (
    <>
      <Part
        title={t('section.awards')}
        empty={t('awards.none')}
        heads={[
          { label: words['field.subject'] },
          { label: words['field.party'] },
          { label: words['field.method'] },
          { label: words['field.amount'], end: true },
          { label: words['field.contracted'], end: true },
          { label: words['field.decidedOn'] },
          { label: words['field.documentNumber'] },
          ...(mayEdit ? [{ label: words['field.stepState'] }] : []),
        ]}
      >
        {project.awards.map((award) => (
          <tr key={award.id}>
            <th scope="row">{award.subject}</th>
            <td>{award.partyName}</td>
            <td>{text(wordsOf(`code.method.${award.method}`))}</td>
            <td className="end">{yuan(award.amountFen)}</td>
            <td className="end">{yuan(award.contractedFen)}</td>
            <td>{date(award.decidedOn)}</td>
            <td>{award.documentNumber ?? '–'}</td>
            {mayEdit && (
              <td>
                {award.contractedFen === 0n && (
                  <Press
                    label={t('action.withdrawAward')}
                    of={award.subject}
                    onPress={() => onTask({ kind: 'withdrawAward', award })}
                  />
                )}
              </td>
            )}
          </tr>
        ))}
      </Part>
      {project.awards
        .filter(({ method }) => method === 'tender')
        .map(({ id, subject }) => (
          <Files
            key={id}
            title={`${t('field.files')} · ${subject}`}
            table="project_award"
            county={project.county}
            id={id}
          />
        ))}
    </>
  );
}

/** What was signed, how much of it is reserved and paid. */
export function Contracts({ project, onTask }: PartProps) {
  const t = useWords(words);
  const { date, yuan } = useFormat();
  const mayEdit = project.state === 'open' && project.allowed.includes('project.record');
  return (
    <Part
      title={t('section.contracts')}
      empty={t('contracts.none')}
      heads={[
        { label: words['field.contractNumber'] },
        { label: words['field.party'] },
        { label: words['field.amount'], end: true },
        { label: words['field.paid'], end: true },
        { label: words['field.period'] },
        { label: words['field.account'] },
        { label: words['field.endedReason'] },
      ]}
    >
      {project.contracts.map((contract) => (
        <tr key={contract.id}>
          <th scope="row">{contract.number}</th>
          <td>{contract.partyName}</td>
          <td className="end">{yuan(contract.amountFen)}</td>
          <td className="end">{yuan(contract.paidFen)}</td>
          <td>
            {date(contract.startsOn)} – {date(contract.throughOn)}
          </td>
          <td>
            <Link to={`/fund-accounts/${contract.accountCounty}/${contract.accountId}`}>{t('action.open')}</Link>
          </td>
          <td>
            {contract.endedReason}
            {mayEdit && contract.endedOn === null && contract.paidFen < contract.amountFen && (
              <Press
                label={t('action.endContract')}
                of={contract.number}
                onPress={() => onTask({ kind: 'endContract', contract })}
              />
            )}
          </td>
        </tr>
      ))}
    </Part>
  );
}

/** Reports of progress with their photographs, and what the township found. */
export function Work({ project }: Pick<PartProps, 'project'>) {
  const t = useWords(words);
  const text = useText();
  const { date, percent } = useFormat();
  const [last] = project.progress;
  return (
    <>
      <Part
        title={t('section.progress')}
        empty={t('progress.none')}
        heads={[
          { label: words['field.reportedOn'] },
          { label: words['field.done'], end: true },
          { label: words['field.note'] },
          { label: words['field.files'], end: true },
        ]}
      >
        {project.progress.map((report) => (
          <tr key={report.id}>
            <th scope="row">{date(report.reportedOn)}</th>
            <td className="end">{percent(report.doneBp)}</td>
            <td>{report.note}</td>
            <td className="end">{report.files}</td>
          </tr>
        ))}
      </Part>
      {last && (
        <Files
          title={`${t('field.files')} · ${date(last.reportedOn)}`}
          table="project_progress"
          county={project.county}
          id={last.id}
        />
      )}
      <Part
        title={t('section.acceptances')}
        empty={t('acceptances.none')}
        heads={[
          { label: words['field.acceptedOn'] },
          { label: words['field.verdict'] },
          { label: words['field.members'] },
          { label: words['field.opinion'] },
        ]}
      >
        {project.acceptances.map((acceptance) => (
          <tr key={acceptance.id}>
            <th scope="row">{date(acceptance.acceptedOn)}</th>
            <td>{text(wordsOf(`code.verdict.${acceptance.verdict}`))}</td>
            <td>{acceptance.members}</td>
            <td>{acceptance.opinion}</td>
          </tr>
        ))}
      </Part>
    </>
  );
}

/** What was bought and stands in the asset register. */
export function Handed({ project, onTask }: PartProps) {
  const t = useWords(words);
  const { date, yuan } = useFormat();
  const mayEdit = project.state === 'open' && project.allowed.includes('project.record');
  return (
    <Part
      title={t('section.assets')}
      empty={t('assets.none')}
      heads={[
        { label: words['field.asset'] },
        { label: words['field.amount'], end: true },
        { label: words['field.handedOn'] },
        { label: words['field.keeper'] },
      ]}
    >
      {project.assets.map((asset) => (
        <tr key={asset.id}>
          <th scope="row">
            <Link to={`/assets/${project.county}/${asset.assetId}`}>{asset.assetName}</Link>
          </th>
          <td className="end">{yuan(asset.amountFen)}</td>
          <td>{date(asset.handedOn)}</td>
          <td>
            {asset.keeper}{' '}
            {mayEdit && (
              <Press
                label={t('action.unlink')}
                of={asset.assetName}
                onPress={() => onTask({ kind: 'unlink', asset })}
              />
            )}
          </td>
        </tr>
      ))}
    </Part>
  );
}

function Press({ label, of, onPress }: { label: string; of: string; onPress: () => void }) {
  return (
    <button type="button" className="button quiet no-print" aria-label={`${label} ${of}`} onClick={onPress}>
      {label}
    </button>
  );
}

interface FilesProps {
  readonly title: string;
  readonly table: string;
  readonly county: number;
  readonly id: string;
}

function Files({ title, ...subject }: FilesProps) {
  return (
    <section className="record-part">
      <h2>{title}</h2>
      <AttachmentsTab {...subject} />
    </section>
  );
}
