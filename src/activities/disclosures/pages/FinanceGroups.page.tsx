import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { ConfirmWithReason, Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column, Filter } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { cooperativeSource } from '../../../registers/cooperatives/widgets/cooperative-source.ts';
import { correctMember, listMembers, type MemberRow, recordMember, withdrawMember } from '../group-contract.ts';
import { groupPosts } from '../rules.ts';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';

type Task = { readonly kind: 'new' } | { readonly kind: 'correct' | 'withdraw'; readonly member: MemberRow };

/** Who checks what is disclosed, village by village. */
export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const may = useMay('finance_group.record');
  const [task, setTask] = useState<Task>();
  return (
    <>
      <PageHead
        title={t('groups.title')}
        about={t('groups.about')}
        back={<Link to="/disclosures">{t('title')}</Link>}
        actions={
          may && (
            <button type="button" className="button primary" onClick={() => setTask({ kind: 'new' })}>
              {t('action.newMember')}
            </button>
          )
        }
      />
      <RecordList
        contract={listMembers}
        caption={t('groups.title')}
        rowKey={(row) => row.id}
        searchPlaceholder={words['groups.search']}
        filters={[{ key: 'place', label: words['field.place'], kind: 'place', places }, ...filters]}
        emptyText={t('groups.empty')}
        columns={useColumns(may ? setTask : undefined)}
      />
      {task?.kind === 'new' && <NewMember onClose={() => setTask(undefined)} />}
      {task?.kind === 'correct' && <CorrectMember member={task.member} onClose={() => setTask(undefined)} />}
      {task?.kind === 'withdraw' && <WithdrawMember member={task.member} onClose={() => setTask(undefined)} />}
    </>
  );
}

const filters: readonly Filter[] = [{ key: 'past', label: words['field.past'], kind: 'switch' }];

function useColumns(onTask: ((task: Task) => void) | undefined): readonly Column<MemberRow>[] {
  const t = useWords(words);
  const speak = useCodes();
  const { date } = useFormat();
  return [
    { key: 'name', label: words['field.memberName'], sortable: true },
    { key: 'post', label: words['field.post'], render: (row) => speak('post', row.post) },
    { key: 'place', label: words['field.place'], sortable: true, render: (row) => row.placeName },
    { key: 'cooperative', label: words['field.cooperative'], render: (row) => row.cooperativeName ?? t('groups.own') },
    { key: 'phone', label: words['field.phone'], secondary: true },
    { key: 'decisionNumber', label: words['field.decisionNumber'], secondary: true },
    { key: 'startsOn', label: words['field.startsOn'], sortable: true, render: (row) => date(row.startsOn) },
    { key: 'endsOn', label: words['field.endsOn'], render: (row) => (row.endsOn === null ? '' : date(row.endsOn)) },
    ...(onTask
      ? [
          {
            key: 'act',
            label: words['action.correct'],
            render: (row: MemberRow) => (
              <span className="buttons no-print">
                <button type="button" className="button" onClick={() => onTask({ kind: 'correct', member: row })}>
                  {t('action.correct')}
                </button>
                <button type="button" className="button" onClick={() => onTask({ kind: 'withdraw', member: row })}>
                  {t('action.withdraw')}
                </button>
              </span>
            ),
          },
        ]
      : []),
  ];
}

const fields: readonly Field[] = [
  { key: 'name', kind: 'text', label: words['field.memberName'] },
  { key: 'post', kind: 'code', label: words['field.post'], codes: codeChoices('post', groupPosts) },
  { key: 'phone', kind: 'text', label: words['field.phone'] },
  { key: 'decisionNumber', kind: 'text', label: words['field.decisionNumber'] },
  { key: 'startsOn', kind: 'date', label: words['field.startsOn'] },
  { key: 'endsOn', kind: 'date', label: words['field.endsOn'], help: words['help.endsOn'] },
];

interface MemberProps {
  readonly member: MemberRow;
  readonly onClose: () => void;
}

function NewMember({ onClose }: Pick<MemberProps, 'onClose'>) {
  const t = useWords(words);
  const places = useOwnPlaces();
  const id = useMemo(newId, []);
  const record = useWrite(recordMember);
  return (
    <Dialog title={t('action.newMember')} onClose={onClose} wide>
      <RecordForm
        schema={recordMember.body}
        fields={[
          { key: 'place', kind: 'place', level: 'village', label: words['field.place'], places },
          { key: 'cooperativeId', kind: 'record', label: words['field.cooperative'], records: cooperativeSource },
          ...fields,
        ]}
        initial={{ post: 'member' }}
        fixed={{ id }}
        refusals={words}
        submit={(body) => record.mutateAsync({ body })}
        onSaved={() => {
          notify(t('saved.member'));
          onClose();
        }}
      />
    </Dialog>
  );
}

function CorrectMember({ member, onClose }: MemberProps) {
  const t = useWords(words);
  const params = { county: member.county, id: member.id };
  const correct = useWrite(correctMember);
  return (
    <Dialog title={`${t('action.correct')} ${member.name}`} onClose={onClose} wide>
      <RecordForm
        schema={correctMember.body}
        fields={[...fields, { key: 'reason', kind: 'note', label: words['field.reason'], wide: true }]}
        initial={member}
        fixed={{ revision: member.revision }}
        reload={async () => {
          const { rows } = await call(listMembers, { query: { q: member.name, past: 'true' } });
          return rows.find((row) => row.id === member.id) ?? member;
        }}
        refusals={words}
        submit={(body) => correct.mutateAsync({ params, body })}
        onSaved={() => {
          notify(t('saved.member'));
          onClose();
        }}
      />
    </Dialog>
  );
}

function WithdrawMember({ member, onClose }: MemberProps) {
  const t = useWords(words);
  const withdraw = useWrite(withdrawMember);
  const params = { county: member.county, id: member.id };
  return (
    <ConfirmWithReason
      title={t('action.withdraw')}
      effect={`${member.name} ${member.placeName}`}
      confirmLabel={t('action.withdraw')}
      danger
      onClose={onClose}
      onConfirm={async (reason) => {
        await withdraw.mutateAsync({ params, body: { revision: member.revision, reason } });
        notify(t('saved.withdrawn'));
      }}
    />
  );
}
