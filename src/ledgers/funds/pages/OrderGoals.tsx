import { Link } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { getOrder } from '../order-contract.ts';
import { words } from '../words.ts';

type OrderProps = { readonly order: Pick<ReplyOf<typeof getOrder>, 'county' | 'id' | 'state' | 'goals'> };

const whole = 10_000;

/** What the order is to achieve, and what came of it. */
export function GoalsLink({ order: { county, id, goals } }: OrderProps) {
  const t = useWords(words);
  const { number, percent } = useFormat();
  const { count, scoreBp } = goals;
  const text =
    scoreBp === null
      ? t('goals.count', { count: number(count) })
      : t('goals.scored', { count: number(count), score: percent(scoreBp) });
  return <Link to={`/fund-orders/${county}/${id}/goals`}>{text}</Link>;
}

/** Money without a goal is not released: said while there is time to set one. */
export function GoalsHint({ order: { county, id, state, goals } }: OrderProps) {
  const t = useWords(words);
  if (state !== 'made' || !goals.asked || goals.weightBp === whole) return null;
  return (
    <p className="strip warn">
      {t('goals.missing')} <Link to={`/fund-orders/${county}/${id}/goals`}>{t('goals.set')}</Link>
    </p>
  );
}
