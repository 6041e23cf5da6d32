import type { ReactNode } from 'react';
import { getRecordHistory } from '../audit/contract.ts';
import { type Text, useFormat, useText, useWords } from './language.ts';
import { useReply } from './queries.ts';
import { EmptyState, Loaded } from './States.tsx';
import { words } from './words.ts';

/**
 * `<RecordHistory versions labels? show? />`: who changed what, when, from what to what, and why; newest first.
 * `versions` come from the feature's history route; `labels` names its fields (`{ headName: words['field.headName'] }`),
 * a field without a label is not shown; `show(field, value)` speaks codes, amounts and dates.
 *
 * `<HistoryTab table county id labels show? />`: the same, read from the audit trail; for the `tabs` of a record page.
 */
export function RecordHistory({ versions, labels, show }: HistoryProps) {
  const t = useWords(words);
  const { instant } = useFormat();
  if (versions.length === 0) return <EmptyState text={t('history.empty')} />;
  return (
    <ol className="history">
      {versions.map((version) => (
        <li key={`${version.at} ${version.by}`}>
          <p className="history-head">
            <strong>{instant(version.at)}</strong>
            <span>{version.by}</span>
            {version.role !== undefined && <span className="note">{version.role}</span>}
            <span className="tag">{version.act}</span>
          </p>
          {version.reason !== undefined && <p>{t('history.because', { reason: version.reason })}</p>}
          <Changes version={version} labels={labels} show={show ?? plain} />
        </li>
      ))}
    </ol>
  );
}

export function HistoryTab({ table, county, id, ...look }: HistoryTabProps) {
  const reply = useReply(getRecordHistory, { params: { table, county, id } });
  return <Loaded reply={reply}>{({ versions }) => <RecordHistory versions={versions} {...look} />}</Loaded>;
}

interface HistoryTabProps extends Omit<HistoryProps, 'versions'> {
  readonly table: string;
  readonly county: number;
  readonly id: string;
}

/** One change of a record as its history route tells it. */
export interface Version {
  /** ISO instant */
  readonly at: string;
  /** name of the person */
  readonly by: string;
  readonly role?: string;
  /** what was done, in words */
  readonly act: string;
  readonly reason?: string;
  readonly changes: readonly { readonly field: string; readonly from?: unknown; readonly to?: unknown }[];
}

interface HistoryProps {
  readonly versions: readonly Version[];
  readonly labels: Readonly<Record<string, Text>>;
  readonly show?: (field: string, value: unknown) => ReactNode;
}

function Changes({ version, labels, show }: Required<Omit<HistoryProps, 'versions'>> & { version: Version }) {
  const t = useWords(words);
  const text = useText();
  const named = version.changes.flatMap((change) => {
    const label = labels[change.field];
    return label === undefined ? [] : [{ ...change, label: text(label) }];
  });
  if (named.length === 0) return null;
  return (
    <ul className="changes">
      {named.map(({ field, label, from, to }) => (
        <li key={field}>
          <span className="change-label">{label}</span>
          {isThere(from) && <del>{show(field, from)}</del>}
          {isThere(from) && <span aria-hidden="true"> → </span>}
          <ins>{isThere(to) ? show(field, to) : t('history.emptied')}</ins>
        </li>
      ))}
    </ul>
  );
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function plain(_: string, value: unknown): ReactNode {
  return String(value);
}
