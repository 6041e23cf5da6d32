import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditCodeCheckDigit, organisationCheckDigit } from '../../platform/pure/credit-code.ts';
import { checkCharter, followsCharter, lawCharterLimits } from './charter-rules.ts';
import { type CompositionMember, checkComposition, lawLimits, memberKinds } from './composition-rules.ts';
import { decideMember, type ImportedMember, type KnownMember } from './member-import-rules.ts';
import { byNumber, nextNumber, proposeMember } from './member-rules.ts';
import { checkDissolution, proposeCooperative } from './rules.ts';

function creditCode(prefix: string): string {
  const body = '00000017';
  const first17 = `${prefix}150622${body}${organisationCheckDigit(body)}`;
  return first17 + creditCodeCheckDigit(first17);
}

const draft = {
  place: 150622100201,
  kind: 'farmers_professional' as const,
  creditCode: creditCode('93'),
  registeredOn: '2018-06-01',
};

describe('a registration', () => {
  it('takes a code of its kind in its stored form', () => {
    const typed = ` ${draft.creditCode.toLowerCase()} `;
    expect(proposeCooperative({ ...draft, creditCode: typed }, '2018-06-01')).toMatchObject({
      value: { creditCode: draft.creditCode },
    });
    const collective = { ...draft, kind: 'shareholding_economic' as const, creditCode: creditCode('N2') };
    expect(proposeCooperative(collective, '2018-06-01').ok).toBe(true);
    expect(proposeCooperative({ ...draft, creditCode: null }, '2018-06-01').ok).toBe(true);
  });

  it.each([
    ['cooperative_place', 'place', { place: 150622100000 }],
    ['cooperative_in_future', 'registeredOn', { registeredOn: '2018-06-02' }],
    ['cooperative_code_kind', 'creditCode', { creditCode: creditCode('N2') }],
    ['cooperative_code_kind', 'creditCode', { kind: 'collective_economic_organization' as const }],
    ['credit_code_length', 'creditCode', { creditCode: '93' }],
    [
      'credit_code_check_digit',
      'creditCode',
      { creditCode: `${draft.creditCode.slice(0, 17)}?`.replace('?', draft.creditCode.endsWith('1') ? '2' : '1') },
    ],
  ])('refuses with %s', (code, field, wrong) => {
    expect(proposeCooperative({ ...draft, ...wrong }, '2018-06-01')).toMatchObject({ refusal: { code, field } });
  });

  it('ends between its first day and today, once', () => {
    const open = { registeredOn: '2018-06-01', dissolvedOn: null };
    expect(checkDissolution(open, '2018-06-01', '2019-01-01').ok).toBe(true);
    expect(checkDissolution(open, '2018-05-31', '2019-01-01').ok).toBe(false);
    expect(checkDissolution(open, '2019-01-02', '2019-01-01').ok).toBe(false);
    const closed = { ...open, dissolvedOn: '2018-12-01' };
    expect(checkDissolution(closed, '2018-12-02', '2019-01-01')).toMatchObject({
      refusal: { code: 'cooperative_dissolved' },
    });
  });
});

function membersOf(counts: Partial<Record<(typeof memberKinds)[number], number>>): CompositionMember[] {
  return memberKinds.flatMap((kind) =>
    Array.from({ length: counts[kind] ?? 0 }, () => ({
      kind,
      unitKind: kind === 'unit' ? ('enterprise' as const) : null,
    })),
  );
}

const form = { kind: 'farmers_professional', on: '2019-01-31' } as const;

describe('the composition of members', () => {
  it.each([
    ['five farmers', { farmer: 5 }, []],
    ['four farmers', { farmer: 4 }, ['members_too_few']],
    ['four fifths farmers', { farmer: 4, other_person: 1 }, []],
    ['fewer', { farmer: 7, other_person: 2 }, ['farmers_too_few']],
    ['one unit among twenty', { farmer: 19, unit: 1 }, []],
    ['two units among twenty', { farmer: 18, unit: 2 }, ['units_too_many']],
    ['one unit among twenty-one', { farmer: 20, unit: 1 }, []],
    ['two units among thirty-nine', { farmer: 37, unit: 2 }, ['units_too_many']],
    ['two units among forty: exactly 5%', { farmer: 38, unit: 2 }, []],
    ['the collective beside a unit', { farmer: 18, unit: 1, collective: 1 }, ['units_too_many']],
  ])('%s', (_, counts, codes) => {
    const check = checkComposition(membersOf(counts), form);
    expect(check.breaches.map((breach) => breach.code)).toEqual(codes);
    expect(check.ok).toBe(codes.length === 0);
    expect(check.cureBy).toBe(codes.length === 0 ? null : '2019-07-31');
  });

  it('lets an office decide that the collective does not count', () => {
    const limits = { ...lawLimits, collectiveIsUnit: false };
    expect(checkComposition(membersOf({ farmer: 18, unit: 1, collective: 1 }), { ...form, limits }).ok).toBe(true);
  });

  it('wants three cooperatives and nobody else in a federation', () => {
    const federation = { kind: 'federation', on: '2019-01-31' } as const;
    expect(checkComposition(membersOf({ cooperative: 3 }), federation).ok).toBe(true);
    expect(checkComposition(membersOf({ cooperative: 2, farmer: 1 }), federation).breaches).toEqual([
      { code: 'federation_too_few', actual: 2, bound: 3 },
      { code: 'federation_foreign_member', actual: 1, bound: 0 },
    ]);
  });

  it('shuts out bodies of public administration, and asks nothing of collectives', () => {
    const members = [...membersOf({ farmer: 30 }), { kind: 'unit' as const, unitKind: 'public_affairs' as const }];
    expect(checkComposition(members, form).breaches).toEqual([{ code: 'public_affairs_member', actual: 1, bound: 0 }]);
    expect(checkComposition([], { ...form, kind: 'collective_economic_organization' }).ok).toBe(true);
  });

  it('never depends on the order, and a further farmer never makes it worse', () => {
    const list = fc.array(fc.constantFrom(...memberKinds), { maxLength: 60 });
    fc.assert(
      fc.property(list, (kinds) => {
        const members = kinds.map((kind) => ({ kind, unitKind: kind === 'unit' ? ('enterprise' as const) : null }));
        const check = checkComposition(members, form);
        expect(checkComposition(members.toReversed(), form)).toEqual(check);
        const more = checkComposition([...members, { kind: 'farmer' as const }], form).breaches;
        const before = new Set(check.breaches.map((breach) => breach.code));
        const crossing = members.length === lawLimits.smallMembers;
        for (const { code } of more) expect(before.has(code) || (crossing && code === 'units_too_many')).toBe(true);
      }),
      { seed: 9 },
    );
  });
});

const terms = {
  startsOn: '2019-01-01',
  surplusReserveBp: 1_000,
  expansionBp: 500,
  reliefBp: 300,
  welfareReserveBp: 0,
  patronageBp: 6_000,
  additionalVotesBp: 2_000,
  quorumBp: null,
  ordinaryBp: null,
  specialBp: null,
};

describe('a charter', () => {
  it('may be stricter than the law, never weaker', () => {
    const check = (wrong: object, kind: 'farmers_professional' | 'shareholding_economic' = 'farmers_professional') => {
      const checked = checkCharter(kind, { ...terms, ...wrong }, lawCharterLimits);
      return checked.ok ? 'ok' : checked.refusal.code;
    };
    expect(check({})).toBe('ok');
    expect(check({ patronageBp: 5_999 })).toBe('charter_patronage_floor');
    expect(check({ additionalVotesBp: 2_001 })).toBe('charter_additional_votes');
    expect(check({ surplusReserveBp: 9_500 })).toBe('charter_drawings');
    expect(check({ specialBp: 7_500, quorumBp: 8_000, ordinaryBp: 5_001 })).toBe('ok');
    expect(check({ specialBp: 6_666 })).toBe('charter_votes_weaker');
    expect(check({}, 'shareholding_economic')).toBe('charter_patronage_form');
    expect(check({ patronageBp: 0 }, 'shareholding_economic')).toBe('charter_votes_form');
    expect(check({ patronageBp: 0, additionalVotesBp: 0 }, 'shareholding_economic')).toBe('ok');
    expect(check({ patronageBp: 0, additionalVotesBp: 0, ordinaryBp: 5_001 }, 'shareholding_economic')).toBe(
      'charter_votes_weaker',
    );
  });

  it('follows the one before', () => {
    expect(followsCharter('2019-01-01', undefined).ok).toBe(true);
    expect(followsCharter('2019-01-01', { startsOn: '2019-01-01' }).ok).toBe(false);
  });
});

const member = {
  number: '７ ',
  kind: 'unit' as const,
  unitKind: 'enterprise' as const,
  name: '蒙羊 公司',
  idNumber: null,
  creditCode: creditCode('91'),
  memberPlace: 150622100201,
  joinedOn: '2019-01-01',
};
const setting = { today: '2019-06-01', dissolvedOn: null, publicNames: ['党支部', '村委会'] };

describe('a member', () => {
  it('comes back in stored form', () => {
    expect(proposeMember(member, setting)).toMatchObject({ value: { number: '7', name: '蒙羊公司' } });
  });

  it.each([
    ['member_public_affairs', { unitKind: 'public_affairs' as const }],
    ['member_public_affairs', { name: '甲嘎查党支部' }],
    ['member_public_affairs', { kind: 'collective' as const, unitKind: null, name: '甲村委会' }],
    ['member_unit_kind', { unitKind: null }],
    ['member_in_future', { joinedOn: '2019-06-02' }],
    ['member_place', { memberPlace: 150622100000 }],
    ['member_number', { number: ' ' }],
    ['id_check_digit', { kind: 'farmer' as const, unitKind: null, idNumber: '110105194912310021' }],
  ])('is refused with %s', (code, wrong) => {
    expect(proposeMember({ ...member, ...wrong }, setting)).toMatchObject({ refusal: { code } });
  });

  it('joins no organisation that is dissolved', () => {
    expect(proposeMember(member, { ...setting, dissolvedOn: '2019-01-01' }).ok).toBe(false);
    expect(proposeMember(member, { ...setting, dissolvedOn: '2019-01-02' }).ok).toBe(true);
  });

  it('is numbered on and listed by number', () => {
    expect([nextNumber(null), nextNumber('009'), nextNumber('999')]).toEqual(['001', '010', '1000']);
    const numbers = ['1000', '2', '10', '001'].map((number) => ({ number }));
    expect(numbers.toSorted(byNumber).map((one) => one.number)).toEqual(['2', '10', '001', '1000']);
  });
});

const known: KnownMember = {
  id: 'a',
  revision: 3,
  number: '001',
  kind: 'farmer',
  unitKind: null,
  name: '甲',
  idHash: 'h1',
  idMasked: '1506**',
  creditCode: null,
  phone: '138',
  memberPlace: 1,
  joinedOn: '2018-01-01',
  leftOn: null,
};
const row: ImportedMember = {
  number: '001',
  kind: 'farmer',
  unitKind: undefined,
  name: '甲',
  idNumber: undefined,
  idHash: undefined,
  creditCode: undefined,
  phone: undefined,
  memberPlace: undefined,
  joinedOn: '2018-01-01',
};

describe('a row of the list', () => {
  it.each([
    ['unchanged', {}, [known]],
    ['update', { name: '乙' }, [known]],
    ['update', { number: '002', idHash: 'h1', idNumber: 'x' }, [known]],
    ['insert', { number: '002' }, [known]],
    ['unchanged', { idNumber: '1506**' }, [known]],
    ['member_row_masked', { idNumber: '1507**' }, [known]],
    ['member_row_person', { idHash: 'h2', idNumber: 'x' }, [known]],
    ['member_row_other', { idHash: 'h2', idNumber: 'x' }, [known, { ...known, id: 'b', number: '002', idHash: 'h2' }]],
    ['member_row_left', {}, [{ ...known, leftOn: '2019-01-01' }]],
  ])('is %s', (outcome, change, list) => {
    const decision = decideMember({ ...row, ...change }, list);
    expect(decision.action === 'reject' ? decision.code : decision.action).toBe(outcome);
  });
});
