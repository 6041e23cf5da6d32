import { Link } from 'react-router';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { NoticeState } from '../rules.ts';
import { words } from '../words.ts';

/** One line about the notice of a subject, for the page of that subject; `null` where there is none. */
export function NoticeStanding({ county, notice }: NoticeStandingProps) {
  const t = useWords(words);
  const { date } = useFormat();
  if (notice === null) return t('panel.none');
  return (
    <Link to={`/notices/${county}/${notice.noticeId}`}>
      {t('panel.state', {
        state: t(`code.state.${notice.state}`),
        postedOn: date(notice.postedOn),
        endsOn: date(notice.endsOn),
      })}
    </Link>
  );
}

interface NoticeStandingProps {
  readonly county: number;
  readonly notice: {
    readonly noticeId: string;
    readonly state: NoticeState;
    readonly postedOn: string;
    readonly endsOn: string;
  } | null;
}
