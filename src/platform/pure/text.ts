const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
/** As most codes are typed: there is nothing to put right. */
const PLAIN_CODE = /^[\dA-Z-]*$/;

/**
 * Full-width letters, digits and ASCII punctuation (U+FF01…FF5E), as Chinese input methods type them, become their
 * ASCII forms; the ideographic space becomes a plain one. Not NFKC: that would also turn `1²` into `12`.
 */
export function toHalfWidth(text: string): string {
  return text
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replaceAll('\u3000', ' ');
}

/** Half-width, without any white space and zero-width mark, upper case: how typed and pasted codes are compared. */
export function toCodeText(text: string): string {
  if (PLAIN_CODE.test(text)) return text;
  return toHalfWidth(text)
    .replace(/[\s\u200B-\u200D\u2060\uFEFF]/g, '')
    .toUpperCase();
}
