import { listAccounts } from '../../../ledgers/funds/account-contract.ts';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { recordSource } from '../../../platform/ui/records.ts';
import { listAgencies } from '../../../registers/agencies/contract.ts';
import { declineCodes, listLenders } from '../application-contract.ts';
import { consentFields } from '../consent-rules.ts';
import { collaterals, loanPurposes } from '../eligibility-rules.ts';
import { afterwardsCodes, dayCounts, loanMethods } from '../schedule-rules.ts';
import { words } from '../words.ts';
import { codesOf } from './codes.ts';

export const lenderSource = recordSource(listLenders, ({ county, id, name }) => ({
  value: `${county}/${id}`,
  label: name,
}));

const agencySource = recordSource(listAgencies, ({ county, id, name }) => ({ value: `${county}/${id}`, label: name }), {
  fixed: { kind: 'bank' },
});

const accountSource = recordSource(listAccounts, ({ county, id, name, placeName }) => ({
  value: `${county}/${id}`,
  label: name,
  sub: placeName,
}));

/** Both parts of the key of what was chosen: the value is `150622/0190…`. */
export function keyOfChoice(value: string): { readonly county: number; readonly id: string } {
  const [county = '', id = ''] = value.split('/');
  return { county: Number(county), id };
}

export const bankField: Field = { key: 'bank', kind: 'record', label: words['field.bank'], records: lenderSource };
export const agencyField: Field = {
  key: 'agency',
  kind: 'record',
  label: words['field.agency'],
  records: agencySource,
};
export const accountField: Field = {
  key: 'account',
  kind: 'record',
  label: words['field.account'],
  records: accountSource,
  wide: true,
};
export const reasonField: Field = { key: 'reason', kind: 'note', label: words['field.reason'], wide: true };

export const askedFields: readonly Field[] = [
  { key: 'amountFen', kind: 'yuan', label: words['field.amount'] },
  { key: 'termMonths', kind: 'integer', label: words['field.termMonths'] },
  { key: 'purpose', kind: 'code', label: words['field.purpose'], codes: codesOf('purpose', loanPurposes) },
  { key: 'purposeNote', kind: 'text', label: words['field.purposeNote'], wide: true },
];

/** A switch for each part of the register that the bank may see. */
export const consentSwitches: readonly Field[] = consentFields.map((field, at) => ({
  ...{ key: field, kind: 'switch', label: words[`code.consent.${field}`] },
  ...(at === 0 ? { section: words['field.fields'] } : {}),
}));

export const decisionFields: readonly Field[] = [
  {
    key: 'decision',
    kind: 'code',
    label: words['field.decision'],
    codes: codesOf('decision', ['approved', 'declined']),
  },
  {
    key: 'declineCode',
    kind: 'code',
    label: words['field.declineCode'],
    codes: codesOf('decline', declineCodes),
    shown: (values) => values.decision === 'declined',
  },
  { key: 'note', kind: 'note', label: words['field.note'], wide: true },
];

export const contractFields: readonly Field[] = [
  { key: 'contractNumber', kind: 'text', label: words['field.contractNumber'] },
  { key: 'principalFen', kind: 'yuan', label: words['field.principal'] },
  { key: 'ratePercent', kind: 'decimal', label: words['field.rate'], unit: words['unit.percent'] },
  { key: 'startsOn', kind: 'date', label: words['field.startsOn'] },
  { key: 'termMonths', kind: 'integer', label: words['field.termMonths'] },
  { key: 'method', kind: 'code', label: words['field.method'], codes: codesOf('method', loanMethods) },
  { key: 'everyMonths', kind: 'code', label: words['field.everyMonths'], codes: codesOf('every', [1, 3, 6, 12]) },
  { key: 'firstDueOn', kind: 'date', label: words['field.firstDueOn'], help: words['help.firstDueOn'] },
  { key: 'dayCount', kind: 'code', label: words['field.dayCount'], codes: codesOf('dayCount', dayCounts) },
  { key: 'collateral', kind: 'code', label: words['field.collateral'], codes: codesOf('collateral', collaterals) },
  { key: 'shiftHolidays', kind: 'switch', label: words['field.shiftHolidays'] },
  { key: 'subsidised', kind: 'switch', label: words['field.subsidised'] },
];

export const paymentFields: readonly Field[] = [
  {
    key: 'kind',
    kind: 'code',
    label: words['field.paymentKind'],
    codes: codesOf('payment', ['instalment', 'prepayment']),
  },
  { key: 'paidOn', kind: 'date', label: words['field.paidOn'] },
  { key: 'principalFen', kind: 'yuan', label: words['field.principalPaid'] },
  { key: 'interestFen', kind: 'yuan', label: words['field.interestPaid'] },
  { key: 'penaltyFen', kind: 'yuan', label: words['field.penalty'] },
  {
    key: 'afterwards',
    kind: 'code',
    label: words['field.afterwards'],
    codes: codesOf('afterwards', afterwardsCodes),
    shown: (values) => values.kind === 'prepayment',
  },
  { key: 'receipt', kind: 'text', label: words['field.receipt'] },
];

export const useFields: readonly Field[] = [
  { key: 'happenedOn', kind: 'date', label: words['field.happenedOn'] },
  { key: 'amountFen', kind: 'yuan', label: words['field.spent'] },
  { key: 'item', kind: 'text', label: words['field.item'], wide: true },
  { key: 'evidence', kind: 'text', label: words['field.evidence'], wide: true },
];

export const visitFields: readonly Field[] = [
  { key: 'cause', kind: 'code', label: words['field.cause'], codes: codesOf('cause', ['overdue', 'use']) },
  { key: 'visitedOn', kind: 'date', label: words['field.visitedOn'] },
  { key: 'finding', kind: 'note', label: words['field.finding'], wide: true },
  { key: 'promisedOn', kind: 'date', label: words['field.promisedOn'] },
  { key: 'promise', kind: 'text', label: words['field.promise'], wide: true },
];

export const claimFields: readonly Field[] = [
  bankField,
  { key: 'title', kind: 'text', label: words['field.title'] },
  { key: 'fromOn', kind: 'date', label: words['field.fromOn'] },
  { key: 'throughOn', kind: 'date', label: words['field.throughOn'] },
];

export const poolFields: readonly Field[] = [
  bankField,
  { key: 'agreement', kind: 'text', label: words['field.agreement'] },
  { key: 'startsOn', kind: 'date', label: words['field.agreementStartsOn'] },
];
