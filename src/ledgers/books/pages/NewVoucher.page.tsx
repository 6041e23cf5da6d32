import { useSearchParams } from 'react-router';
import { addDays, localDate } from '../../../platform/pure/period.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { words } from '../words.ts';
import { BookFrame } from './BookFrame.tsx';
import { firstUsefulDay } from './period.tsx';
import { VoucherEntry } from './VoucherEntry.tsx';

export default function Page() {
  const t = useWords(words);
  const [search] = useSearchParams();
  const series = search.get('series') === 'opening' ? 'opening' : 'usual';
  const title = t(series === 'opening' ? 'voucher.opening' : 'voucher.new');
  return (
    <BookFrame title={title} about={t('voucher.intro')}>
      {(book) => {
        const eve = addDays(localDate(book.startsOn), -1);
        const day = series === 'opening' ? eve : firstUsefulDay(book);
        return <VoucherEntry key={series} book={book} target={{ book, series, day }} />;
      }}
    </BookFrame>
  );
}
