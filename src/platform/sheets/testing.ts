import { defineSheet, type SheetSpec } from './model.ts';

/** A list of 24 columns as broad as the households': every kind occurs. */
export const broadSheet = defineSheet({
  name: 'test-households',
  title: ['农牧户', 'Households'],
  guide: [['每户一行。', 'One row per household.']],
  columns: [
    { key: 'village', title: ['嘎查村', 'Village'], kind: 'place', required: true, example: '150625100201' },
    {
      key: 'name',
      title: ['户主姓名', 'Head'],
      kind: 'text',
      required: true,
      example: '巴特尔',
      maxLength: 50,
      personal: true,
    },
    {
      key: 'residentId',
      title: ['身份证号', 'Resident id'],
      kind: 'id',
      required: true,
      example: '152727199001010012',
      personal: true,
    },
    { key: 'phone', title: ['电话', 'Telephone'], kind: 'id', example: '13800000000', personal: true },
    {
      key: 'sex',
      title: ['性别', 'Sex'],
      kind: 'code',
      example: '男',
      codes: [
        { code: 'male', words: ['男', 'Male'] },
        { code: 'female', words: ['女', 'Female'] },
      ],
    },
    { key: 'bornOn', title: ['出生日期', 'Born on'], kind: 'date', example: '1990-01-01' },
    { key: 'members', title: ['家庭人口', 'Members'], kind: 'integer', example: '4', unit: ['人', 'persons'] },
    { key: 'grassland', title: ['草场面积', 'Grassland'], kind: 'decimal', example: '1200.5', unit: ['亩', 'mu'] },
    { key: 'income', title: ['年收入', 'Income'], kind: 'yuan', example: '35000.00', unit: ['元', 'yuan'] },
    { key: 'since', title: ['统计月份', 'Month'], kind: 'month', example: '2018-06' },
    ...(['address', 'bankName', 'cause', 'note'] as const).map((key, index) => ({
      key,
      title: [`文字${index + 1}`, `Text ${index + 1}`] as const,
      kind: 'text' as const,
      example: '甲',
    })),
    ...(['account', 'cardNumber'] as const).map((key, index) => ({
      key,
      title: [`账号${index + 1}`, `Account ${index + 1}`] as const,
      kind: 'id' as const,
      example: '6228480000000000019',
      personal: true,
    })),
    ...(['sheep', 'cattle', 'horses'] as const).map((key, index) => ({
      key,
      title: [`头数${index + 1}`, `Heads ${index + 1}`] as const,
      kind: 'integer' as const,
      example: '10',
    })),
    ...(['subsidy', 'dividend', 'loan'] as const).map((key, index) => ({
      key,
      title: [`金额${index + 1}`, `Amount ${index + 1}`] as const,
      kind: 'yuan' as const,
      example: '100.00',
    })),
    ...(['enteredOn', 'leftOn'] as const).map((key, index) => ({
      key,
      title: [`日期${index + 1}`, `Date ${index + 1}`] as const,
      kind: 'date' as const,
      example: '2018-01-01',
    })),
  ],
  unique: ['residentId'],
} satisfies SheetSpec);

/** Deterministic rows of {@link broadSheet}, as an export takes them. */
export function broadRow(index: number) {
  const serial = String(index % 1000).padStart(3, '0');
  const day = `${1950 + (index % 60)}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
  return {
    village: String(150625100200 + (index % 90)),
    name: `巴特尔${index}`,
    residentId: `152727${day.replaceAll('-', '')}${serial}${index % 10}${index}`,
    phone: String(13800000000 + index),
    sex: index % 2 === 0 ? 'male' : 'female',
    bornOn: day,
    members: (index % 7) + 1,
    grassland: `${index % 5000}.5`,
    income: BigInt(index) * 1234n + 5n,
    since: `2018-${String(1 + (index % 12)).padStart(2, '0')}`,
    address: `阿拉善湾嘎查${index % 300}社${index}号`,
    bankName: '内蒙古农村信用社杭锦旗联社',
    cause: index % 3 === 0 ? '因病' : '缺资金',
    note: index % 50 === 0 ? '备注 <文字> & "引号"' : '',
    account: `62284800${String(index).padStart(11, '0')}`,
    cardNumber: `62284801${String(index).padStart(11, '0')}`,
    sheep: index % 400,
    cattle: index % 60,
    horses: index % 9,
    subsidy: BigInt(index % 90000) * 100n,
    dividend: BigInt(index % 7000),
    loan: BigInt(index % 5) * 5000000n,
    enteredOn: '2018-03-01',
    leftOn: index % 4 === 0 ? '2019-12-31' : undefined,
  };
}
