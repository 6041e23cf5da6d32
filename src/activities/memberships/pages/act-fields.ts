import { listSubs } from '../../../ledgers/books/account-contract.ts';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { formatYuan } from '../../../platform/pure/money.ts';
import { call } from '../../../platform/ui/client.ts';
import type { Field } from '../../../platform/ui/form-fields.ts';
import type { PlaceSource } from '../../../platform/ui/places.ts';
import type { RecordSource } from '../../../platform/ui/records.ts';
import { memberKinds, unitKinds } from '../../../registers/cooperatives/composition-rules.ts';
import { memberSource } from '../../../registers/cooperatives/widgets/member-source.ts';
import { words as cooperativeWords } from '../../../registers/cooperatives/words.ts';
import { actDraft, type choices, type getAct } from '../contract.ts';
import { type ActKind, counters, exitReasons } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf } from './codes.ts';

export type Act = ReplyOf<typeof getAct>;
export type Choices = ReplyOf<typeof choices>;

export interface Setting {
  readonly cooperative: { readonly county: number; readonly id: string };
  readonly choices: Choices;
  readonly places: PlaceSource;
}

/** Kinds that are about one member who is chosen first. */
export function isAboutMember(kind: ActKind): boolean {
  return kind !== 'join' && kind !== 'uplift' && kind !== 'issue_all';
}

const needed: Readonly<Record<ActKind, readonly (keyof typeof actDraft.shape)[]>> = {
  join: ['appliedOn', 'newcomerKind', 'newcomerName'],
  subscribe: ['classId', 'shares'],
  pay: ['lotId', 'paidFen', 'counter'],
  transfer: ['lotId', 'shares', 'toMembershipId'],
  exit: ['appliedOn', 'leaveReason'],
  inherit: ['appliedOn'],
  buy_back: ['lotId', 'shares', 'paidFen', 'counter'],
  expire: ['lotId'],
  uplift: ['policyId'],
  issue_all: ['classId', 'shares'],
};

/** The contract of a kind: what it needs may not be left out. */
export function schemaOf(kind: ActKind) {
  const mask = Object.fromEntries(needed[kind].map((key) => [key, true])) as { kind?: true };
  return actDraft.omit({ digest: true }).required(mask);
}

const plain = {
  occurredOn: { key: 'occurredOn', kind: 'date', label: words['field.occurredOn'] },
  shares: { key: 'shares', kind: 'integer', label: words['field.shares'] },
  appliedOn: { key: 'appliedOn', kind: 'date', label: words['field.appliedOn'] },
  money: {
    key: 'counter',
    kind: 'code',
    label: words['field.counter'],
    codes: codesOf('counter', ['bank', 'cash']),
  },
  documentNumber: { key: 'documentNumber', kind: 'text', label: words['field.documentNumber'] },
  memo: { key: 'memo', kind: 'text', label: words['field.memo'] },
} as const satisfies Readonly<Record<string, Field>>;

/** The inputs of a kind, in the order in which people have the papers before them. */
export function fieldsOf(kind: ActKind, setting: Setting): readonly Field[] {
  return [...ownFields(kind, setting), plain.documentNumber, plain.memo];
}

function ownFields(kind: ActKind, setting: Setting): readonly Field[] {
  const { occurredOn, shares, money } = plain;
  const { choices: offered, cooperative } = setting;
  const lot = lotField(offered);
  switch (kind) {
    case 'join':
      return [plain.appliedOn, ...newcomerFields(setting)];
    case 'subscribe':
      return [occurredOn, classField(offered), shares, ...subscriptionFields(offered)];
    case 'pay':
      return [occurredOn, lot, { key: 'paidFen', kind: 'yuan', label: words['field.paidFen'] }, money];
    case 'transfer':
      return [occurredOn, lot, shares, toMember(cooperative)];
    case 'exit':
      return [
        plain.appliedOn,
        { key: 'leaveReason', kind: 'code', label: words['field.leaveReason'], codes: codesOf('leave', exitReasons) },
      ];
    case 'inherit':
      return [
        { ...plain.appliedOn, label: words['field.diedOn'] },
        occurredOn,
        { ...toMember(cooperative), help: words['help.heir'] },
        ...newcomerFields(setting),
      ];
    case 'buy_back':
      return [occurredOn, lot, shares, { key: 'paidFen', kind: 'yuan', label: words['field.priceFen'] }, money];
    case 'expire':
      return [occurredOn, lot, ...assetFields(setting)];
    case 'uplift':
      return [occurredOn, policyField(offered), money];
    case 'issue_all':
      return [occurredOn, classField(offered), { ...shares, label: words['field.sharesEach'] }, money];
  }
}

function classField({ classes }: Choices): Field {
  const codes = classes.map(({ id, name, parFen }) => {
    const label = `${name} ${formatYuan(parFen)}`;
    return { value: id, label: [label, label] as const };
  });
  return { key: 'classId', kind: 'code', label: words['field.class'], codes };
}

function lotField({ lots }: Choices): Field {
  const codes = lots.map(({ id, className, acquiredOn, expiresOn, shares }) => {
    const label = `${className} ${acquiredOn}${expiresOn === null ? '' : `–${expiresOn}`} ${shares}`;
    return { value: id, label: [label, label] as const };
  });
  return { key: 'lotId', kind: 'code', label: words['field.lot'], codes };
}

function policyField({ policies }: Choices): Field {
  const codes = policies.map(({ id, name, members }) => {
    const label = `${name} (${members})`;
    return { value: id, label: [label, label] as const };
  });
  return { key: 'policyId', kind: 'code', label: words['field.policy'], codes };
}

function subscriptionFields({ valuations }: Choices): readonly Field[] {
  const codes = valuations.map(({ id, description, valueFen }) => {
    const label = `${description} ${formatYuan(valueFen)}`;
    return { value: id, label: [label, label] as const };
  });
  const isMoney = (values: Readonly<Record<string, unknown>>) => !values.valuationId;
  return [
    ...(codes.length === 0
      ? []
      : [{ key: 'valuationId', kind: 'code', label: words['field.valuation'], codes } as const]),
    { key: 'agreedFen', kind: 'yuan', label: words['field.agreedFen'], help: words['help.agreed'], shown: isMoney },
    { key: 'paidFen', kind: 'yuan', label: words['field.paidFen'], help: words['help.paid'], shown: isMoney },
    { key: 'counter', kind: 'code', label: words['field.counter'], codes: codesOf('counter', counters) },
  ];
}

function toMember(cooperative: Setting['cooperative']): Field {
  const records = memberSource(cooperative);
  return { key: 'toMembershipId', kind: 'record', label: words['field.toMember'], records };
}

function newcomerFields({ places }: Setting): readonly Field[] {
  const isUnit = ({ newcomerKind }: Readonly<Record<string, unknown>>) => newcomerKind === 'unit';
  const isPerson = ({ newcomerKind }: Readonly<Record<string, unknown>>) =>
    newcomerKind === 'farmer' || newcomerKind === 'other_person';
  const codeOf = (list: 'memberKind' | 'unitKind') => (code: string) => {
    const known: Readonly<Record<string, readonly [string, string]>> = cooperativeWords;
    return { value: code, label: known[`code.${list}.${code}`] ?? ([code, code] as const) };
  };
  return [
    {
      key: 'newcomerKind',
      kind: 'code',
      label: words['field.newcomerKind'],
      codes: memberKinds.map(codeOf('memberKind')),
      section: words['field.newcomer'],
    },
    { key: 'newcomerName', kind: 'text', label: words['field.newcomerName'] },
    {
      key: 'newcomerUnitKind',
      kind: 'code',
      label: words['field.newcomerUnitKind'],
      codes: unitKinds.map(codeOf('unitKind')),
      shown: isUnit,
    },
    { key: 'newcomerIdNumber', kind: 'id-number', label: words['field.newcomerIdNumber'], shown: isPerson },
    {
      key: 'newcomerCreditCode',
      kind: 'text',
      label: words['field.newcomerCreditCode'],
      shown: (values) => Boolean(values.newcomerKind) && !isPerson(values),
    },
    { key: 'newcomerPhone', kind: 'text', label: words['field.newcomerPhone'] },
    { key: 'newcomerPlace', kind: 'place', label: words['field.newcomerPlace'], places, level: 'village' },
  ];
}

/** The detail of the books for land that came with the opening balances. */
export function assetFields({
  choices: { booksId },
  cooperative,
}: Pick<Setting, 'choices' | 'cooperative'>): readonly Field[] {
  if (booksId === null) return [];
  const params = { county: cooperative.county, id: booksId };
  const records: RecordSource = {
    key: `assets of ${booksId}`,
    search: async (q, signal) => {
      const { rows } = await call(listSubs, { params, query: { kind: 'asset', q, limit: 20 } }, { signal });
      return rows.map(({ sub, name }) => ({ value: sub, label: name }));
    },
  };
  return [{ key: 'assetId', kind: 'record', label: words['field.asset'], help: words['help.asset'], records }];
}
