import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChangeDraft, type KnownPlace, proposeChange } from './change-rules.ts';
import { countedUnder, mapPlace, nameOn, type PlaceChange, sumByPlace } from './rules.ts';

const banner = 150622000000;
const township = 150622100000;
const a = township + 201;
const b = township + 202;
const c = township + 203;
const d = township + 204;
const yuxi = { kind: 'village', nameOfficial: '', rural: true, startsOn: '2010-01-01', endsOn: null, changedOn: null };

function place(code: number, more: Partial<KnownPlace> = {}): KnownPlace {
  return { ...yuxi, code, name: `村${code % 1000}`, ...more };
}

function register(...codes: number[]): Map<number, KnownPlace> {
  return new Map([banner, township, ...codes].map((code) => [code, place(code)]));
}

/** Applies a draft to a register, as the store does; undefined where it is refused. */
function apply(known: Map<number, KnownPlace>, draft: ChangeDraft): readonly PlaceChange[] | undefined {
  const proposed = proposeChange(draft, known);
  if (!proposed.ok) return undefined;
  const { opens, closes, renames, lines } = proposed.value;
  for (const opened of opens) known.set(opened.code, { ...opened, endsOn: null, changedOn: null });
  for (const { code, name } of renames) known.set(code, { ...place(code), ...known.get(code), name });
  for (const code of closes) known.set(code, { ...place(code), ...known.get(code), endsOn: draft.happenedOn });
  for (const code of lines.flatMap((line) => [line.fromCode, line.toCode ?? line.fromCode])) {
    known.set(code, { ...place(code), ...known.get(code), changedOn: draft.happenedOn });
  }
  return lines;
}

function refusalOf(known: Map<number, KnownPlace>, draft: ChangeDraft): string | undefined {
  const proposed = proposeChange(draft, known);
  return proposed.ok ? undefined : proposed.refusal.code;
}

function day(offset: number): string {
  return new Date(Date.UTC(2018, 0, 1 + offset)).toISOString().slice(0, 10);
}

describe('a merge, then a split', () => {
  const known = register(a, b);
  const changes = [
    ...(apply(known, { kind: 'merge', happenedOn: '2019-01-01', from: [a, b], to: [{ code: a, name: '合村' }] }) ?? []),
    ...(apply(known, {
      kind: 'split',
      happenedOn: '2020-01-01',
      from: [a],
      to: [{ code: a }, { code: c, name: '新村' }],
    }) ?? []),
  ];

  it('maps forward and back, and changes on its first day', () => {
    expect(mapPlace({ code: b, fromDay: '2018-06-01', toDay: '2018-12-31' }, changes)).toEqual([b]);
    expect(mapPlace({ code: b, fromDay: '2018-06-01', toDay: '2019-01-01' }, changes)).toEqual([a]);
    expect(mapPlace({ code: b, fromDay: '2018-06-01', toDay: '2020-01-01' }, changes)).toEqual([a, c]);
    expect(mapPlace({ code: a, fromDay: '2019-06-01', toDay: '2018-12-31' }, changes)).toEqual([a, b]);
    expect(mapPlace({ code: c, fromDay: '2021-01-01', toDay: '2018-01-01' }, changes)).toEqual([a, b]);
  });

  it('counts what was merged under the successor, and never guesses a split apart', () => {
    expect(countedUnder({ code: b, fromDay: '2018-06-01', toDay: '2019-06-01' }, changes)).toBe(a);
    expect(countedUnder({ code: b, fromDay: '2018-06-01', toDay: '2021-01-01' }, changes)).toBe(b);
  });

  it('knows the names of then', () => {
    const names = ['2018-12-31', '2019-01-01', '2021-01-01'].map((on) =>
      nameOn({ code: a, name: '合村' }, on, changes),
    );
    expect(names).toEqual(['村201', '合村', '合村']);
  });
});

describe('proposeChange', () => {
  const rename: ChangeDraft = { kind: 'rename', happenedOn: '2019-01-01', from: [a], to: [{ code: a, name: '新名' }] };

  it('carries everything below along when a township gets a new code', () => {
    const known = register(a, b);
    const lines = apply(known, {
      kind: 'recode',
      happenedOn: '2019-01-01',
      from: [township],
      to: [{ code: township + 5000 }],
    });
    expect(lines?.map((line) => [line.fromCode, line.toCode])).toEqual([
      [township, township + 5000],
      [a, a + 5000],
      [b, b + 5000],
    ]);
    expect(known.get(a)?.endsOn).toBe('2019-01-01');
    expect(known.get(a + 5000)).toMatchObject({ name: '村201', rural: true, startsOn: '2019-01-01', endsOn: null });
  });

  it('gives a merged place the countryside of any of its parts', () => {
    const known = register(a, b).set(a, place(a, { rural: false }));
    apply(known, { kind: 'merge', happenedOn: '2019-01-01', from: [a, b], to: [{ code: c, name: '合村' }] });
    expect(known.get(c)).toMatchObject({ rural: true, name: '合村' });
  });

  it('refuses what cannot be', () => {
    const closed = register(a, b).set(b, place(b, { endsOn: '2018-06-01' }));
    const draft = (more: Partial<ChangeDraft>) => ({ ...rename, ...more });
    expect(refusalOf(register(a), rename)).toBeUndefined();
    expect(refusalOf(register(), rename)).toBe('place_unknown');
    expect(refusalOf(closed, draft({ kind: 'merge', from: [a, b], to: [{ code: a }] }))).toBe('place_closed');
    expect(refusalOf(register(a), draft({ to: [{ code: a, name: '村201' }] }))).toBe('name_unchanged');
    expect(refusalOf(register(a), draft({ happenedOn: '2010-01-01' }))).toBe('change_too_early');
    expect(refusalOf(register(a).set(a, place(a, { changedOn: '2019-01-01' })), rename)).toBe('change_too_early');
    expect(refusalOf(register(a), draft({ kind: 'merge', from: [a], to: [{ code: b }] }))).toBe('change_sides');
    expect(refusalOf(register(a, b), draft({ kind: 'merge', from: [a, a], to: [{ code: a }] }))).toBe('change_sides');
    expect(refusalOf(register(a, b, c), draft({ kind: 'merge', from: [a, b], to: [{ code: c }] }))).toBe('place_taken');
    expect(refusalOf(register(a), draft({ kind: 'split', to: [{ code: a }, { code: b }] }))).toBe('name_missing');
    expect(refusalOf(register(a), draft({ kind: 'recode', to: [{ code: a + 9000 }] }))).toBe('parent_missing');
    expect(refusalOf(register(a), draft({ kind: 'recode', to: [{ code: township + 9000 }] }))).toBe(
      'place_levels_differ',
    );
    expect(refusalOf(register(a), draft({ kind: 'close', from: [township], to: [] }))).toBe('place_has_children');
    expect(refusalOf(register(a), draft({ kind: 'merge', from: [a, township], to: [{ code: a }] }))).toBeDefined();
  });
});

const villages = [a, b, c, d, township + 205, township + 206];

/** A random but lawful history of six villages over 400 days. */
const histories = fc
  .array(
    fc.record({
      at: fc.integer({ min: 1, max: 400 }),
      kind: fc.constantFrom<ChangeDraft['kind']>('rename', 'recode', 'merge', 'split', 'close'),
      picks: fc.array(fc.nat(40), { minLength: 4, maxLength: 4 }),
      survives: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((events) => {
    const known = register(...villages);
    const changes: PlaceChange[] = [];
    let fresh = 300;
    for (const { at, kind, picks, survives } of events.sort((x, y) => x.at - y.at)) {
      const open = [...known.values()]
        .filter((one) => one.code % 1000 !== 0 && one.endsOn === null)
        .map((one) => one.code);
      const pick = (index: number) => open[(picks[index] ?? 0) % open.length] ?? a;
      const next = () => {
        fresh += 1;
        return { code: township + fresh, name: `新${fresh}` };
      };
      const drafts = {
        rename: { from: [pick(0)], to: [{ code: pick(0), name: `改${at}` }] },
        recode: { from: [pick(0)], to: [next()] },
        merge: { from: [pick(0), pick(1)], to: [survives ? { code: pick(0) } : next()] },
        split: { from: [pick(0)], to: [survives ? { code: pick(0) } : next(), next()] },
        close: { from: [pick(0)], to: [] },
      };
      changes.push(...(apply(known, { kind, happenedOn: day(at), ...drafts[kind] }) ?? []));
    }
    return { known: [...known.values()].filter((one) => one.code % 1000 !== 0), changes };
  });

const days = fc.integer({ min: 0, max: 410 }).map(day);

function standsOn(one: KnownPlace, on: string): boolean {
  return one.startsOn <= on && (one.endsOn === null || one.endsOn > on);
}

describe('any history of places', () => {
  it('gives the same total as of then and as of any day', () => {
    const row = fc.record({
      pick: fc.nat(),
      at: fc.integer({ min: 0, max: 410 }),
      quantity: fc.integer({ min: -50, max: 1000 }),
    });
    fc.assert(
      fc.property(histories, fc.array(row, { maxLength: 30 }), days, ({ known, changes }, rows, asOf) => {
        const placed = rows.map(({ pick, at, quantity }) => ({
          place: known[pick % known.length]?.code ?? a,
          day: day(at),
          quantity,
        }));
        const total = (sums: ReadonlyMap<number, number>) => [...sums.values()].reduce((sum, one) => sum + one, 0);
        const then = sumByPlace(placed, changes);
        expect(total(sumByPlace(placed, changes, asOf))).toBe(total(then));
        expect(total(then)).toBe(placed.reduce((sum, one) => sum + one.quantity, 0));
      }),
    );
  });

  it('maps only to places that stand on that day, and to itself on its own day', () => {
    fc.assert(
      fc.property(histories, days, days, ({ known, changes }, fromDay, toDay) => {
        const standing = new Set(known.filter((one) => standsOn(one, toDay)).map((one) => one.code));
        for (const { code } of known.filter((one) => standsOn(one, fromDay))) {
          for (const target of mapPlace({ code, fromDay, toDay }, changes)) expect(standing).toContain(target);
          expect(mapPlace({ code, fromDay, toDay: fromDay }, changes)).toEqual([code]);
        }
      }),
    );
  });

  it('goes the same way in two steps as in one', () => {
    fc.assert(
      fc.property(histories, fc.array(days, { minLength: 3, maxLength: 3 }), ({ known, changes }, three) => {
        const [first = '', second = '', third = ''] = three.toSorted();
        for (const { code } of known.filter((one) => standsOn(one, first))) {
          const direct = mapPlace({ code, fromDay: first, toDay: third }, changes);
          const half = mapPlace({ code, fromDay: first, toDay: second }, changes);
          const steps = half.flatMap((one) => mapPlace({ code: one, fromDay: second, toDay: third }, changes));
          expect([...new Set(steps)].toSorted((x, y) => x - y)).toEqual(direct);
        }
      }),
    );
  });

  it('finds its way back: a successor has it among its predecessors', () => {
    fc.assert(
      fc.property(histories, days, days, ({ known, changes }, fromDay, toDay) => {
        for (const { code } of known.filter((one) => standsOn(one, fromDay))) {
          for (const target of mapPlace({ code, fromDay, toDay }, changes)) {
            expect(mapPlace({ code: target, fromDay: toDay, toDay: fromDay }, changes)).toContain(code);
          }
        }
      }),
    );
  });

  it('ends every open place at its present name', () => {
    fc.assert(
      fc.property(histories, ({ known, changes }) => {
        for (const one of known) {
          expect(nameOn(one, day(500), changes)).toBe(one.name);
          if (villages.includes(one.code)) expect(nameOn(one, day(0), changes)).toBe(`村${one.code % 1000}`);
        }
      }),
    );
  });
});
