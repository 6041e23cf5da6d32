import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, type Ran } from './compute.testing.ts';
import { computeRules } from './compute-registry.ts';

const main = join(import.meta.dirname, 'main.ts');

/** The command as people call it: a process of its own. */
function run(args: readonly string[], input = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

describe('silian compute as a process', () => {
  it('answers on standard output alone and exits with 0', async () => {
    const ran = await run(['compute', 'place'], '{"code":"150622"}\n');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(ran.out)).toMatchObject({
      place: 150622000000,
      level: 'banner',
      county: 150622,
      parent: 150600000000,
      ancestors: [150600000000, 150000000000],
      range: { lo: 150622000000, hi: 150622999999 },
    });
  });

  it.each([
    ['a number with decimals', '{"totalFen":1.5,"weights":[]}', 'totalFen: '],
    ['a number beyond 2^53', '{"totalFen":9007199254740993,"weights":[]}', 'totalFen: '],
    ['a negative weight', '{"totalFen":1,"weights":[{"key":"a","weight":-1}]}', 'weights.0.weight: '],
    ['a key twice', '{"totalFen":1,"totalFen":2,"weights":[]}', 'totalFen: '],
    [
      'the same member twice',
      '{"totalFen":1,"weights":[{"key":"a","weight":1},{"key":"a","weight":1}]}',
      'weights.1.key: ',
    ],
    ['a missing field', '{"weights":[]}', 'totalFen: '],
    ['an unknown field', '{"totalFen":0,"weights":[],"totl":1}', 'totl: '],
    ['nothing to divide by', '{"totalFen":1,"weights":[]}', 'weights: '],
    ['no JSON', 'totalFen=1', ''],
  ])('refuses %s with 2, naming the field on standard error alone', async (_, input, field) => {
    for (const language of ['zh', 'en']) {
      const ran = await run(['compute', 'allocate', '--lang', language], input);
      expect(ran).toMatchObject({ code: 2, out: '' });
      expect(ran.err.startsWith(field)).toBe(true);
      expect(/\p{Script=Han}/u.test(ran.err)).toBe(language === 'zh');
    }
  });

  it('refuses input that is no UTF-8, an unknown rule, and a rule left out', async () => {
    const latin = await new Promise<number | null>((resolve) => {
      const child = spawn(process.execPath, [main, 'compute', 'check-id']);
      child.on('close', resolve);
      child.stdin.end(Buffer.from([0x22, 0xff, 0x22]));
    });
    expect(latin).toBe(2);
    expect(await run(['compute', 'nothing'])).toMatchObject({ code: 2, out: '' });
    expect(await run(['compute'])).toMatchObject({ code: 2, out: '' });
  });

  it('lists every rule with its clause and both schemas', async () => {
    const { code, out } = await run(['compute', '--list', '--lang', 'en']);
    const { rules } = JSON.parse(out) as { rules: Record<string, { type?: string }>[] };
    expect(code).toBe(0);
    expect(rules.map((rule) => rule.name)).toEqual(computeRules.map((rule) => rule.name));
    for (const rule of rules)
      expect(rule).toMatchObject({ clause: expect.stringMatching(/./), input: { type: 'object' } });
    expect(JSON.stringify(rules)).toContain('"totalFen"');
  });

  it('explains itself in both languages', async () => {
    const rule = await run(['compute', 'deadline', '--help']);
    expect(rule).toMatchObject({ code: 0, err: '' });
    expect(rule.out).toMatch(/民法典/);
    expect(rule.out).toMatch(/Civil Code/);
    expect((await run(['compute', '--help'])).out).toContain('check-credit-code');
  });

  it('loads neither the database nor the routes', () => {
    expect(
      reachable(join(import.meta.dirname, 'compute.ts')).filter((path) =>
        /\/(db|http\/(mount|server)|routes)/.test(path),
      ),
    ).toEqual([]);
  });
});

/** Files that a module loads at once, through imports that are not only types. */
function reachable(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'/gm);
  for (const [, path = ''] of imports) reachable(join(file, '..', path), seen);
  return [...seen];
}

describe('the rules', () => {
  it.each(computeRules.map((rule) => [rule.name, rule] as const))(
    '%s answers its own example by its schema',
    async (name, rule) => {
      expect(rule.output.safeParse(await answer(name, rule.example)).error).toBeUndefined();
    },
  );

  it.each([
    ['91350100M000100Y43', '3', '4'],
    ['91110000600037341L', 'L', undefined],
    ['91330100799655058B', 'B', undefined],
  ])('checks the credit code %s', async (code, checkDigit, organisationCheckDigit) => {
    const found = await answer('check-credit-code', { code });
    expect(found).toMatchObject({ valid: true, checkDigit });
    if (organisationCheckDigit) expect(found).toMatchObject({ organisationCheckDigit });
  });

  it('accepts the codes of collective economic organisations, which begin with N', async () => {
    const { checkDigit } = await answer('check-credit-code', { code: 'N2150622MF00000010' });
    const organisation = await answer('check-credit-code', { code: `N2150622MF0000001${checkDigit}` });
    expect(organisation).toMatchObject({ refusal: { code: 'credit_code_organisation_digit' } });
  });

  it('checks the resident ID of the standard, and names the right last character of a wrong one', async () => {
    const id = '11010519491231002X';
    expect(await answer('check-id', { id })).toMatchObject({ valid: true, birthOn: '1949-12-31', sex: 'female' });
    expect(await answer('check-id', { id: '110105194912310021' })).toMatchObject({
      valid: false,
      checkDigit: 'X',
      refusal: { code: 'id_check_digit', field: 'id', message: expect.stringMatching(/./) },
    });
  });

  it.each([
    ['days end on the next working day', { startOn: '2024-09-24', count: 7, unit: 'day' }, '2024-10-08'],
    ['working days', { startOn: '2024-09-27', count: 3, unit: 'workday' }, '2024-10-08'],
    ['months end on the month’s last day', { startOn: '2024-01-31', count: 1, unit: 'month' }, '2024-02-29'],
  ])('counts %s', async (_, input, dueOn) => {
    expect(await answer('deadline', input)).toMatchObject({ dueOn, calendarKnown: true });
  });

  it('decides on poverty states as the register does', async () => {
    const rule = computeRules.find(({ name }) => name === 'poverty-transition');
    const example = rule?.example as { draft: object };
    expect(await answer('poverty-transition', example)).toMatchObject({
      allowed: true,
      change: 'exit',
      closes: 'first',
    });
    const refused = await answer('poverty-transition', { ...example, draft: { ...example.draft, state: 'relapsed' } });
    expect(refused).toMatchObject({ allowed: false, refusal: { code: 'poverty_transition', field: 'state' } });
  });

  it('divides every amount exactly, whatever the order of the members', async () => {
    const weights = fc.uniqueArray(
      fc.record({
        key: fc.string({ minLength: 1, maxLength: 8 }).filter((key) => key.isWellFormed()),
        weight: fc.nat(),
      }),
      { minLength: 1, maxLength: 30, selector: ({ key }) => key },
    );
    await fc.assert(
      fc.asyncProperty(fc.maxSafeNat(), weights, async (totalFen, list) => {
        fc.pre(list.some(({ weight }) => weight > 0));
        const { parts } = (await answer('allocate', { totalFen, weights: list })) as { parts: Part[] };
        expect(parts.reduce((sum, part) => sum + BigInt(part.amountFen), 0n)).toBe(BigInt(totalFen));
        const reversed = (await answer('allocate', { totalFen, weights: list.toReversed() })) as { parts: Part[] };
        expect(reversed.parts.toReversed()).toEqual(parts);
        const whole = list.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
        for (const [at, { amountFen }] of parts.entries()) {
          const distance = BigInt(amountFen) * whole - BigInt(totalFen) * BigInt(list[at]?.weight ?? 0);
          expect(distance < whole && distance > -whole).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

interface Part {
  readonly key: string;
  readonly amountFen: number;
}
