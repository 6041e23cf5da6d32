import { useId, useRef, useState } from 'react';
import { call, problemOf } from '../../../platform/ui/client.ts';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { checkResident, type KnownResident } from '../resident-contract.ts';
import { relations } from '../rules.ts';
import { words } from '../words.ts';
import { codeChoices } from './codes.ts';
import { KnownRecord } from './KnownRecord.tsx';

/** A person of a new household as typed. */
export interface MemberDraft {
  readonly id: string;
  readonly name: string;
  readonly idNumber: string;
  readonly relation: string;
}

interface MembersProps {
  readonly members: readonly MemberDraft[];
  readonly onChange: (members: readonly MemberDraft[]) => void;
  readonly onAdd: () => void;
}

/** The people of a new household, one line each; every number is looked up as soon as it is complete. */
export function MembersEditor({ members, onChange, onAdd }: MembersProps) {
  const t = useWords(words);
  const change = (id: string, next: Partial<MemberDraft>) =>
    onChange(members.map((member) => (member.id === id ? { ...member, ...next } : member)));
  return (
    <fieldset className="form-section">
      <legend>{t('new.members')}</legend>
      {members.map((member) => (
        <MemberLine
          key={member.id}
          member={member}
          onChange={(next) => change(member.id, next)}
          {...(members.length > 1 ? { onRemove: () => onChange(members.filter(({ id }) => id !== member.id)) } : {})}
        />
      ))}
      <button type="button" className="button" onClick={onAdd}>
        {t('action.add_member')}
      </button>
    </fieldset>
  );
}

interface LineProps {
  readonly member: MemberDraft;
  readonly onChange: (next: Partial<MemberDraft>) => void;
  readonly onRemove?: () => void;
}

function MemberLine({ member, onChange, onRemove }: LineProps) {
  const t = useWords(words);
  const text = useText();
  const id = useId();
  const [found, look] = useNumberCheck();
  return (
    <div className="form-fields">
      <div className="field">
        <label htmlFor={`${id}-name`}>{t('field.name')}</label>
        <input
          id={`${id}-name`}
          className="input"
          autoComplete="off"
          value={member.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-number`}>{t('field.idNumber')}</label>
        <input
          id={`${id}-number`}
          className="input number"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={found ? `${id}-found` : undefined}
          value={member.idNumber}
          onChange={(event) => {
            onChange({ idNumber: event.target.value });
            look(event.target.value);
          }}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-relation`}>{t('field.relation')}</label>
        <select
          id={`${id}-relation`}
          className="input"
          value={member.relation}
          onChange={(event) => onChange({ relation: event.target.value })}
        >
          {codeChoices('relation', relations).map((code) => (
            <option key={code.value} value={code.value}>
              {text(code.label)}
            </option>
          ))}
        </select>
        {onRemove && (
          <button type="button" className="button quiet" onClick={onRemove}>
            {t('action.remove')}
          </button>
        )}
      </div>
      <div className="field wide" aria-live="polite">
        {found && <Found id={`${id}-found`} found={found} typedName={member.name} />}
      </div>
    </div>
  );
}

/** What is known about a number, with the record that holds it where the reader may see it. */
function Found({ id, found, typedName }: { id: string; found: Finding; typedName: string }) {
  const { resident } = found;
  return (
    <>
      <p id={id} className={found.bad ? 'field-error' : 'note'}>
        {found.message}
      </p>
      {resident && (
        <KnownRecord
          county={resident.county}
          householdId={resident.householdId}
          residentId={resident.residentId}
          typedName={typedName}
        />
      )}
    </>
  );
}

interface Finding {
  readonly message: string;
  readonly bad: boolean;
  /** the record that holds the number, where the reader may see it */
  readonly resident: KnownResident['resident'];
}

/** Asks the server once a number has its eighteen characters. */
function useNumberCheck(): readonly [Finding | undefined, (idNumber: string) => void] {
  const t = useWords(words);
  const [found, setFound] = useState<Finding>();
  const asked = useRef('');
  async function ask(idNumber: string): Promise<void> {
    const finding = await check(idNumber).catch((error: unknown): Finding => {
      return { message: problemOf(error).title, bad: true, resident: null };
    });
    // somebody typed on meanwhile: an answer about another number says nothing here
    if (asked.current === idNumber) setFound(finding);
  }
  async function check(idNumber: string): Promise<Finding> {
    const { known, banner, resident } = await call(checkResident, { body: { idNumber } });
    const values = { name: resident?.name ?? '', village: resident?.placeName ?? '', banner: banner ?? '' };
    const bad = known === 'here' || known === 'elsewhere' || known === 'died';
    return { message: t(`check.${known}`, values), bad, resident };
  }
  function look(idNumber: string): void {
    const typed = idNumber.replace(/\s/g, '');
    asked.current = typed;
    setFound(undefined);
    if (typed.length === 18) void ask(typed);
  }
  return [found, look];
}
