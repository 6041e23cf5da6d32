import { type ReactNode, useState } from 'react';
import type { Dictionary } from '../../../indicators/widgets/dictionary.ts';
import type { PlaceMonth } from '../../../indicators/widgets/place-month.ts';
import { useKeys } from '../../../platform/ui/keys.ts';
import { LightLegend } from '../../../platform/ui/Light.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { EmptyState } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { words } from '../words.ts';
import { type Approval, ApprovalResults, useApproval } from './approval.tsx';
import { BelowRow } from './BelowRow.tsx';
import { ReturnDialog } from './ReturnDialog.tsx';
import type { BelowReport, BelowRights, Report } from './report-shapes.ts';
import { UnlockDialog } from './UnlockDialog.tsx';

/**
 * The reports directly below, by exceptions: what needs a look stands open, what does not is one line with one button.
 * Keys: j k move, Enter opens, 1 approves, 2 returns.
 */
export function BelowReports({ dictionary, at, report, months, rows }: BelowProps) {
  const t = useWords(words);
  const approval = useApproval(report.submission.month);
  const [folded, setFolded] = useState({ calm: true, approved: true });
  const [task, setTask] = useState<Task>();
  const groups = groupOf(rows);
  const shown = [...groups.open, ...(folded.calm ? [] : groups.calm), ...(folded.approved ? [] : groups.approved)];
  const may = rightsOf(report, at);
  const { current, opened, toggle } = useRowKeys({
    shown,
    may,
    approval,
    onReturn: (row) => setTask({ act: 'return', row }),
  });
  const body = (list: readonly BelowReport[]) =>
    list.map((row) => (
      <BelowRow
        key={row.submission.place}
        {...{ row, months, dictionary, may, approval }}
        isCurrent={row === current}
        isOpen={opened.has(row.submission.place)}
        onToggle={() => toggle(row.submission.place)}
        onTask={(act) => setTask({ act, row })}
      />
    ));
  const fold = (group: 'calm' | 'approved') => () => setFolded({ ...folded, [group]: !folded[group] });
  return (
    <section className="stack">
      <div className="part-head">
        <h2>{t('below.title')}</h2>
        <LightLegend />
      </div>
      <ApprovalResults approval={approval} rows={rows} />
      {rows.length === 0 && <EmptyState text={t('below.empty')} />}
      {rows.length > 0 && (
        <TableScroll label={t('below.title')}>
          <table className="table below-table">
            <BelowHead />
            <tbody>{body(groups.open)}</tbody>
            <Group list={groups.calm} label="below.calm" folded={folded.calm} onFold={fold('calm')}>
              {may.approve && groups.calm.length > 0 && <ApproveAll approval={approval} list={groups.calm} />}
            </Group>
            {!folded.calm && <tbody>{body(groups.calm)}</tbody>}
            <Group list={groups.approved} label="below.approved" folded={folded.approved} onFold={fold('approved')} />
            {!folded.approved && <tbody>{body(groups.approved)}</tbody>}
          </table>
        </TableScroll>
      )}
      {may.approve && shown.length > 0 && <p className="note no-print">{t('below.keys')}</p>}
      {task && <TaskDialog task={task} dictionary={dictionary} onClose={() => setTask(undefined)} />}
    </section>
  );
}

interface BelowProps {
  readonly dictionary: Dictionary;
  readonly at: PlaceMonth;
  readonly report: Report;
  readonly months: readonly string[];
  readonly rows: readonly BelowReport[];
}

/** Only the place directly above decides; an approved report comes back only until the one above it has gone up. */
function rightsOf({ submission, allowed }: Report, at: PlaceMonth): BelowRights {
  const isOwn = submission.place === at.own;
  const mayReturn = isOwn && allowed.includes('submission.return');
  return {
    approve: isOwn && allowed.includes('submission.approve'),
    return: mayReturn,
    returnApproved: mayReturn && (submission.state === 'open' || submission.state === 'returned'),
    unlock: allowed.includes('submission.unlock'),
  };
}

interface Task {
  readonly act: 'return' | 'unlock';
  readonly row: BelowReport;
}

interface TaskProps {
  readonly task: Task;
  readonly dictionary: Dictionary;
  readonly onClose: () => void;
}

function TaskDialog({ task, dictionary, onClose }: TaskProps) {
  const { submission, exceptions } = task.row;
  if (task.act === 'unlock') return <UnlockDialog submission={submission} onClose={onClose} />;
  const suspects = exceptions.map((one) => one.indicator);
  return <ReturnDialog {...{ dictionary, submission, suspects, onClose }} />;
}

/** `open`: what still needs somebody, confirmed ones with exceptions first. */
function groupOf(rows: readonly BelowReport[]) {
  const isCalm = ({ submission, exceptions }: BelowReport) =>
    submission.state === 'confirmed' && exceptions.length === 0;
  const rank = { confirmed: 0, returned: 1, open: 2, approved: 3 } as const;
  return {
    open: rows
      .filter((row) => row.submission.state !== 'approved' && !isCalm(row))
      .sort((a, b) => rank[a.submission.state] - rank[b.submission.state]),
    calm: rows.filter(isCalm),
    approved: rows.filter((row) => row.submission.state === 'approved'),
  };
}

interface RowKeys {
  readonly shown: readonly BelowReport[];
  readonly may: BelowRights;
  readonly approval: Approval;
  readonly onReturn: (row: BelowReport) => void;
}

function useRowKeys({ shown, may, approval, onReturn }: RowKeys) {
  const [at, setAt] = useState(-1);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const current = shown[at];
  function toggle(place: number): void {
    const next = new Set(opened);
    if (!next.delete(place)) next.add(place);
    setOpened(next);
  }
  const step = (by: number) => () => setAt((was) => Math.max(0, Math.min(shown.length - 1, was + by)));
  const decidable = current?.submission.state === 'confirmed' ? current : undefined;
  useKeys({
    j: step(1),
    k: step(-1),
    Enter: () => current && toggle(current.submission.place),
    1: () => decidable && may.approve && approval.approve([decidable.submission.place]),
    2: () => decidable && may.return && onReturn(decidable),
  });
  return { current, opened, toggle };
}

const columns = ['place', 'state', 'exceptions', 'lights', 'act'] as const;

function BelowHead() {
  const t = useWords(words);
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col" className={column === 'lights' ? 'secondary' : ''}>
            {t(`below.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Group({ list, label, folded, onFold, children }: GroupProps) {
  const t = useWords(words);
  if (list.length === 0) return null;
  return (
    <tbody>
      <tr className="group-row">
        <td colSpan={columns.length}>
          <span className="buttons">
            {t(label, { count: list.length })}
            {children}
            <button type="button" className="button quiet" aria-expanded={!folded} onClick={onFold}>
              {t(folded ? 'below.show' : 'below.hide')}
            </button>
          </span>
        </td>
      </tr>
    </tbody>
  );
}

interface GroupProps {
  readonly list: readonly BelowReport[];
  readonly label: 'below.calm' | 'below.approved';
  readonly folded: boolean;
  readonly onFold: () => void;
  readonly children?: ReactNode;
}

function ApproveAll({ approval, list }: { approval: Approval; list: readonly BelowReport[] }) {
  const t = useWords(words);
  return (
    <button
      type="button"
      className="button primary"
      disabled={approval.pending}
      onClick={() => approval.approve(list.map((row) => row.submission.place))}
    >
      {t('below.approveAll', { count: list.length })}
    </button>
  );
}
