import { useState } from 'react';
import { formatYuan } from '../../../platform/pure/money.ts';
import { Figure, FigureRow } from '../../../platform/ui/Figure.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getPayouts } from '../payout-contract.ts';
import { words } from '../words.ts';
import { Batches } from './Batches.tsx';
import { Due } from './Due.tsx';
import { PayoutDialog, type PayoutTask } from './PayoutDialogs.tsx';
import { keyOf, type PartProps, type PayoutsView } from './views.ts';

/** Where every yuan is, the files by which it was paid, and who is still to be paid. */
export function Payouts({ distribution }: PartProps) {
  const t = useWords(words);
  const reply = useReply(getPayouts, { params: keyOf(distribution) });
  const [task, setTask] = useState<PayoutTask>();
  return (
    <Loaded reply={reply}>
      {(payouts) => (
        <>
          <p className="note">{t('payouts.about')}</p>
          <Sums distribution={distribution} payouts={payouts} />
          <Batches distribution={distribution} batches={payouts.batches} onTask={setTask} />
          <Due payouts={payouts} onTask={setTask} />
          {task && <PayoutDialog distribution={distribution} task={task} onClose={() => setTask(undefined)} />}
        </>
      )}
    </Loaded>
  );
}

function Sums({ distribution, payouts }: PartProps & { readonly payouts: PayoutsView }) {
  const t = useWords(words);
  const { date } = useFormat();
  const { county, id } = distribution;
  const { unclaimedSince, convertedFen, overpaidFen } = payouts;
  const paymentsOf = (state: string) => `/distributions/${county}/${id}?tab=payments&state=${state}`;
  return (
    <FigureRow>
      <Figure
        label={t('field.paid')}
        value={formatYuan(payouts.paidFen)}
        unit={t('unit.yuan')}
        to={paymentsOf('paid')}
      />
      <Figure
        label={t('field.inFlight')}
        value={formatYuan(payouts.inFlightFen)}
        unit={t('unit.yuan')}
        to={paymentsOf('in_flight')}
      />
      <Figure
        label={t('field.returned')}
        value={formatYuan(payouts.returnedFen)}
        unit={t('unit.yuan')}
        to={paymentsOf('returned')}
      />
      <Figure
        label={t('field.unclaimed')}
        value={formatYuan(payouts.unclaimedFen)}
        unit={t('unit.yuan')}
        note={unclaimedSince !== null && `${t('field.unclaimedSince')} ${date(unclaimedSince)}`}
      />
      {convertedFen > 0n && (
        <Figure
          label={t('field.converted')}
          value={formatYuan(convertedFen)}
          unit={t('unit.yuan')}
          to={paymentsOf('converted')}
        />
      )}
      {overpaidFen > 0n && (
        <Figure
          label={t('field.overpaid')}
          value={formatYuan(overpaidFen)}
          unit={t('unit.yuan')}
          to={`/distributions/${county}/${id}?tab=corrections`}
        />
      )}
    </FigureRow>
  );
}
