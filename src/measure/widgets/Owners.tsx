import type { Role } from '../../platform/access/roles.ts';
import { words } from '../../platform/access/words.ts';
import { useWords } from '../../platform/ui/language.ts';

/** The roles that answer for something, each once, first the one in charge. */
export function Owners({ roles }: { roles: readonly Role[] }) {
  const role = useWords(words);
  return [...new Set(roles)].map((one) => role(`role.${one}`)).join(' · ');
}
