import { words } from '../words.ts';

export const directions = (['delivers', 'takes'] as const).map((value) => ({
  value,
  label: words[`code.direction.${value}`],
}));
