import { type KeyboardEvent, type ReactNode, useId } from 'react';
import type { z } from 'zod';
import type { Problem } from '../http/contract.ts';
import type { Words } from '../words.ts';
import { Conflict } from './Conflict.tsx';
import { ErrorSummary } from './ErrorSummary.tsx';
import { FormField } from './FormField.tsx';
import type { Field, FormValues } from './form-fields.ts';
import { type FormOptions, type FormState, useFormState } from './form-state.ts';
import type { FieldError } from './form-values.ts';
import { useText, useWords } from './language.ts';
import { words } from './words.ts';

/**
 * A form over the body of a contract.
 *
 * `<RecordForm schema={contract.body} fields submit onSaved initial? fixed? draftKey? reload? refusals? submitLabel? actions? explain?
 * outcome? children? />`
 * - `fields`: see `form-fields.ts` (kinds text, id-number, date, month, integer, decimal, yuan, code, place, record,
 *   note, switch). Values are checked as typed, then by `schema`; the server's refusals appear at their fields.
 * - `submit(body, { idempotencyKey })`: `(body, options) => call(contract, { params, body }, options)`.
 * - `fixed`: members without an input (ids, version). `reload()`: the record as it is now; with it a 409 `stale` shows
 *   both versions, and the members of `fixed` are taken from the newer one.
 * - `draftKey`: what was typed survives leaving the page, until saved or signed out. Ctrl+Enter saves.
 */
export function RecordForm<S extends z.ZodObject, Saved>(props: RecordFormProps<S, Saved>) {
  const t = useWords(words);
  const formId = useId();
  const state = useFormState(props);
  const { fields, schema } = props;
  const shown = fields.filter((field) => field.shown?.(state.values) !== false);
  const messages = useMessages(props, state);
  function submitByKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void state.submit();
  }
  if (state.theirs) {
    return <Conflict fields={fields} mine={state.values} theirs={state.theirs} onSettle={state.settle} />;
  }
  return (
    <form
      className="form"
      noValidate
      onInput={state.touch}
      onKeyDown={submitByKey}
      onSubmit={(event) => {
        event.preventDefault();
        void state.submit();
      }}
    >
      <Summary {...{ state, messages, formId }} />
      {state.problem && props.explain?.(state.problem)}
      {state.hasDraft && <DraftNotice onDiscard={state.discardDraft} />}
      {sectionsOf(shown).map((section) => (
        <FormSection key={section.key} heading={section.heading}>
          {section.fields.map((field) => (
            <FormField
              key={field.key}
              id={`${formId}-${field.key}`}
              field={field}
              value={state.values[field.key]}
              error={messages.get(field.key)}
              required={!takesNothing(schema.shape[field.key] as z.ZodType | undefined) && field.kind !== 'switch'}
              onChange={(value) => state.set(field.key, value)}
            />
          ))}
        </FormSection>
      ))}
      {props.outcome?.(state.values)}
      {props.children}
      <div className="form-buttons">
        <button type="submit" className="button primary" disabled={state.pending} title="Ctrl+Enter">
          {state.pending ? t('form.saving') : (props.submitLabel ?? t('form.save'))}
        </button>
        {props.actions}
      </div>
    </form>
  );
}

export interface RecordFormProps<S extends z.ZodObject, Saved> extends FormOptions<S, Saved> {
  /** words of the feature, for `refusal.<code>` of the contract's own checks */
  readonly refusals?: Words;
  readonly submitLabel?: string;
  /** beside the save button, for example a cancel link */
  readonly actions?: ReactNode;
  /** what a refusal is about, below the summary: the record that is in the way */
  readonly explain?: (problem: Problem) => ReactNode;
  /** what would come of what stands in the inputs now */
  readonly outcome?: (values: FormValues) => ReactNode;
  /** inputs that are no members of the body, for example the papers that belong to it */
  readonly children?: ReactNode;
}

function FormSection({ heading, children }: { heading: Field['section']; children: ReactNode }) {
  const text = useText();
  return (
    <fieldset className="form-section">
      {heading !== undefined && <legend>{text(heading)}</legend>}
      <div className="form-fields">{children}</div>
    </fieldset>
  );
}

function DraftNotice({ onDiscard }: { onDiscard: () => void }) {
  const t = useWords(words);
  return (
    <div className="strip" role="status">
      <span>{t('form.draft')}</span>
      <button type="button" className="button" onClick={onDiscard}>
        {t('form.discardDraft')}
      </button>
    </div>
  );
}

function Summary({ state, messages, formId }: { state: FormState; messages: Messages; formId: string }) {
  const t = useWords(words);
  const lines = [...messages].map(([field, message]) =>
    field === '' ? { message } : { message, inputId: `${formId}-${field}` },
  );
  const problem = lines.length === 0 && state.problem ? [{ message: state.problem.title }] : [];
  const title = state.problem && lines.length === 0 ? t('form.notSaved') : undefined;
  return (
    <ErrorSummary
      errors={[...lines, ...problem]}
      attempts={state.attempts}
      {...(title === undefined ? {} : { title })}
    />
  );
}

type Messages = ReadonlyMap<string, string>;
type MessageProps = { readonly fields: readonly Field[]; readonly refusals?: Words };

/** One sentence per field, the same beside it and in the summary. */
function useMessages({ fields, refusals }: MessageProps, state: FormState): Messages {
  const t = useWords(words);
  const text = useText();
  function sentence(error: FieldError): string {
    const field = fields.find((one) => one.key === error.field);
    const label = field ? text(field.label) : error.field;
    const pair = refusals?.[`refusal.${error.code}`];
    const message = error.message ?? (pair && text(pair));
    if (message === undefined) return t(error.key, { ...error.values, label });
    return field ? t('error.atField', { label, message }) : message;
  }
  return new Map(state.errors.map((error) => [error.field, sentence(error)]));
}

interface Section {
  readonly key: string;
  readonly heading: Field['section'];
  readonly fields: Field[];
}

function sectionsOf(fields: readonly Field[]): readonly Section[] {
  const sections: Section[] = [];
  for (const field of fields) {
    const last = sections.at(-1);
    if (last && field.section === undefined) last.fields.push(field);
    else sections.push({ key: field.key, heading: field.section, fields: [field] });
  }
  return sections;
}

function takesNothing(schema: z.ZodType | undefined): boolean {
  return schema === undefined || schema.safeParse(undefined).success || schema.safeParse(null).success;
}
