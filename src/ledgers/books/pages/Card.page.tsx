import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import './books.css';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { getCard, recordUse, withdrawCard } from '../card-contract.ts';
import { words } from '../words.ts';
import { BookNav } from './BookFrame.tsx';
import { CardDialog } from './CardDialog.tsx';

type Card = ReplyOf<typeof getCard>;

const labels = {
  name: words['field.name'],
  cost_fen: words['card.costFen'],
  residual_fen: words['card.residualFen'],
  life_months: words['card.lifeMonths'],
  life_units: words['card.lifeUnits'],
  added_on: words['card.addedOn'],
  disposed_on: words['card.disposedOn'],
};

export default function Page() {
  const t = useWords(words);
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getCard, { params });
  const [open, setOpen] = useState<'correct' | 'use'>();
  const actionsOf = useActions(setOpen);
  const sectionOf = useSection();
  const close = () => setOpen(undefined);
  return (
    <Loaded reply={reply} asPage>
      {(card) => (
        <>
          <BookNav book={{ county: card.county, id: card.bookId }} />
          <RecordPage
            title={card.name}
            back={<Link to={`/books/${card.county}/${card.bookId}/cards`}>{t('card.title')}</Link>}
            allowed={card.allowed}
            actions={actionsOf(card)}
            sections={[sectionOf(card)]}
            tabs={[
              {
                key: 'history',
                label: words['tab.history'],
                content: <HistoryTab table="asset_card" {...params} labels={labels} />,
              },
            ]}
            dialog={
              <>
                {open === 'correct' && (
                  <CardDialog
                    book={{ county: card.county, id: card.bookId, place: card.place }}
                    card={card}
                    onClose={close}
                  />
                )}
                {open === 'use' && <UseDialog card={card} onClose={close} />}
              </>
            }
          >
            <Months card={card} />
          </RecordPage>
        </>
      )}
    </Loaded>
  );
}

function useActions(open: (what: 'correct' | 'use') => void): (card: Card) => readonly RecordAction[] {
  const t = useWords(words);
  const goTo = useNavigate();
  return ({ county, id, bookId, method, revision }) => [
    { act: 'card.record', label: words['card.correct'], onPress: () => open('correct') },
    ...(method === 'units'
      ? [{ act: 'card.record', label: words['card.use'], onPress: () => open('use') } as const]
      : []),
    {
      act: 'card.record',
      label: words['card.withdraw'],
      effect: t('card.withdrawEffect'),
      danger: true,
      run: async (reason) => {
        await call(withdrawCard, { params: { county, id }, body: { revision, reason } });
        goTo(`/books/${county}/${bookId}/cards`);
        return t('card.withdrawn');
      },
    },
  ];
}

function useSection(): (card: Card) => Section {
  const text = useText();
  const { date, yuan, number } = useFormat();
  return (card) => ({
    items: [
      { label: words['card.kind'], value: `${text(words[`role.${card.kind}`])} ${card.subsidiaryName}` },
      {
        label: words['card.asset'],
        value: card.assetId && <Link to={`/assets/${card.county}/${card.assetId}`}>{card.assetName}</Link>,
      },
      { label: words['card.purpose'], value: text(words[`role.${card.purpose}`]) },
      { label: words['card.costFen'], value: yuan(card.costFen) },
      { label: words['card.residualFen'], value: yuan(card.residualFen) },
      { label: words['card.method'], value: text(words[`card.method.${card.method}`]) },
      card.method === 'units'
        ? { label: words['card.lifeUnits'], value: number(card.lifeUnits) }
        : { label: words['card.lifeMonths'], value: number(card.lifeMonths) },
      { label: words['card.addedOn'], value: date(card.addedOn) },
      { label: words['card.disposedOn'], value: card.disposedOn && date(card.disposedOn) },
      { label: words['card.chargedFen'], value: yuan(card.chargedFen) },
    ],
  });
}

function Months({ card }: { card: Card }) {
  const t = useWords(words);
  const { month, yuan, number } = useFormat();
  if (card.months.length === 0) return <EmptyState text={t('card.noMonths')} />;
  return (
    <section className="record-part">
      <h2>{t('card.months')}</h2>
      <table className="table" aria-label={t('card.months')}>
        <thead>
          <tr>
            <th scope="col">{t('card.month')}</th>
            {card.method === 'units' && (
              <th scope="col" className="end">
                {t('card.units')}
              </th>
            )}
            <th scope="col" className="end">
              {t('card.amount')}
            </th>
            <th scope="col">{t('event.voucher')}</th>
          </tr>
        </thead>
        <tbody>
          {card.months.map((one) => (
            <tr key={one.month}>
              <td>{month(one.month)}</td>
              {card.method === 'units' && <td className="end">{one.units === null ? '' : number(one.units)}</td>}
              <td className="end">{yuan(one.amountFen)}</td>
              <td>
                {one.voucherId ? (
                  <Link to={`/vouchers/${card.county}/${one.voucherId}`}>{t('source.voucher')}</Link>
                ) : (
                  t(one.opening ? 'card.inOpening' : 'card.notYet')
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const useFields: readonly Field[] = [
  { key: 'month', kind: 'month', label: words['card.month'] },
  { key: 'units', kind: 'integer', label: words['card.units'] },
];

function UseDialog({ card, onClose }: { card: Card; onClose: () => void }) {
  const t = useWords(words);
  const [useId] = useState<string>(newId);
  const params = { county: card.county, id: card.id };
  return (
    <Dialog title={t('card.use')} onClose={onClose}>
      <RecordForm
        schema={recordUse.body}
        fields={useFields}
        fixed={{ useId }}
        refusals={words}
        submit={(body, options) => call(recordUse, { params, body }, options)}
        onSaved={() => {
          notify(t('card.useSaved'));
          onClose();
        }}
      />
    </Dialog>
  );
}
