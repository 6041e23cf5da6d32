import { useWords } from '../../../platform/ui/language.ts';
import { words } from '../words.ts';

interface Standing {
  readonly daysLeft: number;
  readonly over: boolean;
}

/** Says how long a notice still hangs: days left, that today is the last, or that it is over. */
export function useDays(): (notice: Standing) => string {
  const t = useWords(words);
  return ({ daysLeft, over }) => {
    if (over) return t('days.over');
    return daysLeft > 0 ? t('days.left', { count: daysLeft }) : t('days.last');
  };
}
