import { Link, useParams } from 'react-router';
import { useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { getBook } from '../contract.ts';
import { getVoucher } from '../voucher-contract.ts';
import { words } from '../words.ts';
import { typedLine } from './entry-state.ts';
import { VoucherEntry } from './VoucherEntry.tsx';

export default function Page() {
  const { county, id } = useParams();
  const reply = useReply(getVoucher, { params: { county: Number(county), id: String(id) } });
  return (
    <Loaded reply={reply} asPage>
      {(voucher) => <Edit voucher={voucher} />}
    </Loaded>
  );
}

type Voucher = ReturnType<typeof getVoucher.reply.parse>;

function Edit({ voucher }: { voucher: Voucher }) {
  const t = useWords(words);
  const { county, bookId, series } = voucher;
  const reply = useReply(getBook, { params: { county, id: bookId } });
  if (voucher.state !== 'draft' || series === 'closing') return <EmptyState text={t('refusal.voucher_posted')} />;
  const typed = {
    occurredOn: voucher.occurredOn,
    papers: voucher.papers === 0 ? '' : String(voucher.papers),
    lines: voucher.lines.map(typedLine),
  };
  const known = { id: voucher.id, revision: voucher.revision, typed };
  return (
    <Loaded reply={reply} asPage>
      {(book) => (
        <div className="page">
          <PageHead
            title={t('voucher.edit')}
            back={<Link to={`/vouchers/${county}/${voucher.id}`}>{t('source.voucher')}</Link>}
          />
          <VoucherEntry book={book} target={{ book, series, day: voucher.occurredOn, known }} />
        </div>
      )}
    </Loaded>
  );
}
