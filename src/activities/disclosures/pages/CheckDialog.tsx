import { type FormEvent, useId, useState } from 'react';
import { Link } from 'react-router';
import { DateInput } from '../../../platform/ui/DateInput.tsx';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { checkDisclosure, type DisclosureView } from '../contract.ts';
import { neededSignatures, opinions } from '../rules.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';
import type { TaskProps } from './task.ts';

interface Said {
  readonly opinion: string;
  readonly remark: string;
}

type Member = DisclosureView['group'][number];

/** What each member of the finance group wrote on the signed sheet. */
export function CheckDialog({ view, onClose }: TaskProps) {
  const t = useWords(words);
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({});
  const [signedOn, setSignedOn] = useState<string>(useToday());
  const dayId = useId();
  const check = useWrite(checkDisclosure);
  const { run, pending, failure } = useAction();
  const signatures = view.group.flatMap(({ id }) => {
    const { opinion, remark } = said[id] ?? nothing;
    const chosen = opinions.find((one) => one === opinion);
    return chosen ? [{ memberId: id, opinion: chosen, remark: remark.trim() || null }] : [];
  });
  async function send(): Promise<void> {
    const params = { county: view.county, id: view.id };
    await check.mutateAsync({ params, body: { revision: view.revision, signedOn, signatures } });
    notify(t('saved.checked'));
    onClose();
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    void run(send);
  }
  return (
    <Dialog title={t('action.check')} onClose={onClose} wide>
      <form className="stack" onSubmit={submit}>
        <p>{t('effect.check', { needed: neededSignatures(view.group.length) })}</p>
        <div className="field">
          <label htmlFor={dayId}>{t('field.signedOn')}</label>
          <DateInput id={dayId} value={signedOn} onCommit={setSignedOn} />
        </div>
        {view.group.length === 0 && (
          <p className="strip">
            {t('refusal.disclosure_no_group')} <Link to="/finance-groups">{t('groups.title')}</Link>
          </p>
        )}
        <Group
          group={view.group}
          said={said}
          onSay={(id, one) => setSaid((before) => ({ ...before, [id]: { ...(before[id] ?? nothing), ...one } }))}
        />
        {failure && (
          <p className="strip bad" role="alert">
            {failure.title}
          </p>
        )}
        <div className="buttons end">
          <button type="submit" className="button primary" disabled={pending || signatures.length === 0}>
            {t('action.check')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

const nothing: Said = { opinion: '', remark: '' };

interface GroupProps {
  readonly group: readonly Member[];
  readonly said: Readonly<Record<string, Said>>;
  readonly onSay: (id: string, change: Partial<Said>) => void;
}

function Group({ group, said, onSay }: GroupProps) {
  const t = useWords(words);
  const speak = useCodes();
  return (
    <TableScroll label={t('disclosure.signatures')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('field.memberName')}</th>
            <th scope="col">{t('field.opinion')}</th>
            <th scope="col">{t('field.remark')}</th>
          </tr>
        </thead>
        <tbody>
          {group.map(({ id, name, post }) => (
            <tr key={id}>
              <th scope="row">
                {name} <span className="note">{speak('post', post)}</span>
              </th>
              <td>
                <select
                  className="input"
                  aria-label={`${name} ${t('field.opinion')}`}
                  value={said[id]?.opinion ?? ''}
                  onChange={(event) => onSay(id, { opinion: event.target.value })}
                >
                  <option value="">{t('value.unsigned')}</option>
                  {opinions.map((one) => (
                    <option key={one} value={one}>
                      {speak('opinion', one)}
                    </option>
                  ))}
                </select>
              </td>
              <td>
                <input
                  className="input"
                  aria-label={`${name} ${t('field.remark')}`}
                  maxLength={500}
                  value={said[id]?.remark ?? ''}
                  onChange={(event) => onSay(id, { remark: event.target.value })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
