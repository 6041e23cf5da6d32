import { z } from 'zod';
import type { CallInput } from '../../../platform/http/contract.ts';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { makeOrder } from '../order-contract.ts';
import { orderKinds } from '../order-rules.ts';
import { pools } from '../rules.ts';
import { words } from '../words.ts';
import { codeChoices } from './codes.ts';
import type { LineDraft } from './OrderLines.tsx';
import { documentSource, keyOf } from './sources.ts';

/** The head of an order as it is typed; the lines stand beside it. */
export const orderForm = z.object({
  kind: z.enum(orderKinds),
  upperPlace: z.int(),
  document: z.string().optional(),
  number: makeOrder.body.shape.number,
  title: makeOrder.body.shape.title,
  occurredOn: makeOrder.body.shape.occurredOn,
  standardYear: makeOrder.body.shape.standardYear,
  pool: z.enum(pools),
  lowerPool: z.enum(pools).optional(),
});

export const orderFields: readonly Field[] = [
  { key: 'kind', label: words['field.kind'], kind: 'code', codes: codeChoices('movementKind', orderKinds) },
  { key: 'upperPlace', label: words['field.upper'], kind: 'place' },
  { key: 'document', label: words['field.document'], kind: 'record', records: documentSource },
  { key: 'number', label: words['field.number'], kind: 'text' },
  { key: 'title', label: words['field.title'], kind: 'text', wide: true },
  { key: 'occurredOn', label: words['field.occurredOn'], kind: 'date' },
  {
    key: 'standardYear',
    label: words['field.standardYear'],
    kind: 'integer',
    shown: ({ kind }) => kind === 'allocation',
  },
  { key: 'pool', label: words['field.pool'], kind: 'code', codes: codeChoices('pool', pools) },
  {
    key: 'lowerPool',
    label: words['field.lowerPool'],
    kind: 'code',
    codes: codeChoices('pool', pools),
    shown: ({ kind }) => kind !== 'receipt',
  },
];

/** The body of the order. */
export function toOrder(
  { document, ...head }: z.output<typeof orderForm>,
  {
    id,
    lines,
    tiltId,
  }: { readonly id: string; readonly lines: readonly LineDraft[]; readonly tiltId: string | undefined },
): NonNullable<CallInput<typeof makeOrder>['body']> {
  const documentId = document === undefined || document === '' ? undefined : keyOf(document).id;
  return {
    ...head,
    id,
    ...(documentId === undefined ? {} : { documentId }),
    ...(tiltId === undefined ? {} : { tiltId }),
    lines: lines.map(({ place, amountFen }) => ({ place: place ?? 0, amountFen: String(amountFen ?? 0n) })),
  };
}
