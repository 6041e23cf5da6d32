import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatYuan, fromJsonFen, MAX_FEN, mulDivFloor, parseYuan, sumFen, toJsonFen } from './money.ts';

fc.configureGlobal({ seed: 20180627, numRuns: 500 });

const anyFen = fc.bigInt({ min: -MAX_FEN, max: MAX_FEN });

function codeOf(text: string, allowNegative = false): string {
  const parsed = parseYuan(text, { allowNegative });
  return parsed.ok ? `ok ${parsed.value}` : parsed.refusal.code;
}

describe('parseYuan', () => {
  test.each([
    ['1,234.50', 123450n],
    ['1234.5', 123450n],
    ['１，２３４．５０', 123450n],
    ['￥1,234.50', 123450n],
    ['¥ 1234.50', 123450n],
    [' 1234.50 元 ', 123450n],
    ['　1234元　', 123400n],
    ['0', 0n],
    ['0.07', 7n],
    ['007', 700n],
    ['1,000,000', 100000000n],
    ['92,233,720,368,547,758.07', MAX_FEN],
  ])('%s', (text, fen) => {
    expect(parseYuan(text)).toEqual({ ok: true, value: fen });
  });

  test.each(['', ' ', '-', '.5', '5.', '+5', 'NaN', 'Infinity', '1e3', '0x10', '1 234', '1,23', '12,34.5', '1234,567'])(
    '%j is no number',
    (text) => {
      expect(codeOf(text, true)).toBe('money_not_a_number');
    },
  );

  test.each(['-0', '-0.00', '-¥-5', '--5', '¥¥5', '五', '1.2.3', '1²', '1元元', '(5.00)'])(
    '%j is no number',
    (text) => {
      expect(codeOf(text, true)).toBe('money_not_a_number');
    },
  );

  test.each(['0.001', '1.000', '-1.234', '99999999999999999999.999'])('%s is too precise', (text) => {
    expect(codeOf(text, true)).toBe('money_too_precise');
  });

  test.each(['92233720368547758.08', '-92233720368547758.08', '9'.repeat(18), '9'.repeat(100_000)])(
    '%.25s is too large',
    (text) => {
      expect(codeOf(text, true)).toBe('money_too_large');
    },
  );

  test('leading zeros do not make an amount too large', () => {
    expect(codeOf(`${'0'.repeat(50)}1`)).toBe('ok 100');
  });

  test('negative amounts need permission', () => {
    expect(codeOf('-5')).toBe('money_negative');
    expect(['-5', '－５', '\u22125', '-¥5', '¥-5'].map((text) => codeOf(text, true))).toEqual(Array(5).fill('ok -500'));
    expect(codeOf('-92,233,720,368,547,758.07', true)).toBe(`ok ${-MAX_FEN}`);
  });

  test('whatever is typed, it answers and stays in range', () => {
    const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'0123.,-¥元e ') }));
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = parseYuan(text, { allowNegative: true });
        if (parsed.ok) expect(parsed.value <= MAX_FEN && parsed.value >= -MAX_FEN).toBe(true);
      }),
    );
  });
});

describe('formatYuan', () => {
  test('groups and always shows fen', () => {
    expect([0n, 7n, -7n, 99900n, 123450n, -100000000n].map(formatYuan)).toEqual([
      '0.00',
      '0.07',
      '-0.07',
      '999.00',
      '1,234.50',
      '-1,000,000.00',
    ]);
  });

  test('what is shown can be typed back', () => {
    fc.assert(
      fc.property(anyFen, (fen) => {
        expect(parseYuan(formatYuan(fen), { allowNegative: true })).toEqual({ ok: true, value: fen });
      }),
    );
  });
});

describe('arithmetic', () => {
  test('sums exactly', () => {
    expect(sumFen([])).toBe(0n);
    fc.assert(
      fc.property(fc.array(anyFen), fc.array(anyFen), (left, right) => {
        expect(sumFen([...left, ...right])).toBe(sumFen(left) + sumFen(right));
      }),
    );
  });

  test('mulDivFloor is the floor, whatever the signs', () => {
    fc.assert(
      fc.property(anyFen, anyFen, anyFen, (a, b, c) => {
        fc.pre(c !== 0n);
        const rest = a * b - mulDivFloor(a, b, c) * c;
        expect(c > 0n ? rest >= 0n && rest < c : rest <= 0n && rest > c).toBe(true);
      }),
    );
    expect([mulDivFloor(-1n, 1n, 2n), mulDivFloor(1n, 1n, -2n), mulDivFloor(-4n, 1n, 2n)]).toEqual([-1n, -1n, -2n]);
    expect(() => mulDivFloor(1n, 1n, 0n)).toThrow(RangeError);
  });
});

describe('on the wire', () => {
  test('every amount survives JSON', () => {
    fc.assert(
      fc.property(anyFen, (fen) => {
        expect(fromJsonFen(JSON.parse(JSON.stringify(toJsonFen(fen))))).toEqual({ ok: true, value: fen });
      }),
    );
  });

  test('a number while exact, else text', () => {
    const limit = BigInt(Number.MAX_SAFE_INTEGER);
    expect([toJsonFen(limit), toJsonFen(-limit), toJsonFen(limit + 1n)]).toEqual([
      Number.MAX_SAFE_INTEGER,
      -Number.MAX_SAFE_INTEGER,
      '9007199254740992',
    ]);
  });

  test.each([
    [1.5, 'money_too_precise'],
    [2 ** 53, 'money_too_large'],
    ['9223372036854775808', 'money_too_large'],
    ['-9223372036854775808', 'money_too_large'],
    ['9'.repeat(1000), 'money_too_large'],
    [Number.NaN, 'money_not_a_number'],
    [Number.POSITIVE_INFINITY, 'money_not_a_number'],
    ['-0', 'money_not_a_number'],
    ['01', 'money_not_a_number'],
    ['1.0', 'money_not_a_number'],
    ['', 'money_not_a_number'],
    [null, 'money_not_a_number'],
    [[1], 'money_not_a_number'],
    [true, 'money_not_a_number'],
  ])('refuses %j', (value, code) => {
    expect(fromJsonFen(value)).toEqual({ ok: false, refusal: { code } });
  });
});
