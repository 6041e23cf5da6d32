import { describe, expect, it } from 'vitest';
import {
  balanceLine,
  emptyLine,
  expandMemo,
  filledLines,
  findAccounts,
  flipLine,
  nextLine,
  type TypedLine,
  totals,
  typeAmount,
} from './entry-rules.ts';

function line(values: Partial<TypedLine>): TypedLine {
  return { ...emptyLine, ...values };
}

describe('the keys of the paper voucher', () => {
  const sale = [line({ memo: '卖羊毛', code: '102', debit: '1,200.50' }), line({ code: '501' })];

  it('= balances the line on the side it belongs to', () => {
    expect(balanceLine(sale, 1)[1]).toMatchObject({ debit: '', credit: '1,200.50' });
    const both = [line({ debit: '3' }), line({ credit: '10' }), line({ credit: '99' })];
    expect(balanceLine(both, 2)[2]).toMatchObject({ debit: '7.00', credit: '' });
    expect(balanceLine([line({ debit: '3' }), line({ credit: '3' }), line({ debit: '1' })], 2)[2]).toMatchObject({
      debit: '',
      credit: '',
    });
  });

  it('space changes sides, and an amount on one side clears the other', () => {
    expect(flipLine(sale, 0)[0]).toMatchObject({ debit: '', credit: '1,200.50' });
    expect(typeAmount(sale, 0, { side: 'credit', text: '5' })[0]).toMatchObject({ debit: '', credit: '5' });
    expect(typeAmount(sale, 0, { side: 'credit', text: '' })[0]).toMatchObject({ debit: '1,200.50', credit: '' });
  });

  it('// repeats the first summary and .. the one above', () => {
    const lines = [line({ memo: '甲' }), line({ memo: '乙' }), line({ memo: '//' }), line({ memo: '..' })];
    expect(expandMemo(lines, 2)[2]?.memo).toBe('甲');
    expect(expandMemo(lines, 3)[3]?.memo).toBe('//');
    expect(expandMemo(expandMemo(lines, 2), 3)[3]?.memo).toBe('甲');
    expect(expandMemo([line({ memo: '..' })], 0)[0]?.memo).toBe('..');
  });

  it('Enter begins a next line with the same summary, and leaves one that is there', () => {
    expect(nextLine(sale, 1)).toHaveLength(3);
    expect(nextLine(sale, 0)[1]?.memo).toBe('卖羊毛');
    expect(nextLine([line({ memo: '甲' }), line({ memo: '乙' })], 0)[1]?.memo).toBe('乙');
  });

  it('takes red amounts, full-width digits and thousands, and leaves out lines without anything', () => {
    expect(totals([line({ debit: '-5' }), line({ debit: '１，０００' }), line({ credit: 'x' })])).toEqual({
      debit: 99_500n,
      credit: 0n,
    });
    expect(filledLines([...sale, line({ memo: '卖羊毛' })])).toHaveLength(2);
  });
});

it('finds accounts by code, first letters or name, the exact code first', () => {
  const accounts = [
    { code: '101', name: '库存现金', initials: 'kcxj' },
    { code: '1010101', name: '库存现金—备用金', initials: 'byj' },
    { code: '102', name: '银行存款', initials: 'yhck' },
    { code: '121', name: '产品物资', initials: 'cpwz' },
  ];
  const codes = (typed: string) => findAccounts(accounts, typed).map(({ code }) => code);
  expect(codes('101')).toEqual(['101', '1010101']);
  expect(codes('YH')).toEqual(['102']);
  expect(codes('现金')).toEqual(['101', '1010101']);
  expect(codes('ck')).toEqual(['102']);
  expect(codes('')).toHaveLength(4);
  expect(codes('zzz')).toEqual([]);
});
