import { useMemo, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { useMe, useToday } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { makeOrder } from '../order-contract.ts';
import { words } from '../words.ts';
import { type LineDraft, OrderLines } from './OrderLines.tsx';
import { orderFields, orderForm, toOrder } from './order-form.ts';

/** Makes an order: its head, then its lines by hand or from a workbook. */
export default function Page() {
  const t = useWords(words);
  const goTo = useNavigate();
  const { position } = useMe();
  const today = useToday();
  const [search] = useSearchParams();
  const [lines, setLines] = useState<readonly LineDraft[]>([]);
  const id = useMemo(newId, []);
  const initial = useMemo(
    () => ({
      kind: 'allocation',
      occurredOn: today,
      pool: 'special',
      upperPlace: position.place ?? undefined,
      document: search.get('document') ?? undefined,
    }),
    [today, position.place, search],
  );
  return (
    <>
      <PageHead
        title={t('orders.new')}
        about={t('orders.newIntro')}
        back={<Link to="/fund-orders">{t('orders.title')}</Link>}
      />
      <RecordForm
        schema={orderForm}
        fields={orderFields}
        initial={initial}
        refusals={words}
        submitLabel={t('orders.new')}
        submit={(body, options) =>
          call(makeOrder, { body: toOrder(body, { id, lines, tiltId: search.get('tilt') ?? undefined }) }, options)
        }
        onSaved={(saved) => {
          notify(t('said.made'));
          goTo(`/fund-orders/${saved.county}/${saved.id}`);
        }}
      >
        <OrderLines lines={lines} onChange={setLines} />
      </RecordForm>
    </>
  );
}
