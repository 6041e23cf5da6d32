import { call } from '../../../platform/ui/client.ts';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { recordSource } from '../../../platform/ui/records.ts';
import { listHouseholds } from '../../../registers/households/contract.ts';
import { addReliefLine } from '../contract.ts';
import { reliefChannels } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf } from './codes.ts';

export const headFields: readonly Field[] = [
  { key: 'title', kind: 'text', label: words['field.title'], wide: true },
  { key: 'documentNumber', kind: 'text', label: words['field.document'] },
  { key: 'channel', kind: 'code', label: words['field.channel'], codes: codesOf('channel', reliefChannels) },
];

export const lineFields: readonly Field[] = [
  { key: 'amountFen', kind: 'yuan', label: words['field.amount'] },
  { key: 'cause', kind: 'note', label: words['field.cause'], help: words['help.cause'] },
];

/** Households of any county in range: the value is `150622/0190…`. */
const households = recordSource(listHouseholds, (row) => ({
  value: `${row.county}/${row.id}`,
  label: row.headName ?? row.number,
  sub: [row.placeName, row.number, row.phoneMasked].filter((part) => part !== null).join(' '),
}));

export const newLineFields: readonly Field[] = [
  { key: 'householdId', kind: 'record', label: words['field.household'], records: households },
  ...lineFields,
];

/** The body of a new line while the household is chosen by both parts of its key. */
export const newLineSchema = addReliefLine.body.omit({ householdCounty: true }).extend({
  householdId: addReliefLine.body.shape.cause,
});

type NewLine = Parameters<typeof call<typeof addReliefLine>>[1];

export function addLine(
  params: { readonly county: number; readonly id: string },
  line: Omit<NonNullable<NonNullable<NewLine>['body']>, 'householdCounty'>,
  options: { readonly idempotencyKey: string },
) {
  const [county, householdId = ''] = line.householdId.split('/');
  return call(addReliefLine, { params, body: { ...line, householdId, householdCounty: Number(county) } }, options);
}

export const noticeFields: readonly Field[] = [
  { key: 'postedOn', kind: 'date', label: words['field.postedOn'] },
  { key: 'contact', kind: 'text', label: words['field.contact'], wide: true },
];
