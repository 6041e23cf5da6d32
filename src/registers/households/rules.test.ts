import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../platform/pure/period.ts';
import { demoCourse, demoFamily, demoIdNumber } from './demo-rules.ts';
import {
  checkRedating,
  nextStates,
  type PovertyDraft,
  type PovertySpan,
  povertyStates,
  proposePoverty,
  spanOn,
} from './poverty-rules.ts';
import {
  checkMembers,
  maskCard,
  maskPhone,
  nameKey,
  readCard,
  readPerson,
  readPhone,
  readSearch,
  toColumns,
} from './rules.ts';

const household = { joinedOn: '2014-01-01', leftOn: null };
const today = '2020-01-01';
const terms = { standard: 'national', kind: 'general', mainCause: 'illness' };

function spans(...states: readonly [PovertySpan['state'], string][]): PovertySpan[] {
  return states.map(([state, startsOn], index) => ({
    id: `s${index}`,
    state,
    startsOn,
    endsOn: states[index + 1]?.[1] ?? null,
    ...terms,
  }));
}

function draft(state: PovertyDraft['state'], startsOn: string, other: Partial<PovertyDraft> = {}): PovertyDraft {
  return { state, startsOn, ...terms, ...other };
}

describe('poverty transitions', () => {
  it.each([
    ['registered', [], 'registered', 'entry'],
    ['lifted out', [['registered', '2016-01-01']], 'lifted_out', 'exit'],
    [
      'fallen back',
      [
        ['registered', '2016-01-01'],
        ['lifted_out', '2018-01-01'],
      ],
      'relapsed',
      'relapse',
    ],
    [
      'lifted out again',
      [
        ['registered', '2015-01-01'],
        ['lifted_out', '2016-01-01'],
        ['relapsed', '2017-01-01'],
      ],
      'lifted_out',
      'exit',
    ],
    ['taken off', [['registered', '2016-01-01']], 'deregistered', 'removal'],
    [
      'back after removal',
      [
        ['registered', '2015-01-01'],
        ['deregistered', '2016-01-01'],
      ],
      'registered',
      'entry',
    ],
  ] as const)('%s', (_name, before, state, change) => {
    const known = spans(...(before as unknown as [PovertySpan['state'], string][]));
    const step = proposePoverty({ spans: known, household, today }, draft(state, '2019-01-01'));
    expect(step).toMatchObject({ ok: true, value: { change, closes: known.at(-1) } });
  });

  it.each([
    ['lifted out without having been poor', [], draft('lifted_out', '2019-01-01'), 'poverty_transition'],
    ['fallen back while poor', [['registered', '2016-01-01']], draft('relapsed', '2019-01-01'), 'poverty_transition'],
    ['the same state', [['registered', '2016-01-01']], draft('registered', '2019-01-01'), 'poverty_same_state'],
    [
      'before the state it ends',
      [['registered', '2016-01-01']],
      draft('lifted_out', '2015-12-31'),
      'poverty_date_order',
    ],
    [
      'on the day the state began',
      [['registered', '2016-01-01']],
      draft('lifted_out', '2016-01-01'),
      'poverty_date_order',
    ],
    ['tomorrow', [], draft('registered', '2020-01-02'), 'date_in_future'],
    ['before the household', [], draft('registered', '2013-12-31'), 'date_before_joined'],
  ] as const)('refuses %s', (_name, before, wanted, code) => {
    const step = proposePoverty(
      { spans: spans(...(before as unknown as [PovertySpan['state'], string][])), household, today },
      wanted,
    );
    expect(step).toMatchObject({ ok: false, refusal: { code } });
  });

  it('takes another kind or cause as a reclassification', () => {
    const known = { spans: spans(['registered', '2016-01-01']), household, today };
    expect(proposePoverty(known, draft('registered', '2018-01-01', { kind: 'extreme_poverty' }))).toMatchObject({
      value: { change: 'reclassified' },
    });
  });

  it('never overlaps, whatever is entered: at most one state holds on any day', () => {
    const entry = fc.record({ state: fc.constantFrom(...povertyStates), day: fc.integer({ min: 0, max: 2000 }) });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), fc.integer({ min: 0, max: 2000 }), (entries, asked) => {
        let known: PovertySpan[] = [];
        for (const [index, { state, day }] of entries.entries()) {
          const startsOn = dayNumber(day);
          const step = proposePoverty({ spans: known, household, today }, draft(state, startsOn));
          if (!step.ok) continue;
          known = known.map((span) => (span === step.value.closes ? { ...span, endsOn: startsOn } : span));
          known.push({ id: String(index), state, startsOn, endsOn: null, ...terms });
        }
        expect(known.filter((span) => spanOn([span], dayNumber(asked)))).toHaveLength(
          known.some((s) => s.startsOn <= dayNumber(asked)) ? 1 : 0,
        );
        expect(known.every((span) => span.endsOn === null || span.endsOn > span.startsOn)).toBe(true);
      }),
    );
  });

  it('offers exactly the states that are accepted', () => {
    expect(nextStates(undefined)).toEqual(['registered']);
    expect(nextStates('lifted_out')).toEqual(['relapsed', 'deregistered']);
  });

  it('keeps a corrected first day between its neighbours', () => {
    const known = {
      spans: spans(['registered', '2016-01-01'], ['lifted_out', '2018-01-01'], ['relapsed', '2019-01-01']),
      household,
      today,
    };
    expect(checkRedating(known, { id: 's1', startsOn: '2017-06-01' })).toMatchObject({
      ok: true,
      value: { before: { id: 's0' } },
    });
    expect(checkRedating(known, { id: 's1', startsOn: '2019-01-01' }).ok).toBe(false);
    expect(checkRedating(known, { id: 's1', startsOn: '2016-01-01' }).ok).toBe(false);
    expect(checkRedating(known, { id: 's0', startsOn: '2013-01-01' })).toMatchObject({
      refusal: { code: 'date_before_joined' },
    });
  });
});

describe('search', () => {
  it.each([
    ['王建国', [{ mode: 'name', text: '王建国' }]],
    ['阿木尔 • 巴图', [{ mode: 'name', text: '阿木尔巴图' }]],
    ['WangJG', [{ mode: 'latin', text: 'wangjg' }]],
    [
      '００２x',
      [
        { mode: 'tail', text: '002X' },
        { mode: 'number', text: '002X' },
      ],
    ],
    ['t12', [{ mode: 'number', text: 'T12' }]],
    ['138 0000 1234', [{ mode: 'number', text: '13800001234' }]],
    ['   ', []],
  ])('reads %s', (text, expected) => {
    expect(readSearch(text)).toEqual(expected);
  });

  it.each([
    ['阿木尔·巴图', '阿木尔．巴图'],
    ['圐圙', '圐 圙'],
    ['𠮷田', '𠮷田\uFE00'],
    ['ＢＡＴＵ', 'batu'],
  ])('compares %s and %s as one', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });
});

describe('persons', () => {
  it('takes sex and birth date from the number', () => {
    const idNumber = demoIdNumber({ region: 150622, birthOn: '1980-02-29', serial: 7, sex: 'female' });
    expect(readPerson(' 王　明 ', idNumber.toLowerCase(), localDate(today))).toEqual({
      ok: true,
      value: { name: '王明', idNumber, sex: 'female', birthOn: '1980-02-29' },
    });
    expect(readPerson('王明', idNumber, localDate('1979-01-01'))).toMatchObject({
      refusal: { code: 'id_birth_date', field: 'idNumber' },
    });
    expect(readPerson('\u202E王', idNumber, localDate(today))).toMatchObject({
      refusal: { code: 'name_forbidden_character', field: 'name' },
    });
  });

  it('reads and masks telephone and card', () => {
    expect(readPhone('+86 138-0000-1234')).toEqual({ ok: true, value: '13800001234' });
    expect(readPhone('0477 8581234')).toEqual({ ok: true, value: '04778581234' });
    expect(readPhone('12')).toMatchObject({ refusal: { code: 'phone_format' } });
    expect(readCard('6228 4802 0000 0000 018')).toEqual({ ok: true, value: '6228480200000000018' });
    expect(maskPhone('13800001234')).toBe('138****1234');
    expect(maskCard('6228480200000000018')).toBe('**** **** 0018');
  });

  it('wants exactly one head', () => {
    const heads = (count: number) =>
      Array.from({ length: 3 }, (_, index) => ({ id: String(index), relation: index < count ? '01' : '03' }));
    expect([0, 1, 2].map((count) => checkMembers(heads(count)).ok)).toEqual([false, true, false]);
    expect(checkMembers([])).toMatchObject({ refusal: { code: 'household_empty' } });
  });

  it('names columns as the tables do', () => {
    expect(toColumns({ croplandMu: 1, housingM2: 2, roadDistanceKm: 3, idLast4: 4 })).toEqual({
      cropland_mu: 1,
      housing_m2: 2,
      road_distance_km: 3,
      id_last4: 4,
    });
  });
});

describe('made-up households', () => {
  it('have one head, valid numbers and a legal course, whatever the seed', () => {
    const span = { from: '2018-01-01', until: '2019-12-31' };
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.double({ min: 0, max: 0.999999, noNaN: true })),
        fc.boolean(),
        (stream, moves) => {
          const random = () => stream.next().value as number;
          const movedOn = moves ? '2019-03-01' : undefined;
          const figures = demoFamily(random, { joinedOn: '2014-01-01', span, movedOn });
          expect(
            checkMembers(figures.map((figure, index) => ({ id: String(index), relation: figure.relation }))).ok,
          ).toBe(true);
          for (const figure of figures) {
            expect(figure.joinedOn >= figure.birthOn).toBe(true);
            if (figure.left) expect(figure.left.on >= figure.joinedOn).toBe(true);
          }
          let known: PovertySpan[] = [];
          for (const state of demoCourse(random, { span, share: 0.5, movedOn })) {
            const step = proposePoverty({ spans: known, household, today }, draft(state.state, state.startsOn));
            expect(step).toMatchObject({ ok: true, value: { change: state.change } });
            known = known.map((one) => ({ ...one, endsOn: one.endsOn ?? state.startsOn }));
            known.push({ id: state.startsOn, ...terms, ...state, endsOn: null });
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

function dayNumber(day: number): string {
  return new Date(Date.UTC(2014, 5, 1) + day * 86_400_000).toISOString().slice(0, 10);
}
