import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { z } from 'zod';
import type { Problem } from '../http/contract.ts';
import { isRefusal, newId, problemOf } from './client.ts';
import { dropDraft, keepDraft, readDraft } from './draft.ts';
import type { Field, FormValues } from './form-fields.ts';
import { type Body, bodyOf, type FieldError, valuesOf } from './form-values.ts';
import { toJson } from './request.ts';

export type WireRecord = Readonly<Record<string, unknown>>;

export interface FormOptions<S extends z.ZodObject, Saved> {
  readonly schema: S;
  readonly fields: readonly Field[];
  /** the record as it is, for a correction */
  readonly initial?: WireRecord;
  /** sent along without an input: ids, the version that was read */
  readonly fixed?: WireRecord;
  readonly draftKey?: string;
  readonly submit: (body: z.input<S>, options: { readonly idempotencyKey: string }) => Promise<Saved>;
  readonly onSaved: (saved: Saved) => void;
  /** the record as it is now, asked for when another person was faster (409 `stale`) */
  readonly reload?: () => Promise<WireRecord>;
}

export interface FormState {
  readonly values: FormValues;
  readonly errors: readonly FieldError[];
  readonly problem: Problem | undefined;
  readonly pending: boolean;
  readonly hasDraft: boolean;
  /** counts refusals, so that the summary takes the focus each time */
  readonly attempts: number;
  /** the other person's record while a conflict is open */
  readonly theirs: WireRecord | undefined;
  readonly set: (key: string, value: FormValues[string]) => void;
  /** somebody typed or chose something: from now on it is worth keeping */
  readonly touch: () => void;
  readonly submit: () => Promise<void>;
  readonly discardDraft: () => void;
  /** ends a conflict with the values chosen */
  readonly settle: (values: FormValues) => void;
}

interface Outcome {
  readonly errors: readonly FieldError[];
  readonly problem?: Problem;
}

const nothingWrong: Outcome = { errors: [] };

export function useFormState<S extends z.ZodObject, Saved>(options: FormOptions<S, Saved>): FormState {
  const { fields, draftKey, reload } = options;
  const start = useMemo(() => valuesOf(fields, options.initial ?? {}), [fields, options.initial]);
  const [draft, setDraft] = useState(() => readDraft(draftKey));
  const [values, setValues] = useState<FormValues>(() => ({ ...start, ...draft }));
  const [outcome, setOutcome] = useState<Outcome>(nothingWrong);
  const [attempts, setAttempts] = useState(0);
  const [pending, setPending] = useState(false);
  const [theirs, setTheirs] = useState<WireRecord>();
  const [base, setBase] = useState<WireRecord>();
  const send = useSender(options);
  const touched = useRef(false);
  useDraftKeeping(draftKey, touched, { values, start });
  function refuse(next: Outcome): void {
    setOutcome(next);
    setAttempts((before) => before + 1);
  }
  async function submit(): Promise<void> {
    if (pending) return;
    const body = bodyOf({
      schema: options.schema,
      fields,
      values,
      fixed: { ...options.fixed, ...pickKeys(base, options.fixed) },
    });
    if (body.errors.length > 0) return refuse({ errors: body.errors });
    setPending(true);
    try {
      await send(body);
      setOutcome(nothingWrong);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 409 && problem.code === 'stale' && reload)
        setTheirs(await reload().catch(() => undefined));
      refuse({ errors: errorsOf(problem, fields), problem });
    } finally {
      setPending(false);
    }
  }
  return {
    ...{ values, errors: outcome.errors, problem: outcome.problem, pending, attempts, theirs, submit },
    hasDraft: draft !== undefined,
    set: (key, value) => setValues((before) => ({ ...before, [key]: value })),
    touch: () => {
      touched.current = true;
    },
    discardDraft: () => {
      dropDraft(draftKey);
      setDraft(undefined);
      setValues(start);
    },
    settle: (chosen) => {
      setBase(theirs);
      setTheirs(undefined);
      setOutcome(nothingWrong);
      setValues(chosen);
    },
  };
}

/** Sends one intention under one idempotency key, until it is done, refused, or another. */
function useSender<S extends z.ZodObject, Saved>(options: FormOptions<S, Saved>): (body: Body) => Promise<void> {
  const client = useQueryClient();
  const intent = useRef({ body: '', key: '' });
  return async ({ value }) => {
    const body = toJson(value);
    if (intent.current.body !== body) intent.current = { body, key: newId() };
    const saved = await options.submit(value as z.input<S>, { idempotencyKey: intent.current.key }).catch((error) => {
      if (isRefusal(error)) intent.current = { body: '', key: '' };
      throw error;
    });
    intent.current = { body: '', key: '' };
    dropDraft(options.draftKey);
    await client.invalidateQueries();
    options.onSaved(saved);
  };
}

/** What the form fills in by itself is no draft. */
function useDraftKeeping(
  draftKey: string | undefined,
  touched: { readonly current: boolean },
  { values, start }: { readonly values: FormValues; readonly start: FormValues },
): void {
  useEffect(() => {
    if (!touched.current || toJson(values) === toJson(start)) return;
    const timer = setTimeout(() => keepDraft(draftKey, values), 300);
    return () => clearTimeout(timer);
  }, [draftKey, touched, values, start]);
}

/** The server's refusals at the fields they name; the rest stands in the summary only. */
function errorsOf(problem: Problem, fields: readonly Field[]): readonly FieldError[] {
  return (problem.errors ?? []).map(({ field, message }) => {
    const known = field.split('.').find((part) => fields.some((one) => one.key === part));
    return { field: known ?? '', key: 'error.format', message };
  });
}

/** After a conflict the version sent is the other person's. */
function pickKeys(record: WireRecord | undefined, pattern: WireRecord | undefined): WireRecord {
  if (!record || !pattern) return {};
  return Object.fromEntries(Object.keys(pattern).flatMap((key) => (key in record ? [[key, record[key]]] : [])));
}
