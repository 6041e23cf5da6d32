import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

export type ExactJsonRefusal = Refusal<
  'json_syntax' | 'json_number_not_whole' | 'json_number_too_large' | 'json_key_twice' | 'json_too_deep'
>;

const maxDepth = 64;

/**
 * Reads JSON without losing anything: a number must be a whole number that stays exact (±(2^53 − 1), written without
 * decimals, exponent or a minus before zero), a key stands once in its object, text holds whole characters. Refusals
 * name the field by its path, for example `members.3.patronageFen`.
 */
export function parseExactJson(text: string): Result<unknown, ExactJsonRefusal> {
  const reader = new ExactReader(text);
  try {
    return ok(reader.readDocument());
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal);
    throw error;
  }
}

class Refused extends Error {
  readonly refusal: ExactJsonRefusal;

  constructor(refusal: ExactJsonRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

class ExactReader {
  private readonly text: string;
  private readonly path: (string | number)[] = [];
  private readonly number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  private readonly plainText = /"[^"\\\p{Cc}\p{Cs}]*"/uy;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  readDocument(): unknown {
    const value = this.readValue();
    this.skipSpace();
    if (this.at < this.text.length) throw this.syntax();
    return value;
  }

  private readValue(): unknown {
    this.skipSpace();
    switch (this.text[this.at]) {
      case '{':
        return this.readObject();
      case '[':
        return this.readArray();
      case '"':
        return this.readText();
      case 't':
        return this.readWord('true', true);
      case 'f':
        return this.readWord('false', false);
      case 'n':
        return this.readWord('null', null);
      default:
        return this.readNumber();
    }
  }

  private readObject(): object {
    const object: Record<string, unknown> = {};
    this.open();
    if (this.take('}')) return object;
    do {
      this.skipSpace();
      if (this.text[this.at] !== '"') throw this.syntax();
      const key = this.readText();
      this.path.push(key);
      if (Object.hasOwn(object, key)) throw this.refused('json_key_twice');
      if (!this.take(':')) throw this.syntax();
      const value = this.readValue();
      // assigning this one key would change the object's prototype instead
      if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true });
      else object[key] = value;
      this.path.pop();
    } while (this.take(','));
    if (!this.take('}')) throw this.syntax();
    return object;
  }

  private readArray(): unknown[] {
    const array: unknown[] = [];
    this.open();
    if (this.take(']')) return array;
    do {
      this.path.push(array.length);
      array.push(this.readValue());
      this.path.pop();
    } while (this.take(','));
    if (!this.take(']')) throw this.syntax();
    return array;
  }

  private open(): void {
    this.at += 1;
    if (this.path.length >= maxDepth) throw this.refused('json_too_deep');
  }

  private readText(): string {
    const plain = this.match(this.plainText);
    if (plain !== undefined) return plain.slice(1, -1);
    let end = this.at;
    do {
      end = this.text.indexOf('"', end + 1);
      if (end < 0) throw this.syntax();
    } while (this.isEscaped(end));
    const value = this.decode(this.text.slice(this.at, end + 1));
    this.at = end + 1;
    return value;
  }

  private isEscaped(at: number): boolean {
    let backslashes = 0;
    while (this.text[at - 1 - backslashes] === '\\') backslashes += 1;
    return backslashes % 2 === 1;
  }

  private decode(literal: string): string {
    try {
      const value: unknown = JSON.parse(literal);
      if (typeof value === 'string' && value.isWellFormed()) return value;
    } catch {
      // the refusal below says where
    }
    throw this.syntax();
  }

  private readNumber(): number {
    const digits = this.match(this.number);
    if (digits === undefined || /[\w.+-]/.test(this.text[this.at] ?? '')) throw this.syntax();
    if (/[.eE]/.test(digits) || digits === '-0') throw this.refused('json_number_not_whole');
    const value = Number(digits);
    if (!Number.isSafeInteger(value)) throw this.refused('json_number_too_large');
    return value;
  }

  private readWord<T>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.at)) throw this.syntax();
    this.at += word.length;
    return value;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private take(character: string): boolean {
    this.skipSpace();
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private skipSpace(): void {
    while (this.at < this.text.length) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.at += 1;
    }
  }

  private refused(code: ExactJsonRefusal['code']): Refused {
    return new Refused(refusal(code, this.path.join('.')));
  }

  private syntax(): Refused {
    const before = this.text.slice(0, this.at);
    const line = before.split('\n').length;
    const column = this.at - before.lastIndexOf('\n');
    return new Refused(refusal('json_syntax', this.path.join('.'), { line, column }));
  }
}
