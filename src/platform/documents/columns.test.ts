import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printedWidth, shareWidth } from './columns.ts';
import type { Column } from './model.ts';

it('measures wide characters as one and others as a bit over a half', () => {
  expect(printedWidth('圐圙梁')).toBe(3);
  expect(printedWidth('150602')).toBeCloseTo(6 * 0.56);
  expect(printedWidth('其中脱贫\n户数')).toBe(4);
});

it('shares out the whole width, whatever the table holds', () => {
  const align = fc.constantFrom<Column['align']>('left', 'right', 'center');
  const tables = fc.array(align, { minLength: 1, maxLength: 12 }).chain((aligns) =>
    fc.record({
      columns: fc.constant(aligns.map((one) => column(one))),
      rows: fc.array(fc.array(fc.string(), { minLength: aligns.length, maxLength: aligns.length }), { maxLength: 8 }),
    }),
  );
  fc.assert(
    fc.property(tables, fc.integer({ min: 10, max: 90 }), (table, room) => {
      const shares = shareWidth(table, room);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      for (const share of shares) expect(share).toBeGreaterThan(0);
    }),
  );
});

it('keeps ids and amounts on one line and lets remarks wrap', () => {
  const remark = '本月有两户因新增劳动力外出务工，收入核实中，下月补报';
  const table = {
    columns: [column('left'), column('center'), column('right'), column('left')],
    rows: [['鄂托克前旗', '150602197001011234', '32,101,300.00', remark]],
  };
  const [banner = 0, id = 0, amount = 0, text = 0] = shareWidth(table, 40).map((share) => share * 40);
  expect(id).toBeGreaterThanOrEqual(18 * 0.56);
  expect(amount).toBeGreaterThanOrEqual(13 * 0.56);
  expect(banner).toBeGreaterThanOrEqual(5);
  expect(text).toBeLessThan(printedWidth(remark));
});

it('does not let one long cell in a hundred squeeze the rest', () => {
  const rows = Array.from({ length: 100 }, (_, index) => ['树林召镇', '草原村', index === 50 ? '很'.repeat(80) : '']);
  const shares = shareWidth({ columns: [column('left'), column('left'), column('left')], rows }, 24);
  expect((shares[0] ?? 0) * 24).toBeGreaterThanOrEqual(4);
  expect((shares[1] ?? 0) * 24).toBeGreaterThanOrEqual(3);
});

function column(align: Column['align']): Column {
  return { title: '列', align };
}
