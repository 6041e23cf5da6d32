import cn from 'nzh/cn';

/**
 * The amount in capital Chinese numerals as vouchers, receipts and share certificates must carry it
 * (支付结算办法 annex 1): `123450n` is 壹仟贰佰叁拾肆元伍角整. 整 follows an amount that ends in 元 or 角; a negative
 * amount starts with 负. The currency name is left to the document.
 */
export function yuanInWords(fen: bigint): string {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
  const yuan = `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  // Text, because a float would lose fen in large amounts; ww off, because 万万 for 亿亿 cannot be read back uniquely.
  return (fen < 0n ? '负' : '') + cn.toMoney(yuan, { outSymbol: false, forceZheng: true, ww: false });
}
