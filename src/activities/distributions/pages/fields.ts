import { formatBp } from '../../../platform/pure/ratio.ts';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { patronageFloorBp } from '../surplus-rules.ts';
import { words } from '../words.ts';
import { codesOf } from './codes.ts';

export const freezeFields: readonly Field[] = [
  { key: 'recordOn', kind: 'date', label: words['field.recordOn'], help: words['help.recordOn'] },
  { key: 'reason', kind: 'note', label: words['field.why'] },
];

export const noticeFields: readonly Field[] = [
  { key: 'postedOn', kind: 'date', label: words['field.postedOn'] },
  { key: 'contact', kind: 'text', label: words['field.contact'], wide: true },
];

type Ratio = 'surplusReserveBp' | 'welfareReserveBp' | 'expansionBp' | 'reliefBp' | 'patronageBp' | 'convertedBp';

/** A ratio that is typed, or tried out on a slider by whole percents from the least that the law allows. */
function ratio(key: Ratio, help: Field['help'] = words['help.bp'], least = 0): Field {
  return {
    ...{ key, kind: 'integer', label: words[`field.${key}`], unit: words['unit.bp'] },
    slider: { least, most: 10_000, step: 100, text: formatBp },
    ...(help === undefined ? {} : { help }),
  };
}

const name: Field = { key: 'name', kind: 'text', label: words['field.optionName'], wide: true };
const surplusReserve: Field = { ...ratio('surplusReserveBp', words['help.draws']), section: words['section.draws'] };
const draws: readonly Field[] = [ratio('expansionBp', words['help.draws']), ratio('reliefBp', words['help.draws'])];

/** The terms of an option under the law of its organisation. */
export function optionFields(isCooperative: boolean): readonly Field[] {
  if (!isCooperative) return [name, surplusReserve, ratio('welfareReserveBp', words['help.draws']), ...draws];
  return [
    name,
    surplusReserve,
    {
      ...{ key: 'reserveQuantifiedBy', kind: 'code', label: words['field.reserveQuantifiedBy'] },
      codes: codesOf('basis', ['patronage', 'contribution', 'equal']),
    },
    ...draws,
    ratio('patronageBp', words['help.patronageBp'], patronageFloorBp),
    ratio('convertedBp', words['help.convertedBp']),
  ];
}

const entitledBy: Field = {
  ...{ key: 'entitledBy', kind: 'text', label: words['field.entitledBy'] },
  help: words['help.entitledBy'],
};

/** Where a member is paid; a paper where he is not there himself, a reason where an account is known already. */
export function payeeFields({ isKnown, isFlagged }: { isKnown: boolean; isFlagged: boolean }): readonly Field[] {
  const why: readonly Field[] = isKnown ? [{ key: 'reason', kind: 'note', label: words['field.payeeReason'] }] : [];
  return [
    { key: 'holder', kind: 'text', label: words['field.holder'] },
    { key: 'bankName', kind: 'text', label: words['field.bankName'] },
    { key: 'account', kind: 'text', label: words['field.account'] },
    ...(isFlagged ? [entitledBy] : []),
    ...why,
  ];
}

export const returnFields: readonly Field[] = [
  { key: 'number', kind: 'text', label: words['field.contractNumber'], section: words['section.contract'] },
  { key: 'payer', kind: 'text', label: words['field.payer'] },
  { key: 'payerCode', kind: 'text', label: words['field.payerCode'] },
  { key: 'subject', kind: 'text', label: words['field.subject'], wide: true },
  { key: 'principalFen', kind: 'yuan', label: words['field.principal'], section: words['section.terms'] },
  {
    ...{ key: 'floorBp', kind: 'integer', label: words['field.floorBp'] },
    ...{ help: words['help.bp'], unit: words['unit.bp'] },
  },
  {
    ...{ key: 'profitShareBp', kind: 'integer', label: words['field.profitShareBp'] },
    ...{ help: words['help.bp'], unit: words['unit.bp'] },
  },
  { key: 'startsOn', kind: 'date', label: words['field.startsOn'] },
  { key: 'endsOn', kind: 'date', label: words['field.endsOn'] },
  {
    ...{ key: 'months', kind: 'code', label: words['field.months'], help: words['help.months'] },
    codes: codesOf('months', ['1', '3', '6', '12']),
  },
];

export const profitFields: readonly Field[] = [
  { key: 'profitFen', kind: 'yuan', label: words['field.profit'], help: words['help.profit'] },
  { key: 'document', kind: 'text', label: words['field.document'] },
];

export const receiptFields: readonly Field[] = [
  { key: 'paidOn', kind: 'date', label: words['field.paidOn'] },
  { key: 'amountFen', kind: 'yuan', label: words['field.amount'] },
  { key: 'document', kind: 'text', label: words['field.document'] },
];
