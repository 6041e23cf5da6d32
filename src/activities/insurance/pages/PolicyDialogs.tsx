import { useMemo } from 'react';
import { z } from 'zod';
import { Correction } from '../../../platform/ui/Correction.tsx';
import { call, newId } from '../../../platform/ui/client.ts';
import { ConfirmWithReason } from '../../../platform/ui/Dialog.tsx';
import { useWords } from '../../../platform/ui/language.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useWrite } from '../../../platform/ui/queries.ts';
import { addInsured, correctInsured, correctPolicy, getPolicy, postPolicyNotice, removeInsured } from '../contract.ts';
import { words } from '../words.ts';
import { FormDialog } from './FormDialog.tsx';
import { headFields, insuredFields, noticeFields, unitFields } from './fields.ts';
import { keyOfChoice } from './sources.ts';
import { type InsuredLine, keyOf, type PolicyTask, type PolicyView } from './views.ts';

interface PartProps {
  readonly policy: PolicyView;
  readonly onClose: () => void;
}

/** The forms of a policy: its head, its list and its notice. */
export function PolicyDialog({ task, ...part }: PartProps & { readonly task: PolicyTask }) {
  switch (task.kind) {
    case 'correct':
      return <CorrectHead {...part} />;
    case 'line':
      return <AddHousehold {...part} />;
    case 'self':
      return <AddCooperative {...part} />;
    case 'editLine':
      return <EditLine line={task.line} {...part} />;
    case 'removeLine':
      return <RemoveLine line={task.line} {...part} />;
    case 'notice':
      return <PostNotice {...part} />;
  }
}

function CorrectHead({ policy, onClose }: PartProps) {
  const t = useWords(words);
  const params = keyOf(policy);
  return (
    <Correction
      title={t('edit.title')}
      onClose={onClose}
      schema={correctPolicy.body}
      fields={headFields}
      initial={policy}
      fixed={{ revision: policy.revision }}
      refusals={words}
      reload={() => call(getPolicy, { params })}
      submit={(body, options) => call(correctPolicy, { params, body }, options)}
      onSaved={() => notify(t('said.saved'))}
    />
  );
}

/** The form keeps a household by both parts of its key. */
const householdSchema = addInsured.body.extend({ householdId: z.string().min(1) });

function AddHousehold({ policy, onClose }: PartProps) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  const today = useToday();
  const initial = useMemo(() => ({ signedOn: today }), [today]);
  const params = keyOf(policy);
  return (
    <FormDialog
      title={t('action.line')}
      onClose={onClose}
      schema={householdSchema}
      fields={insuredFields}
      initial={initial}
      fixed={{ id }}
      submit={(body, options) => {
        const householdId = keyOfChoice(body.householdId).id;
        return call(addInsured, { params, body: { ...body, householdId } }, options);
      }}
    />
  );
}

function AddCooperative({ policy, onClose }: PartProps) {
  const t = useWords(words);
  const id = useMemo(newId, []);
  const params = keyOf(policy);
  return (
    <FormDialog
      title={t('action.self')}
      onClose={onClose}
      schema={addInsured.body}
      fields={unitFields}
      fixed={{ id }}
      submit={(body, options) => call(addInsured, { params, body }, options)}
    />
  );
}

interface LineProps extends PartProps {
  readonly line: InsuredLine;
}

function EditLine({ policy, line, onClose }: LineProps) {
  const t = useWords(words);
  const params = { ...keyOf(policy), insuredId: line.id };
  return (
    <Correction
      title={`${t('action.editLine')} ${line.name}`}
      onClose={onClose}
      schema={correctInsured.body}
      fields={unitFields}
      initial={line}
      fixed={{ revision: line.revision }}
      refusals={words}
      submit={(body, options) => call(correctInsured, { params, body }, options)}
      onSaved={() => notify(t('said.saved'))}
    />
  );
}

function RemoveLine({ policy, line, onClose }: LineProps) {
  const t = useWords(words);
  const remove = useWrite(removeInsured);
  const params = { ...keyOf(policy), insuredId: line.id };
  return (
    <ConfirmWithReason
      title={t('action.removeLine')}
      effect={t('effect.removeLine', { name: line.name })}
      confirmLabel={t('action.removeLine')}
      danger
      onClose={onClose}
      onConfirm={(reason) => remove.mutateAsync({ params, body: { revision: line.revision, reason } })}
    />
  );
}

function PostNotice({ policy, onClose }: PartProps) {
  const t = useWords(words);
  const today = useToday();
  const initial = useMemo(() => ({ postedOn: today }), [today]);
  const params = keyOf(policy);
  return (
    <FormDialog
      title={t(policy.state === 'draft' ? 'action.notice' : 'action.publicise')}
      onClose={onClose}
      schema={postPolicyNotice.body}
      fields={noticeFields}
      initial={initial}
      fixed={{ revision: policy.revision }}
      submit={(body, options) => call(postPolicyNotice, { params, body }, options)}
    />
  );
}
