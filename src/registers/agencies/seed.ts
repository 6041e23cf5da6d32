import type { PastRow } from '../../platform/db/load.ts';
import { creditCodeCheckDigit, organisationCheckDigit } from '../../platform/pure/credit-code.ts';
import { seededId } from '../../platform/pure/ids.ts';

interface SeedUnit {
  readonly kind: string;
  readonly name: string;
  readonly pinyin: string;
  readonly initials: string;
}

const units: readonly SeedUnit[] = [
  { kind: 'department', name: '农牧局', pinyin: 'nongmuju', initials: 'nmj' },
  { kind: 'department', name: '财政局', pinyin: 'caizhengju', initials: 'czj' },
  { kind: 'department', name: '民政局', pinyin: 'minzhengju', initials: 'mzj' },
  { kind: 'pairing_unit', name: '水利局', pinyin: 'shuiliju', initials: 'slj' },
  { kind: 'pairing_unit', name: '林业和草原局', pinyin: 'linyehecaoyuanju', initials: 'lyhcyj' },
  { kind: 'bank', name: '农村商业银行', pinyin: 'nongcunshangyeyinhang', initials: 'ncsyyh' },
  { kind: 'insurer', name: '农牧业保险支公司', pinyin: 'nongmuyebaoxianzhigongsi', initials: 'nmybxzgs' },
  { kind: 'school', name: '职业中学', pinyin: 'zhiyezhongxue', initials: 'zyzx' },
];

export interface DemoAgencies {
  readonly rows: readonly PastRow[];
  readonly codes: readonly { readonly code: string; readonly county: number; readonly id: string }[];
}

/** Made-up units of one banner, each with a credit code that passes its check. */
export function demoAgencies(
  random: () => number,
  banner: { readonly place: number; readonly name: string; readonly from: string },
): DemoAgencies {
  const county = Math.floor(banner.place / 1_000_000);
  const recordedAt = new Date(`${banner.from}T01:00:00Z`);
  const made = units.map((unit) => {
    const id = seededId(recordedAt.getTime(), random);
    const code = creditCode(random, county, unit.kind);
    const row = {
      county,
      id,
      place: banner.place,
      kind: unit.kind,
      name: `${banner.name}${unit.name}`,
      pinyin: unit.pinyin,
      initials: unit.initials,
      credit_code: code,
      contact_name: null,
      contact_phone: null,
      starts_on: '2010-01-01',
      ends_on: null,
    };
    return { past: { row, recordedAt }, code: { code, county, id } };
  });
  return { rows: made.map((one) => one.past), codes: made.map((one) => one.code) };
}

function creditCode(random: () => number, county: number, kind: string): string {
  const body = Array.from({ length: 8 }, () => Math.floor(random() * 10)).join('');
  const prefix = kind === 'bank' || kind === 'insurer' ? '91' : '11';
  const first17 = `${prefix}${county}${body}${organisationCheckDigit(body)}`;
  return first17 + creditCodeCheckDigit(first17);
}
