import { z } from 'zod';
import { call } from '../../../platform/ui/client.ts';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { listFunds, documentFields as shapes } from '../document-contract.ts';
import { words } from '../words.ts';

/** A document as it is typed; uses, payees and places stand beside the fields. */
export const documentForm = z.object({
  fund: z.string().min(1),
  number: shapes.number,
  title: shapes.title,
  issuedOn: shapes.issuedOn,
  amountFen: shapes.amountFen,
  standard: shapes.standard,
  startsOn: shapes.startsOn,
  endsOn: shapes.endsOn,
  managementBp: shapes.managementBp,
});

async function funds(): Promise<readonly { value: string; label: string }[]> {
  const { rows } = await call(listFunds);
  return rows.map(({ county, id, name }) => ({ value: `${county}/${id}`, label: name }));
}

export const documentFields: readonly Field[] = [
  {
    key: 'fund',
    label: words['field.fund'],
    kind: 'record',
    records: {
      key: '/funds',
      search: async (text) => (await funds()).filter(({ label }) => label.includes(text)),
      find: async (value) => (await funds()).find((fund) => fund.value === value),
    },
  },
  { key: 'number', label: words['field.number'], kind: 'text' },
  { key: 'title', label: words['field.title'], kind: 'text', wide: true },
  { key: 'issuedOn', label: words['field.issuedOn'], kind: 'date' },
  { key: 'amountFen', label: words['field.amount'], kind: 'yuan' },
  { key: 'standard', label: words['field.standard'], kind: 'switch' },
  { key: 'startsOn', label: words['field.startsOn'], kind: 'date' },
  { key: 'endsOn', label: words['field.endsOn'], kind: 'date' },
  { key: 'managementBp', label: words['field.managementBp'], kind: 'integer' },
];
