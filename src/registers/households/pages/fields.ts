import type { Field } from '../../../platform/ui/form-fields.ts';
import type { PlaceSource } from '../../../platform/ui/places.ts';
import {
  nextStates,
  type PovertyState,
  povertyCauses,
  povertyKinds,
  povertyStandards,
  povertyStates,
} from '../poverty-rules.ts';
import {
  educations,
  electricities,
  employments,
  ethnicities,
  fuels,
  healths,
  labours,
  politicalStatuses,
  relations,
  roads,
  schoolings,
  structures,
  waters,
} from '../rules.ts';
import { words } from '../words.ts';
import { codeChoices } from './codes.ts';

const yesNo = codeChoices('yes', ['true', 'false']);

/** The household's own fields; a new one also says where it is. Numbers that are sealed stay as they are when left empty. */
export function householdFormFields(places?: PlaceSource): readonly Field[] {
  const secretHelp = places ? {} : { help: words['help.secret'] };
  const area = (
    key: 'croplandMu' | 'irrigatedMu' | 'forestMu' | 'convertedForestMu' | 'orchardMu' | 'grasslandMu' | 'waterMu',
  ) => ({ key, kind: 'decimal', label: words[`field.${key}`], unit: words['unit.mu'] }) as const;
  return [
    ...(places
      ? [{ key: 'place', kind: 'place' as const, level: 'village' as const, label: words['field.place'], places }]
      : []),
    { key: 'number', kind: 'text', label: words['field.number'] },
    { key: 'joinedOn', kind: 'date', label: words['field.joinedOn'] },
    { key: 'address', kind: 'text', label: words['field.address'], wide: true },
    { key: 'phone', kind: 'text', label: words['field.phone'], ...secretHelp },
    { key: 'bankName', kind: 'text', label: words['field.bankName'] },
    { key: 'bankCard', kind: 'text', label: words['field.bankCard'], ...secretHelp },
    { key: 'externalNumber', kind: 'text', label: words['field.externalNumber'] },
    { key: 'collectiveNumber', kind: 'text', label: words['field.collectiveNumber'] },
    { ...area('croplandMu'), section: words['section.land'] },
    area('irrigatedMu'),
    area('forestMu'),
    area('convertedForestMu'),
    area('orchardMu'),
    area('grasslandMu'),
    area('waterMu'),
    {
      key: 'housingM2',
      kind: 'decimal',
      label: words['field.housingM2'],
      unit: words['unit.m2'],
      section: words['section.living'],
    },
    {
      key: 'housingStructure',
      kind: 'code',
      label: words['field.housingStructure'],
      codes: codeChoices('structure', structures),
    },
    { key: 'housingDangerous', kind: 'code', label: words['field.housingDangerous'], codes: yesNo },
    {
      key: 'electricity',
      kind: 'code',
      label: words['field.electricity'],
      codes: codeChoices('electricity', electricities),
    },
    { key: 'water', kind: 'code', label: words['field.water'], codes: codeChoices('water', waters) },
    { key: 'fuel', kind: 'code', label: words['field.fuel'], codes: codeChoices('fuel', fuels) },
    { key: 'road', kind: 'code', label: words['field.road'], codes: codeChoices('road', roads) },
    { key: 'roadDistanceKm', kind: 'decimal', label: words['field.roadDistanceKm'], unit: words['unit.km'] },
  ];
}

/** A person's fields. On a correction an empty number stays as it is. */
export function residentFormFields(isNew: boolean): readonly Field[] {
  const yes = (key: 'military' | 'medicalInsured' | 'pensionInsured' | 'illnessInsured' | 'lowIncomeSupport') =>
    ({ key, kind: 'code', label: words[`field.${key}`], codes: yesNo }) as const;
  return [
    { key: 'name', kind: 'text', label: words['field.name'], section: words['section.person'] },
    {
      key: 'idNumber',
      kind: 'id-number',
      label: words['field.idNumber'],
      ...(isNew ? {} : { help: words['help.secret'] }),
    },
    { key: 'relation', kind: 'code', label: words['field.relation'], codes: codeChoices('relation', relations) },
    { key: 'joinedOn', kind: 'date', label: words['field.joinedOn'] },
    ...(isNew
      ? [
          {
            key: 'joinedKind',
            kind: 'code' as const,
            label: words['field.joinedKind'],
            codes: codeChoices('joinedKind', ['born', 'married_in', 'moved_in', 'registered']),
          },
        ]
      : []),
    {
      key: 'ethnicity',
      kind: 'code',
      label: words['field.ethnicity'],
      codes: codeChoices('ethnicity', ethnicities),
      section: words['section.status'],
    },
    { key: 'education', kind: 'code', label: words['field.education'], codes: codeChoices('education', educations) },
    { key: 'schooling', kind: 'code', label: words['field.schooling'], codes: codeChoices('schooling', schoolings) },
    { key: 'health', kind: 'code', label: words['field.health'], codes: codeChoices('health', healths) },
    { key: 'labour', kind: 'code', label: words['field.labour'], codes: codeChoices('labour', labours) },
    {
      key: 'employment',
      kind: 'code',
      label: words['field.employment'],
      codes: codeChoices('employment', employments),
    },
    { key: 'employmentMonths', kind: 'integer', label: words['field.employmentMonths'], unit: words['unit.months'] },
    {
      key: 'politicalStatus',
      kind: 'code',
      label: words['field.politicalStatus'],
      codes: codeChoices('politicalStatus', politicalStatuses),
    },
    yes('military'),
    yes('medicalInsured'),
    yes('pensionInsured'),
    yes('illnessInsured'),
    yes('lowIncomeSupport'),
  ];
}

/** A decision on poverty; a new one offers only the states that may follow. */
export function povertyFormFields(current?: { readonly state: PovertyState | undefined }): readonly Field[] {
  const next = current ? [...nextStates(current.state), ...(current.state ? [current.state] : [])] : povertyStates;
  return [
    ...(current
      ? [{ key: 'state', kind: 'code' as const, label: words['field.state'], codes: codeChoices('state', next) }]
      : []),
    { key: 'startsOn', kind: 'date', label: words['field.startsOn'] },
    { key: 'standard', kind: 'code', label: words['field.standard'], codes: codeChoices('standard', povertyStandards) },
    { key: 'kind', kind: 'code', label: words['field.kind'], codes: codeChoices('kind', povertyKinds) },
    { key: 'mainCause', kind: 'code', label: words['field.mainCause'], codes: codeChoices('cause', povertyCauses) },
    { key: 'documentNumber', kind: 'text', label: words['field.documentNumber'] },
    { key: 'decidedOn', kind: 'date', label: words['field.decidedOn'] },
    { key: 'note', kind: 'note', label: words['field.note'], wide: true },
  ];
}

/** When something happened and by which document. */
export const happeningFields: readonly Field[] = [
  { key: 'happenedOn', kind: 'date', label: words['field.happenedOn'] },
  { key: 'documentNumber', kind: 'text', label: words['field.documentNumber'] },
];
