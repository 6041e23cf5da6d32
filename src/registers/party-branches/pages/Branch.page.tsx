import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { getBranch } from '../contract.ts';
import { words } from '../words.ts';
import { BranchDialog, type DialogTask } from './dialogs.tsx';

type Branch = ReplyOf<typeof getBranch>;

const labels = {
  name: words['field.name'],
  kind: words['field.kind'],
  starts_on: words['field.startsOn'],
  ends_on: words['field.endsOn'],
};

export default function Page() {
  const t = useWords(words);
  const facts = useFacts();
  const params = useKey();
  const reply = useReply(getBranch, { params });
  const [task, setTask] = useState<DialogTask>();
  return (
    <Loaded reply={reply}>
      {(branch) => (
        <RecordPage
          title={branch.name}
          back={<Link to="/branches">{t('title')}</Link>}
          allowed={branch.allowed}
          actions={[
            {
              act: 'branch.record',
              label: words['action.post'],
              primary: true,
              onPress: () => setTask({ kind: 'post' }),
            },
          ]}
          sections={[{ items: facts(branch) }]}
          tabs={[historyTab(params)]}
          dialog={
            task && (
              <BranchDialog
                task={task}
                branch={params}
                onClose={() => setTask(undefined)}
                onSaved={() => void reply.refetch()}
              />
            )
          }
        >
          <Posts branch={branch} onTask={setTask} />
          <Years branch={branch} onTask={setTask} />
          <Rectifications branch={branch} onTask={setTask} />
        </RecordPage>
      )}
    </Loaded>
  );
}

function historyTab({ county, id }: { county: number; id: string }) {
  const content = <HistoryTab table="party_branch" county={county} id={id} labels={labels} />;
  return { key: 'history', label: words['tab.history'], content };
}

function useKey(): { county: number; id: string } {
  const { county, id } = useParams();
  return { county: Number(county), id: String(id) };
}

function useFacts(): (branch: Branch) => Section['items'] {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  return (branch) => [
    { label: words['field.place'], value: branch.placeName },
    { label: words['field.kind'], value: text(words[`code.kind.${branch.kind}`]) },
    {
      label: words['field.secretary'],
      value: branch.secretary ?? <span className="tag bad">{t('vacant')}</span>,
    },
    { label: words['field.members'], value: branch.members },
    { label: words['field.rating'], value: branch.rating && text(words[`code.rating.${branch.rating}`]) },
    { label: words['field.startsOn'], value: date(branch.startsOn) },
  ];
}

interface PartProps {
  readonly branch: Branch;
  readonly onTask: (task: DialogTask) => void;
}

function Posts({ branch, onTask }: PartProps) {
  const t = useWords(words);
  const { date } = useFormat();
  const text = useText();
  const may = branch.allowed.includes('branch.record');
  return (
    <PartTable
      title={t('section.posts')}
      heads={[t('field.post'), t('field.personName'), t('field.startsOn'), t('field.endsOn'), '']}
    >
      {branch.posts.map((post) => (
        <tr key={post.id}>
          <td>{text(words[`code.post.${post.post}`])}</td>
          <td>{post.personName}</td>
          <td>{date(post.startsOn)}</td>
          <td>{post.endsOn === null ? '–' : date(post.endsOn)}</td>
          <td>
            {may && post.endsOn === null && (
              <TaskButton label={t('action.endPost')} onPress={() => onTask({ kind: 'end', part: post })} />
            )}
          </td>
        </tr>
      ))}
    </PartTable>
  );
}

function Years({ branch, onTask }: PartProps) {
  const t = useWords(words);
  const text = useText();
  const add = branch.allowed.includes('branch.rate') && (
    <TaskButton label={t('action.year')} onPress={() => onTask({ kind: 'year' })} />
  );
  return (
    <PartTable title={t('section.years')} action={add} heads={[t('field.year'), t('field.members'), t('field.rating')]}>
      {branch.years.map((year) => (
        <tr key={year.id}>
          <td>{year.year}</td>
          <td>{year.members}</td>
          <td>{year.rating ? text(words[`code.rating.${year.rating}`]) : '–'}</td>
        </tr>
      ))}
    </PartTable>
  );
}

function Rectifications({ branch, onTask }: PartProps) {
  const t = useWords(words);
  const { date } = useFormat();
  const may = branch.allowed.includes('branch.rate');
  const add = may && !branch.rectifying && (
    <TaskButton label={t('action.rectify')} onPress={() => onTask({ kind: 'rectify' })} />
  );
  return (
    <PartTable
      title={t('section.rectifications')}
      action={add}
      heads={[t('field.problem'), t('field.measures'), t('field.foundOn'), t('field.dueOn'), t('field.closedOn'), '']}
    >
      {branch.rectifications.map((one) => (
        <tr key={one.id}>
          <td>{one.problem}</td>
          <td>{one.measures}</td>
          <td>{date(one.foundOn)}</td>
          <td>{date(one.dueOn)}</td>
          <td>{one.closedOn ? `${date(one.closedOn)} ${one.evidence ?? ''}` : '–'}</td>
          <td>
            {may && one.closedOn === null && (
              <TaskButton label={t('action.close')} onPress={() => onTask({ kind: 'close', part: one })} />
            )}
          </td>
        </tr>
      ))}
    </PartTable>
  );
}

function TaskButton({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button type="button" className="button" onClick={onPress}>
      {label}
    </button>
  );
}

interface PartTableProps {
  readonly title: string;
  readonly heads: readonly string[];
  readonly action?: ReactNode;
  readonly children: readonly ReactNode[];
}

function PartTable({ title, heads, action, children }: PartTableProps) {
  const t = useWords(words);
  return (
    <section className="record-part">
      <h2>
        {title} {action}
      </h2>
      {children.length === 0 && <p className="note">{t('part.none')}</p>}
      {children.length > 0 && (
        <TableScroll label={title}>
          <table className="table">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}
