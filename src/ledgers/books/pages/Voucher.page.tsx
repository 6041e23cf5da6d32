import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import './books.css';
import { AttachmentsTab } from '../../../platform/ui/Attachments.tsx';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { checkVoucher, getVoucher, reverseVoucher, withdrawVoucher } from '../voucher-contract.ts';
import { words } from '../words.ts';
import { BookNav } from './BookFrame.tsx';
import { type Voucher, VoucherPaper } from './VoucherPaper.tsx';

const labels = {
  state: words['field.state'],
  occurred_on: words['field.occurredOn'],
  number: words['field.number'],
  memo: words['field.memo'],
  total_fen: words['field.totalFen'],
  made_by_name: words['field.madeBy'],
  checked_by_name: words['field.checkedBy'],
};

export default function Page() {
  const t = useWords(words);
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getVoucher, { params });
  const [reversing, setReversing] = useState(false);
  const actions = useActions(() => setReversing(true));
  const sections = useSections();
  return (
    <Loaded reply={reply} asPage>
      {(voucher) => (
        <>
          <BookNav book={{ county: voucher.county, id: voucher.bookId }} />
          <RecordPage
            title={t('voucher.title')}
            about={voucher.cooperativeName}
            back={<Link to={`/books/${voucher.county}/${voucher.bookId}/vouchers`}>{t('tab.vouchers')}</Link>}
            allowed={voucher.allowed}
            actions={actions(voucher)}
            sections={[sections(voucher)]}
            tabs={[
              { key: 'papers', label: words['tab.papers'], content: <AttachmentsTab table="voucher" {...params} /> },
              {
                key: 'history',
                label: words['tab.history'],
                content: <HistoryTab table="voucher" {...params} labels={labels} />,
              },
            ]}
            dialog={reversing && <ReverseDialog voucher={voucher} onClose={() => setReversing(false)} />}
          >
            <VoucherPaper voucher={voucher} />
          </RecordPage>
        </>
      )}
    </Loaded>
  );
}

function useActions(onReverse: () => void): (voucher: Voucher) => readonly RecordAction[] {
  const t = useWords(words);
  const goTo = useNavigate();
  return (voucher) => {
    const params = { county: voucher.county, id: voucher.id };
    const { revision } = voucher;
    if (voucher.state === 'posted') {
      if (voucher.reversedById !== null) return [];
      return [{ act: 'voucher.record', label: words['voucher.reverse'], onPress: onReverse }];
    }
    const change: readonly RecordAction[] =
      voucher.reversesId === null && voucher.series !== 'closing'
        ? [
            {
              act: 'voucher.record',
              label: words['voucher.change'],
              to: `/vouchers/${voucher.county}/${voucher.id}/edit`,
            },
          ]
        : [];
    return [
      {
        act: 'voucher.check',
        label: words['voucher.check'],
        primary: true,
        effect: t('voucher.checkEffect'),
        needsReason: false,
        run: async () =>
          t('voucher.checked', { number: (await call(checkVoucher, { params, body: { revision } })).number }),
      },
      ...change,
      {
        act: 'voucher.record',
        label: words['voucher.withdraw'],
        effect: t('voucher.withdrawEffect'),
        danger: true,
        run: async (reason) => {
          await call(withdrawVoucher, { params, body: { revision, reason } });
          goTo(`/books/${voucher.county}/${voucher.bookId}/vouchers`);
          return t('voucher.withdrawn');
        },
      },
    ];
  };
}

function useSections(): (voucher: Voucher) => Section {
  const t = useWords(words);
  const text = useText();
  const { instant } = useFormat();
  return ({ county, state, postedAt, sourceType, sourcePage, reversesId, reversedById }) => {
    const link = (id: string | null) => id && <Link to={`/vouchers/${county}/${id}`}>{t('source.voucher')}</Link>;
    const source = sourcePage === null ? sourceType : <Link to={sourcePage}>{t('source.open')}</Link>;
    return {
      items: [
        { label: words['field.state'], value: text(words[`code.state.${state}`]) },
        ...(postedAt ? [{ label: words['field.postedAt'], value: instant(postedAt) }] : []),
        ...(sourceType ? [{ label: words['field.source'], value: source }] : []),
        ...(reversesId ? [{ label: words['field.reverses'], value: link(reversesId) }] : []),
        ...(reversedById ? [{ label: words['field.reversedBy'], value: link(reversedById) }] : []),
      ],
    };
  };
}

const reverseFields: readonly Field[] = [
  { key: 'occurredOn', kind: 'date', label: words['field.occurredOn'] },
  { key: 'reason', kind: 'text', label: words['field.reason'], wide: true },
];

function ReverseDialog({ voucher, onClose }: { voucher: Voucher; onClose: () => void }) {
  const t = useWords(words);
  const text = useText();
  const goTo = useNavigate();
  const [voucherId] = useState<string>(newId);
  const { county, id, occurredOn, series, number, memo } = voucher;
  const about = {
    month: occurredOn.slice(0, 7),
    series: text(words[`code.series.${series}`]),
    number: number ?? '',
    memo,
  };
  return (
    <Dialog title={t('voucher.reverse')} onClose={onClose} wide>
      <p>{t('voucher.reverseEffect')}</p>
      <RecordForm
        schema={reverseVoucher.body}
        fields={reverseFields}
        fixed={{ voucherId }}
        initial={{ occurredOn, reason: t('voucher.reverseMemo', about) }}
        refusals={words}
        submit={(body, options) => call(reverseVoucher, { params: { county, id }, body }, options)}
        onSaved={(saved) => {
          notify(t('voucher.reversed'));
          onClose();
          goTo(`/vouchers/${saved.county}/${saved.id}`);
        }}
      />
    </Dialog>
  );
}
