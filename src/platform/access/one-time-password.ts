import { randomInt } from 'node:crypto';

/** No characters that are mistaken for others when read from paper. */
const plainLetters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Twelve random characters in three groups: 59 bits. */
export function makeOneTimePassword(): string {
  const group = () => Array.from({ length: 4 }, () => plainLetters[randomInt(plainLetters.length)]).join('');
  return [group(), group(), group()].join('-');
}
