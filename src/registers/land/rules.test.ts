import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Boundary, boundaryAreaMu, type Corner } from '../../platform/pure/boundary.ts';
import { addDays, localDate } from '../../platform/pure/period.ts';
import { grassLight, overgrazedBp, sheepUnitsOf } from './grass-rules.ts';
import { overlapBp, overlapMu } from './outline-rules.ts';
import { passesCheck, proposeCheck, proposeProject, proposeReform, reformSteps } from './project-rules.ts';
import { hundredths, isArea, type ParcelDraft, proposeLeave, proposeParcel } from './rules.ts';
import {
  ageArrears,
  freeStretches,
  partText,
  prepaidOn,
  proposeTransfer,
  rentOfArea,
  type Stretch,
  type TransferDraft,
  takePart,
} from './transfer-rules.ts';

const today = localDate('2019-06-03');
const parcel: ParcelDraft = {
  kind: 'grassland',
  tenure: 'household_contract',
  tenureUntil: '2027-12-31',
  holderKind: 'household',
  holderId: 'h',
  listedOn: '2018-01-01',
};

describe('a parcel', () => {
  it.each([
    ['parcel_in_future', 'listedOn', { listedOn: '2019-06-04' }],
    ['parcel_tenure_over', 'tenureUntil', { tenureUntil: '2017-12-31' }],
    ['parcel_tenure_holder', 'holderKind', { holderKind: 'collective', holderId: null }],
    ['parcel_tenure_kind', 'tenure', { tenure: 'construction' }],
    ['parcel_tenure_kind', 'tenure', { kind: 'building' }],
    ['parcel_holder_unknown', 'holderId', { holderId: null }],
  ] as const)('is refused with %s', (code, field, wrong) => {
    expect(proposeParcel({ ...parcel, ...wrong }, today)).toEqual({ ok: false, refusal: { code, field } });
  });

  it('leaves only when nobody has taken it', () => {
    const known = { listedOn: '2018-01-01', leftOn: null, letThrough: null };
    expect(proposeParcel(parcel, today).ok).toBe(true);
    expect(proposeLeave(known, '2019-06-03', today).ok).toBe(true);
    expect(proposeLeave({ ...known, letThrough: '2019-12-31' }, '2019-06-03', today)).toMatchObject({
      refusal: { code: 'parcel_still_let', values: { day: '2019-12-31' } },
    });
    expect(proposeLeave({ ...known, letThrough: '2019-01-31' }, '2019-06-03', today).ok).toBe(true);
  });

  it('has an area above zero with two decimals', () => {
    expect([0.01, 12.5, 9_999_999].map(isArea)).toEqual([true, true, true]);
    expect([0, -1, 1.005, Number.NaN, Number.POSITIVE_INFINITY, 1e21].map(isArea)).toEqual(Array(6).fill(false));
  });
});

function square(west: number, south: number, size: number): Corner[] {
  return [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ];
}

function at(ring: Corner[], ...holes: Corner[][]): Boundary {
  return { polygons: [[ring, ...holes]] };
}

describe('outlines', () => {
  it('share what lies in both, with holes and bays', () => {
    const whole = at(square(110, 39.6, 0.01));
    const own = boundaryAreaMu(whole);
    expect(Math.abs(overlapMu(whole, whole) - own) / own).toBeLessThan(0.003);
    const half = overlapMu(whole, at(square(110.005, 39.6, 0.01)));
    expect(half / own).toBeCloseTo(0.5, 2);
    const ring = at(square(110, 39.6, 0.01), square(110.0025, 39.6025, 0.005));
    expect(overlapMu(ring, whole) / own).toBeCloseTo(0.75, 2);
    expect(overlapMu(ring, at(square(110.0025, 39.6025, 0.005)))).toBe(0);
    // a bow: two triangles that meet in the middle
    const bow = at([
      [110, 39.6],
      [110.01, 39.61],
      [110.01, 39.6],
      [110, 39.61],
      [110, 39.6],
    ]);
    expect(overlapMu(bow, whole) / own).toBeCloseTo(0.5, 2);
  });

  it('that only touch share nothing', () => {
    expect(overlapMu(at(square(110, 39.6, 0.01)), at(square(110.01, 39.6, 0.01)))).toBe(0);
    expect(overlapMu(at(square(110, 39.6, 0.01)), at(square(111, 39.6, 0.01)))).toBe(0);
  });

  it('share the same whichever comes first, and never more than the smaller', () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }));
    const outline = fc.array(corner, { minLength: 3, maxLength: 9 }).map((corners): Boundary => {
      const ring = corners.map(([x, y]): Corner => [110 + x / 40_000, 39.6 + y / 40_000]);
      return at([...ring, ring[0] ?? [110, 39.6]]);
    });
    fc.assert(
      fc.property(outline, outline, (a, b) => {
        const shared = overlapMu(a, b);
        expect(Math.abs(shared - overlapMu(b, a))).toBeLessThanOrEqual(0.01);
        expect(shared).toBeLessThanOrEqual(Math.min(overlapMu(a, a), overlapMu(b, b)) + 0.011);
      }),
    );
  });

  it('are compared with the smaller of the two', () => {
    expect(overlapBp(5, 100, 50)).toBe(1_000);
    expect(overlapBp(60, 100, 50)).toBe(10_000);
    expect(overlapBp(0, 0, 50)).toBe(0);
  });
});

describe('the part of a parcel that a transfer takes', () => {
  const stretches = fc.uniqueArray(fc.integer({ min: 0, max: 2_000 }), { maxLength: 12 }).map((cuts) => {
    const sorted = cuts.sort((a, b) => a - b);
    return sorted.flatMap((from, index): Stretch[] => {
      const to = sorted[index + 1];
      return index % 2 === 0 && to !== undefined ? [{ from, to }] : [];
    });
  });

  it('is free, lies in the parcel and has the area asked for, or is refused', () => {
    fc.assert(
      fc.property(stretches, fc.integer({ min: 1, max: 2_500 }), (taken, wanted) => {
        const free = freeStretches(20, taken).reduce((sum, { from, to }) => sum + to - from, 0);
        const part = takePart(wanted / 100, { areaMu: 20, taken });
        expect(part.ok).toBe(wanted <= free);
        if (!part.ok) return;
        expect(part.value.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(wanted);
        for (const { from, to } of part.value) {
          expect(from >= 0 && to <= 2_000 && from < to).toBe(true);
          expect(taken.some((other) => from < other.to && other.from < to)).toBe(false);
        }
      }),
    );
  });

  it('says what is left', () => {
    expect(takePart(5, { areaMu: 10, taken: [{ from: 0, to: 1_000 }] })).toMatchObject({
      refusal: { code: 'transfer_overlaps' },
    });
    expect(takePart(5, { areaMu: 10, taken: [{ from: 200, to: 900 }] })).toMatchObject({
      refusal: { code: 'transfer_area_short', values: { left: '3.00' } },
    });
    expect(partText([{ from: 0, to: 200 }])).toBe('{[0,200)}');
  });
});

describe('a transfer', () => {
  const draft: TransferDraft = {
    kind: 'lease',
    signedOn: '2018-12-20',
    startsOn: localDate('2019-01-01'),
    throughOn: localDate('2023-12-31'),
    rentPerMuFen: 120_00n,
    periodMonths: 12,
    instalments: 1,
    dueAt: 'start',
    dueDays: 10,
    stepBp: null,
    stepPeriods: null,
    takerKind: 'cooperative',
    takerId: 'c',
  };
  const let_ = { ...parcel, leftOn: null };

  it.each([
    ['transfer_signed_late', { signedOn: '2019-06-04' }, {}],
    ['transfer_before_parcel', { startsOn: localDate('2017-12-31') }, {}],
    ['transfer_beyond_tenure', { throughOn: localDate('2028-01-01') }, {}],
    ['transfer_to_holder', { takerId: 'h', takerKind: 'household' as const }, {}],
    ['transfer_taker_unknown', { takerId: null }, {}],
    ['transfer_shares_taker', { kind: 'shares' as const, takerKind: 'person' as const, takerId: null }, {}],
    ['transfer_exchange_rent', { kind: 'exchange' as const }, {}],
    ['parcel_left', {}, { leftOn: '2019-01-01' }],
  ])('is refused with %s', (code, wrong, land) => {
    expect(proposeTransfer({ ...draft, ...wrong }, { ...let_, ...land }, today)).toMatchObject({ refusal: { code } });
  });

  it('bears the rent of its area, rounded half up', () => {
    expect(proposeTransfer(draft, let_, today).ok).toBe(true);
    expect(rentOfArea(120_00n, 12.5)).toBe(1_500_00n);
    expect(rentOfArea(1n, 0.5)).toBe(1n);
    expect(rentOfArea(1n, 0.49)).toBe(0n);
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.integer({ min: 1, max: 999_999_900 }), (perMu, area) => {
        const exact = perMu * BigInt(area);
        const off = rentOfArea(perMu, area / 100) * 100n - exact;
        expect(off > -50n && off <= 50n && hundredths(area / 100) === area).toBe(true);
      }),
    );
  });

  it('ages what is owed and knows what was paid ahead', () => {
    const line = (days: number, paidFen = 0n) => ({ dueOn: addDays(today, -days), amountFen: 10n, paidFen });
    const lines = [line(0), line(1), line(30), line(31), line(180, 4n), line(365), line(366), line(-20, 10n)];
    expect(ageArrears(lines, today)).toEqual({ d30: 20n, d90: 10n, d180: 6n, d365: 10n, older: 10n });
    expect(prepaidOn(lines, today)).toBe(10n);
  });
});

describe('grassland', () => {
  it('counts herds in sheep units and says where they are too many', () => {
    const herd = { sheep: 100, goats: 50, cattle: 10, horses: 1, donkeys: 0, camels: 2 };
    const factors = { sheep: 10_000, goats: 8_000, cattle: 50_000, horses: 60_000, donkeys: 30_000, camels: 70_000 };
    expect(sheepUnitsOf(herd, factors)).toBe(210);
    expect(grassLight({ capacity: 200, herd: 210 })).toBe('late');
    expect(grassLight({ capacity: 210, herd: 210 })).toBe('near');
    expect(grassLight({ capacity: 400, herd: 210 })).toBe('met');
    expect(grassLight({ capacity: null, herd: 210 })).toBe('none');
    expect(overgrazedBp({ capacity: 200, herd: 210 })).toBe(500);
    expect(overgrazedBp({ capacity: 0, herd: 1 })).toBe(10_000);
  });
});

describe('steps', () => {
  const none = { startedOn: null, finishedOn: null, acceptedOn: null, acceptedDocument: null };

  it('of a project follow one another', () => {
    expect(proposeProject({ ...none, approvedOn: '2018-05-01', startedOn: '2018-06-01' }, today).ok).toBe(true);
    expect(proposeProject({ ...none, approvedOn: '2018-05-01', finishedOn: '2018-06-01' }, today)).toMatchObject({
      refusal: { code: 'project_order', field: 'finishedOn' },
    });
    expect(proposeProject({ ...none, approvedOn: '2019-06-04' }, today)).toMatchObject({
      refusal: { code: 'project_in_future' },
    });
    const done = { approvedOn: '2018-05-01', startedOn: '2018-05-02', finishedOn: '2018-06-01' };
    expect(proposeProject({ ...done, acceptedOn: '2018-07-01', acceptedDocument: null }, today)).toMatchObject({
      refusal: { code: 'project_document_missing' },
    });
  });

  it('of the forest reform follow one another', () => {
    const reached = reformSteps.slice(0, 2).map((step, index) => ({ step, reachedOn: `2018-0${index + 1}-01` }));
    expect(proposeReform({ step: 'rights', reachedOn: '2018-03-01' }, reached, today).ok).toBe(true);
    expect(proposeReform({ step: 'rights', reachedOn: '2018-01-15' }, reached, today).ok).toBe(false);
    expect(proposeReform({ step: 'certificates', reachedOn: '2018-03-01' }, reached, today).ok).toBe(false);
    expect(proposeReform({ step: 'survey', reachedOn: '2018-02-02' }, reached, today).ok).toBe(false);
  });

  it('an ecological check passes only with every item in order, and while it holds', () => {
    const fine = { grazing: 'yes', protectedArea: 'yes', water: 'not_concerned', pollution: 'yes' } as const;
    const draft = { ...fine, result: 'passed', conditions: null, checkedOn: '2019-05-01', validUntil: null } as const;
    expect(proposeCheck(draft, today).ok).toBe(true);
    expect(proposeCheck({ ...draft, grazing: 'no' }, today)).toMatchObject({ refusal: { code: 'check_item_fails' } });
    expect(proposeCheck({ ...draft, result: 'conditional' }, today)).toMatchObject({
      refusal: { code: 'check_conditions_missing' },
    });
    expect(passesCheck(draft, today)).toBe(true);
    expect(passesCheck({ ...draft, validUntil: '2019-06-03' }, today)).toBe(false);
    expect(passesCheck(undefined, today)).toBe(false);
  });
});
