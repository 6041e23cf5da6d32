import { useMemo, useState } from 'react';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { closeClass, correctClass, recordClass } from '../contract.ts';
import { type ClassKind, classKinds, exitRules, rulesOfKind, transferRules } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf, codeWords } from './codes.ts';
import type { ClassTotal, Register } from './register-view.ts';

export type ClassTask =
  | { readonly kind: 'new' }
  | { readonly kind: 'correct' | 'close'; readonly share: ClassTotal['share'] };

interface Props {
  readonly register: Register;
  readonly task: ClassTask;
  readonly onClose: () => void;
}

const ruleFields: readonly Field[] = [
  { key: 'name', kind: 'text', label: words['field.name'] },
  { key: 'documentNumber', kind: 'text', label: words['field.documentNumber'] },
  { key: 'transfer', kind: 'code', label: words['field.transfer'], codes: codesOf('transfer', transferRules) },
  { key: 'exit', kind: 'code', label: words['field.exit'], codes: codesOf('exit', exitRules) },
  { key: 'termed', kind: 'switch', label: words['field.termed'] },
  { key: 'votes', kind: 'switch', label: words['field.votes'] },
  { key: 'dividend', kind: 'switch', label: words['field.dividend'] },
];

const newFields: readonly Field[] = [
  { key: 'parFen', kind: 'yuan', label: words['field.parFen'] },
  { key: 'startsOn', kind: 'date', label: words['field.startsOn'] },
  ...ruleFields,
];

const endFields: readonly Field[] = [{ key: 'endsOn', kind: 'date', label: words['field.endsOn'] }];

/** A new class, a correction of its rules, or the end of its issue. */
export function ClassDialog({ register, task, onClose }: Props) {
  const t = useWords(words);
  if (task.kind === 'new') return <NewClass register={register} onClose={onClose} />;
  const { share } = task;
  const params = { county: share.county, id: share.id };
  const common = { onClose, fixed: { revision: share.revision }, refusals: words, onSaved: () => notify(t('saved')) };
  if (task.kind === 'close') {
    return (
      <Correction
        {...common}
        title={t('class.close')}
        schema={closeClass.body}
        fields={endFields}
        submit={(body, options) => call(closeClass, { params, body }, options)}
      />
    );
  }
  return (
    <Correction
      {...common}
      title={t('class.edit')}
      schema={correctClass.body}
      fields={ruleFields}
      initial={share}
      submit={(body, options) => call(correctClass, { params, body }, options)}
    />
  );
}

/** The kind comes first: it brings the rules, which then may be changed where the charter says otherwise. */
function NewClass({ register, onClose }: Omit<Props, 'task'>) {
  const t = useWords(words);
  const text = useText();
  const [kind, setKind] = useState<ClassKind>();
  return (
    <Dialog title={t('class.new')} onClose={onClose} wide>
      <p className="note">{t('class.new.help')}</p>
      <div className="buttons">
        {classKinds.map((one) => (
          <button
            key={one}
            type="button"
            className={one === kind ? 'button primary' : 'button'}
            aria-pressed={one === kind}
            onClick={() => setKind(one)}
          >
            {text(codeWords('classKind', one))}
          </button>
        ))}
      </div>
      {kind && <ClassForm key={kind} kind={kind} register={register} onClose={onClose} />}
    </Dialog>
  );
}

function ClassForm({ kind, register, onClose }: { kind: ClassKind } & Omit<Props, 'task'>) {
  const t = useWords(words);
  const text = useText();
  const id = useMemo(newId, []);
  const name = text(codeWords('classKind', kind));
  const initial = useMemo(() => ({ ...rulesOfKind(kind), name }), [kind, name]);
  const params = { county: register.county, id: register.id };
  return (
    <RecordForm
      schema={recordClass.body}
      fields={newFields}
      initial={initial}
      fixed={{ id, kind }}
      refusals={words}
      submit={(body, options) => call(recordClass, { params, body }, options)}
      onSaved={() => {
        notify(t('saved'));
        onClose();
      }}
    />
  );
}
