import { useState } from 'react';
import { Link } from 'react-router';
import { z } from 'zod';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { call, newId } from '../../../platform/ui/client.ts';
import { ConfirmWithReason, Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field, FormValues } from '../../../platform/ui/form-fields.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { EmptyState } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { changeKinds, type getPlace, recordChange, withdrawChange } from '../contract.ts';
import { words } from '../words.ts';

type Place = ReplyOf<typeof getPlace>;

/** The dated changes a place took part in; the last may be taken back. */
export function ChangeTable({ place }: { place: Place }) {
  const t = useWords(words);
  const { date } = useFormat();
  const [asked, setAsked] = useState<string>();
  const last = place.changes.at(-1)?.changeId;
  const may = place.allowed.includes('place.change');
  if (place.changes.length === 0) return <EmptyState text={t('noChanges')} />;
  return (
    <TableScroll label={t('change')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('happenedOn')}</th>
            <th scope="col">{t('change')}</th>
            <th scope="col">{t('changeFrom')}</th>
            <th scope="col">{t('changeTo')}</th>
            <th scope="col">{t('documentNumber')}</th>
            {may && (
              <th scope="col">
                <span className="hidden-text">{t('actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {place.changes.map((change) => (
            <tr key={`${change.changeId} ${change.fromCode} ${change.toCode}`}>
              <th scope="row">{date(change.happenedOn)}</th>
              <td>{t(`change.${change.kind}`)}</td>
              <td>
                <Link to={`/places/${change.fromCode}`}>{change.nameBefore}</Link>
              </td>
              <td>{change.toCode !== null && <Link to={`/places/${change.toCode}`}>{change.nameAfter}</Link>}</td>
              <td>{change.documentNumber}</td>
              {may && (
                <td className="no-print">
                  {change.changeId === last && (
                    <button type="button" className="button quiet" onClick={() => setAsked(last)}>
                      {t('withdrawChange')}
                    </button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {asked !== undefined && <WithdrawDialog id={asked} onClose={() => setAsked(undefined)} />}
    </TableScroll>
  );
}

function WithdrawDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useWords(words);
  const write = useWrite(withdrawChange);
  return (
    <ConfirmWithReason
      title={t('withdrawChange')}
      effect={t('withdrawChangeEffect')}
      confirmLabel={t('withdrawChange')}
      onClose={onClose}
      onConfirm={async (reason) => {
        await write.mutateAsync({ params: { id }, body: { reason } });
        notify(t('changeWithdrawn'));
      }}
    />
  );
}

/** What is typed: one form for all kinds, with the fields of the kind chosen. */
const typedChange = z.object({
  kind: z.enum(changeKinds),
  happenedOn: z.string(),
  newName: z.string().trim().min(1).max(50).optional(),
  newCode: z.string().optional(),
  mergeWith: z.string().optional(),
  splitInto: z.string().optional(),
  documentNumber: z.string().optional(),
  reason: z.string().trim().min(1).max(500),
});

const changeFields: readonly Field[] = [
  {
    key: 'kind',
    label: words.change,
    kind: 'code',
    codes: changeKinds.map((kind) => ({ value: kind, label: words[`change.${kind}`] })),
  },
  { key: 'happenedOn', label: words.happenedOn, kind: 'date' },
  { key: 'newName', label: words.newName, kind: 'text', shown: isOneOf('rename', 'recode', 'merge') },
  { key: 'newCode', label: words.newCode, kind: 'text', shown: isOneOf('recode', 'merge') },
  { key: 'mergeWith', label: words.mergeWith, kind: 'note', wide: true, shown: isOneOf('merge') },
  { key: 'splitInto', label: words.splitInto, kind: 'note', wide: true, shown: isOneOf('split') },
  { key: 'documentNumber', label: words.documentNumber, kind: 'text' },
  { key: 'reason', label: words.reason, kind: 'text', wide: true },
];

export function ChangeDialog({ place, onClose }: { place: Place; onClose: () => void }) {
  const t = useWords(words);
  const [id] = useState(() => newId());
  return (
    <Dialog title={`${t('addChange')} · ${place.name}`} onClose={onClose} wide>
      <RecordForm
        schema={typedChange}
        fields={changeFields}
        refusals={words}
        draftKey={`change-${place.code}`}
        submit={(typed, options) => call(recordChange, { body: { id, ...toBody(place.code, typed) } }, options)}
        onSaved={({ opened, closed }) => {
          notify(t('changeRecorded', { opened, closed }), {
            to: `/places/${place.code}?tab=changes`,
            label: t('changes'),
          });
          onClose();
        }}
      />
    </Dialog>
  );
}

function isOneOf(...kinds: readonly string[]): (values: FormValues) => boolean {
  return (values) => kinds.includes(String(values.kind ?? ''));
}

/** Without a new code a merge goes into the place whose page this is. */
function toBody(code: number, typed: z.input<typeof typedChange>) {
  const { kind, happenedOn, newName: name, documentNumber, reason } = typed;
  const base = { kind, happenedOn, reason, ...(documentNumber ? { documentNumber } : {}) };
  const given = Number(typed.newCode?.trim() || code);
  switch (kind) {
    case 'rename':
      return { ...base, from: [code], to: [{ code, name }] };
    case 'recode':
      return { ...base, from: [code], to: [{ code: given, name }] };
    case 'merge':
      return {
        ...base,
        from: [code, ...linesOf(typed.mergeWith).map(({ code: other }) => other)],
        to: [{ code: given, name }],
      };
    case 'split':
      return { ...base, from: [code], to: linesOf(typed.splitInto) };
    case 'close':
      return { ...base, from: [code], to: [] };
  }
}

function linesOf(text: string | undefined): { code: number; name?: string }[] {
  return (text ?? '').split('\n').flatMap((line) => {
    const [first = '', ...rest] = line.trim().split(/\s+/);
    const name = rest.join('');
    return first === '' ? [] : [{ code: Number(first), ...(name === '' ? {} : { name }) }];
  });
}
