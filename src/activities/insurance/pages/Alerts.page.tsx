import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { formatYuan } from '../../../platform/pure/money.ts';
import { ConfirmWithReason } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { decideAlert, exportAlerts, findDoubts, listAlerts } from '../alert-contract.ts';
import { alertKinds, alertStates } from '../alert-rules.ts';
import { showCoverage } from '../coverage-contract.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';
import { keyOf } from './views.ts';

type Row = RowOf<typeof listAlerts>;
type Task = { readonly state: 'confirmed' | 'cleared'; readonly row: Row };

export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const mayReview = useMay('insurance.review');
  const [task, setTask] = useState<Task>();
  const columns = useColumns(setTask);
  return (
    <>
      <PageHead title={t('alerts.title')} about={<About />} actions={<FindAll />} />
      <RecordList
        contract={listAlerts}
        caption={t('alerts.title')}
        rowKey={(row) => row.id}
        rowLink={linkOf}
        searchPlaceholder={words['alerts.search']}
        filters={[
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('alertState', alertStates) },
          { key: 'kind', label: words['field.alertKind'], kind: 'codes', codes: codesOf('alert', alertKinds) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        exportContract={exportAlerts}
        emptyText={t(mayReview ? 'alerts.empty' : 'alerts.emptyToRead')}
        columns={columns}
      />
      {task && <Decide task={task} onClose={() => setTask(undefined)} />}
    </>
  );
}

/** A doubt opens what it is about: the claim, else the policy, else the household. */
function linkOf(row: Row): string {
  if (row.claimId) return `/insurance-claims/${row.county}/${row.claimId}`;
  if (row.policyId) return `/insurance-policies/${row.county}/${row.policyId}`;
  return `/households/${row.county}/${row.householdId}`;
}

function About() {
  const t = useWords(words);
  const { number, percent } = useFormat();
  const reply = useReply(listAlerts, { query: { limit: 1 } });
  const found = reply.data;
  if (!found || found.hitBp === null) return t('alerts.intro');
  const values = { decided: number(found.decided), confirmed: number(found.confirmed), ratio: percent(found.hitBp) };
  return `${t('alerts.intro')} ${t('alerts.hit', values)}`;
}

function FindAll() {
  const t = useWords(words);
  const { number } = useFormat();
  const [search] = useSearchParams();
  const mayReview = useMay('insurance.review');
  const own = useReply(showCoverage, {}, { enabled: mayReview });
  const find = useWrite(findDoubts);
  const { run, pending, failure } = useAction();
  const place = Number(search.get('place')) || own.data?.total.place;
  if (!mayReview || place === undefined) return null;
  const press = async () => {
    const { found, fresh } = await find.mutateAsync({ body: { place } });
    notify(t('said.found', { found: number(found), fresh: number(fresh) }));
  };
  return (
    <>
      {failure && <span className="field-error">{failure.title}</span>}
      <button type="button" className="button primary" disabled={pending} onClick={() => void run(press)}>
        {t('action.find')}
      </button>
    </>
  );
}

function Decide({ task: { row, state }, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const t = useWords(words);
  const decide = useWrite(decideAlert);
  const key = state === 'confirmed' ? 'confirm' : 'clear';
  return (
    <ConfirmWithReason
      title={`${t(`action.${key}`)} ${row.name}`}
      effect={t(`effect.${key}`)}
      confirmLabel={t(`action.${key}`)}
      onClose={onClose}
      onConfirm={async (reason) => {
        await decide.mutateAsync({ params: keyOf(row), body: { revision: row.revision, state, reason } });
        notify(t('said.decided'));
      }}
    />
  );
}

function useColumns(onTask: (task: Task) => void): readonly Column<Row>[] {
  const t = useWords(words);
  const text = useText();
  const { date, number } = useFormat();
  const mayReview = useMay('insurance.review');
  const shown = (row: Row, value: number) => {
    if (row.measuredIn === 'fen') return formatYuan(BigInt(value));
    if (row.measuredIn === 'count') return number(value);
    return `${number(value / 100)} ${text(wordsOf(`unit.${row.measuredIn}`))}`;
  };
  const acts: Column<Row> = {
    key: 'acts',
    label: words['field.acts'],
    render: (row) =>
      row.state === 'open' ? (
        <span className="buttons">
          {(['confirmed', 'cleared'] as const).map((state) => (
            <button key={state} type="button" className="button quiet" onClick={() => onTask({ row, state })}>
              {t(state === 'confirmed' ? 'action.confirm' : 'action.clear')}
            </button>
          ))}
        </span>
      ) : null,
  };
  return [
    { key: 'name', label: words['field.about'], sortable: true },
    { key: 'kind', label: words['field.alertKind'], render: (row) => text(wordsOf(`code.alert.${row.kind}`)) },
    { key: 'placeName', label: words['field.place'], secondary: true },
    { key: 'found', label: words['field.found'], align: 'end', render: (row) => shown(row, row.found) },
    { key: 'expected', label: words['field.expected'], align: 'end', render: (row) => shown(row, row.expected) },
    {
      key: 'foundOn',
      label: words['field.foundOn'],
      sortable: true,
      render: (row) => date(row.foundOn),
      secondary: true,
    },
    { key: 'state', label: words['field.state'], render: (row) => text(wordsOf(`code.alertState.${row.state}`)) },
    { key: 'result', label: words['field.result'], render: (row) => row.result ?? '–', wraps: true, secondary: true },
    ...(mayReview ? [acts] : []),
  ];
}
