import type { Field } from '../../../platform/ui/form-fields.ts';
import type { PlaceSource } from '../../../platform/ui/places.ts';
import { recordSource } from '../../../platform/ui/records.ts';
import { reserveBases } from '../../../registers/cooperatives/charter-rules.ts';
import { memberKinds, unitKinds } from '../../../registers/cooperatives/composition-rules.ts';
import { cooperativeKinds } from '../../../registers/cooperatives/rules.ts';
import { householdSource } from '../../../registers/households/widgets/household-source.ts';
import { listBranches } from '../../../registers/party-branches/contract.ts';
import { upliftMechanisms } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf } from './codes.ts';

const branchSource = recordSource(listBranches, (row) => ({ value: row.id, label: row.name, sub: row.placeName }));

function bp(key: string, label: Field['label'], help: Field['help'] = words['help.bp']): Field {
  return { key, kind: 'integer', label, ...(help ? { help } : {}) };
}

/** What a plan says; a new one also where and of which form. */
export const planFields: readonly Field[] = [
  { key: 'name', kind: 'text', label: words['field.name'], wide: true },
  { key: 'branchId', kind: 'record', label: words['field.branch'], records: branchSource },
  { key: 'draftedOn', kind: 'date', label: words['field.draftedOn'] },
  { key: 'address', kind: 'text', label: words['field.address'] },
  { key: 'business', kind: 'text', label: words['field.business'], wide: true },
  { key: 'sharesMethod', kind: 'note', label: words['field.sharesMethod'], section: words['section.shares'] },
  { key: 'parValueFen', kind: 'yuan', label: words['field.parValueFen'] },
  { key: 'surplusMethod', kind: 'note', label: words['field.surplusMethod'], section: words['section.surplus'] },
  bp('surplusReserveBp', words['field.surplusReserveBp']),
  {
    key: 'reserveQuantifiedBy',
    kind: 'code',
    label: words['field.reserveQuantifiedBy'],
    codes: codesOf('basis', reserveBases),
  },
  bp('expansionBp', words['field.expansionBp']),
  bp('reliefBp', words['field.reliefBp']),
  bp('welfareReserveBp', words['field.welfareReserveBp']),
  bp('patronageBp', words['field.patronageBp'], words['help.patronage']),
  { key: 'timeWeighted', kind: 'switch', label: words['field.timeWeighted'] },
  {
    key: 'upliftMechanism',
    kind: 'code',
    label: words['field.upliftMechanism'],
    codes: codesOf('uplift', upliftMechanisms),
    help: words['help.uplift'],
    section: words['section.uplift'],
  },
  bp('upliftBp', words['field.upliftBp']),
  { key: 'upliftNote', kind: 'note', label: words['field.upliftNote'] },
  { ...bp('additionalVotesBp', words['field.additionalVotesBp']), section: words['section.votes'] },
  bp('quorumBp', words['field.quorumBp']),
  bp('ordinaryBp', words['field.ordinaryBp']),
  bp('specialBp', words['field.specialBp']),
  { key: 'exitNoticeMonths', kind: 'integer', label: words['field.exitNoticeMonths'] },
  { key: 'unitExitNoticeMonths', kind: 'integer', label: words['field.unitExitNoticeMonths'] },
  { key: 'contact', kind: 'text', label: words['field.contact'] },
  { key: 'note', kind: 'note', label: words['field.note'] },
];

export function newPlanFields(places: PlaceSource): readonly Field[] {
  return [
    { key: 'place', kind: 'place', label: words['field.place'], places, level: 'village', wide: true },
    { key: 'kind', kind: 'code', label: words['field.kind'], codes: codesOf('kind', cooperativeKinds) },
    ...planFields,
  ];
}

/** The law's own numbers and the set-asides of article 9, to begin with. */
export const firstPlan = {
  kind: 'farmers_professional',
  surplusReserveBp: 1000,
  reserveQuantifiedBy: 'patronage',
  expansionBp: 1000,
  reliefBp: 500,
  welfareReserveBp: 0,
  patronageBp: 6000,
  additionalVotesBp: 0,
  exitNoticeMonths: 3,
  unitExitNoticeMonths: 6,
  upliftMechanism: 'household_grant',
};

export function founderFields(places: PlaceSource): readonly Field[] {
  const isPerson = (kind: unknown) => kind === 'farmer' || kind === 'other_person';
  return [
    { key: 'number', kind: 'text', label: words['field.number'] },
    { key: 'kind', kind: 'code', label: words['field.founderKind'], codes: codesOf('memberKind', memberKinds) },
    {
      key: 'householdId',
      kind: 'record',
      label: words['field.household'],
      records: householdSource,
      help: words['help.household'],
      shown: ({ kind }) => isPerson(kind),
    },
    { key: 'name', kind: 'text', label: words['field.founderName'] },
    {
      key: 'unitKind',
      kind: 'code',
      label: words['field.unitKind'],
      codes: codesOf('unitKind', unitKinds),
      shown: ({ kind }) => kind === 'unit',
    },
    {
      key: 'creditCode',
      kind: 'text',
      label: words['field.creditCode'],
      shown: ({ kind }) => kind !== undefined && kind !== '' && !isPerson(kind),
    },
    { key: 'memberPlace', kind: 'place', label: words['field.memberPlace'], places, level: 'village' },
    { key: 'cashFen', kind: 'yuan', label: words['field.cashFen'], section: words['field.total'] },
    { key: 'householdGrantFen', kind: 'yuan', label: words['field.householdGrantFen'] },
    { key: 'croplandFen', kind: 'yuan', label: words['field.croplandFen'] },
    { key: 'forestFen', kind: 'yuan', label: words['field.forestFen'] },
    { key: 'grasslandFen', kind: 'yuan', label: words['field.grasslandFen'] },
    { key: 'goodsFen', kind: 'yuan', label: words['field.goodsFen'] },
    { key: 'areaMu', kind: 'decimal', label: words['field.areaMu'], unit: words['unit.mu'] },
    { key: 'inKindNote', kind: 'note', label: words['field.inKindNote'], help: words['help.inKind'] },
  ];
}

export const registrationFields: readonly Field[] = [
  { key: 'registeredOn', kind: 'date', label: words['field.registeredOn'] },
  { key: 'creditCode', kind: 'text', label: words['field.creditCode'] },
  { key: 'chairperson', kind: 'text', label: words['field.chairperson'] },
  { key: 'phone', kind: 'text', label: words['field.phone'] },
];

/** When and where the next step is decided; who decides only where the law leaves it open. */
export function meetingFields(study: boolean): readonly Field[] {
  return [
    { key: 'heldOn', kind: 'date', label: words['field.heldOn'] },
    { key: 'startsAt', kind: 'text', label: words['field.startsAt'] },
    { key: 'venue', kind: 'text', label: words['field.venue'] },
    { key: 'noticedOn', kind: 'date', label: words['field.noticedOn'] },
    ...(study
      ? []
      : [
          {
            key: 'by',
            kind: 'code' as const,
            label: words['field.by'],
            codes: codesOf('by', ['founders', 'villagers']),
            help: words['help.by'],
          },
        ]),
    {
      key: 'rollKind',
      kind: 'code',
      label: words['field.rollKind'],
      codes: codesOf('rollKind', ['named', 'counted']),
    },
  ];
}

export const noticeFields: readonly Field[] = [{ key: 'postedOn', kind: 'date', label: words['field.postedOn'] }];
