import { type ReactNode, useMemo } from 'react';
import { z } from 'zod';
import { amountShape } from '../../../platform/pure/fen-shape.ts';
import type { Field, FormValues } from '../../../platform/ui/form-fields.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import type { Chart, SubKind } from '../chart-rules.ts';
import { eventFields } from '../event-contract.ts';
import { accountOf, type ChartRole } from '../event-roles-rules.ts';
import { type Choice, type EventFacts, type EventTemplate, type PartyKey, partiesOf } from '../event-rules.ts';
import { words } from '../words.ts';
import { wordOf } from './names.ts';
import { subSource } from './sub-source.ts';

/** What a form of an event sends, before it is told apart from the ids that go with it. */
export type EventBody = z.input<typeof eventFields>;

interface FormProps {
  readonly book: { readonly county: number; readonly id: string; readonly chart: Chart };
  readonly template: EventTemplate;
  readonly initial?: Readonly<Record<string, unknown>>;
  /** a correction says why */
  readonly withReason?: boolean;
  readonly submit: (
    body: EventBody & { readonly reason?: string },
    options: { readonly idempotencyKey: string },
  ) => Promise<{ readonly county: number; readonly id: string }>;
  readonly onSaved: (saved: { readonly county: number; readonly id: string }) => void;
  readonly actions?: ReactNode;
}

/** The form of one kind of event: its amounts, the accounts to choose from, and whom or what these accounts are kept by. */
export function EventForm({ book, template, initial, withReason, submit, onSaved, actions }: FormProps) {
  const { fields, schema } = useMemo(() => formOf(book, template, withReason === true), [book, template, withReason]);
  return (
    <RecordForm
      schema={schema}
      fields={fields}
      {...(initial ? { initial } : {})}
      refusals={words}
      submit={(typed, options) => submit(bodyOf(template, typed), options)}
      onSaved={onSaved}
      {...(actions === undefined ? {} : { actions })}
    />
  );
}

function formOf(book: FormProps['book'], template: EventTemplate, withReason: boolean) {
  const { amounts, optional = [] } = template;
  const choices = Object.entries(template.choices ?? {}) as [Choice, readonly ChartRole[]][];
  const fields: readonly Field[] = [
    { key: 'occurredOn', kind: 'date', label: words['field.occurredOn'] },
    ...choices.map(
      ([choice, roles]): Field => ({
        ...{ key: choice, kind: 'code', label: wordOf(`choice.${choice}`) },
        codes: roles
          .filter((role) => accountOf(book.chart, role) !== undefined)
          .map((value) => ({ value, label: wordOf(`role.${value}`) })),
      }),
    ),
    ...parties.map(
      (party): Field => ({
        ...{ key: `${party}Sub`, kind: 'record', label: wordOf(`code.subKind.${party}`) },
        ...{ records: subSource(book, party), shown: (values) => asks(book.chart, template, { party, values }) },
      }),
    ),
    ...amounts.map((name): Field => ({ key: name, kind: 'yuan', label: wordOf(`amount.${name}`) })),
    ...(template.quantity ? goods : []),
    { key: 'memo', kind: 'text', label: words['field.memo'], help: words['event.memoHelp'], wide: true },
    ...(withReason ? [reasonField] : []),
  ];
  const shape = {
    ...eventFields.omit({ amounts: true, choices: true, parties: true }).shape,
    ...Object.fromEntries(choices.map(([choice, roles]) => [choice, z.enum([...roles] as [string, ...string[]])])),
    ...Object.fromEntries(parties.map((party) => [`${party}Sub`, z.uuid().optional()])),
    ...Object.fromEntries(
      amounts.map((name) => [name, optional.includes(name) ? amountShape.optional() : amountShape]),
    ),
    ...(withReason ? { reason: z.string().min(2).max(500) } : {}),
  };
  return { fields, schema: z.object(shape) };
}

const parties: readonly SubKind[] = ['member', 'other', 'project', 'source', 'asset'];
const goods: readonly Field[] = [
  { key: 'product', kind: 'text', label: words['trade.product'] },
  { key: 'quantity', kind: 'decimal', label: words['field.quantity'] },
  { key: 'unit', kind: 'text', label: words['trade.unit'] },
];
const reasonField: Field = { key: 'reason', kind: 'text', label: words['field.reason'], wide: true };

function asks(
  chart: Chart,
  template: EventTemplate,
  { party, values }: { party: SubKind; values: FormValues },
): boolean {
  const chosen = Object.keys(template.choices ?? {}).map((choice) => [choice, values[choice] || undefined]);
  return partiesOf(template, Object.fromEntries(chosen) as EventFacts['choices'], chart).includes(party);
}

type Typed = Readonly<Record<string, unknown>>;

/** The flat values of the form as the contract wants them. */
function bodyOf(template: EventTemplate, typed: Typed): EventBody & { readonly reason?: string } {
  const pick = (keys: readonly string[]) =>
    Object.fromEntries(keys.flatMap((key) => (typed[key] === undefined ? [] : [[key, typed[key]]])));
  const { occurredOn, memo, product, quantity, unit, reason } = typed;
  return {
    ...{ occurredOn, memo, product, quantity, unit },
    amounts: pick(template.amounts),
    choices: pick(Object.keys(template.choices ?? {})),
    parties: pick(parties.map((party): PartyKey => `${party}Sub`)),
    ...(reason === undefined ? {} : { reason }),
  } as EventBody & { readonly reason?: string };
}
