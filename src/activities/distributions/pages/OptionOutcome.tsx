import type { FormValues } from '../../../platform/ui/form-fields.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { drawsWithin, patronageFloorBp, refuseSplit, type SurplusCharter, splitSurplus } from '../surplus-rules.ts';
import { words } from '../words.ts';
import { LawRefusals } from './Steps.tsx';
import type { PartProps } from './views.ts';

/** What the terms in the form come to, by the same rules that divide afterwards, while somebody moves the sliders. */
export function OptionOutcome({ distribution, values }: PartProps & { readonly values: FormValues }) {
  const t = useWords(words);
  const { yuan } = useFormat();
  const { ruleSet } = distribution;
  if (ruleSet === 'contract') return null;
  const charter = charterOf(values, ruleSet === 'farmers_professional');
  if (!drawsWithin(charter)) {
    return (
      <p className="strip bad" role="status">
        {t('refusal.surplus_draws_beyond_whole')}
      </p>
    );
  }
  const question = {
    ...{ legalForm: ruleSet, charter, floorBp: patronageFloorBp, surplusFen: distribution.surplusFen },
    openingUndistributedFen: distribution.openingFen,
    reserveUsedForLossesFen: distribution.reserveUsedFen,
  };
  const split = splitSurplus(question);
  const kept = split.surplusReserveFen + split.welfareReserveFen + split.expansionFen + split.reliefFen;
  return (
    <section className="stack" aria-label={t('part.outcome')} aria-live="polite">
      <dl className="outcome">
        <Amount label={t('outcome.kept')} amount={yuan(kept)} />
        <Amount label={t('field.distributable')} amount={yuan(split.row16)} />
        {ruleSet === 'farmers_professional' && <Amount label={t('field.refunds')} amount={yuan(split.patronageFen)} />}
        <Amount label={t('field.remainders')} amount={yuan(split.remainderFen)} />
      </dl>
      <LawRefusals refusals={refuseSplit(question, split).map((refusal) => ({ ...refusal }))} />
    </section>
  );
}

function Amount({ label, amount }: { readonly label: string; readonly amount: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="number">{amount}</dd>
    </div>
  );
}

function charterOf(values: FormValues, isCooperative: boolean): SurplusCharter {
  const part = (key: keyof SurplusCharter) => {
    const typed = Number(values[key] ?? 0);
    return Number.isInteger(typed) ? Math.min(10_000, Math.max(0, typed)) : 0;
  };
  return {
    ...{ surplusReserveBp: part('surplusReserveBp'), expansionBp: part('expansionBp'), reliefBp: part('reliefBp') },
    welfareReserveBp: isCooperative ? 0 : part('welfareReserveBp'),
    patronageBp: isCooperative ? part('patronageBp') : 0,
  };
}
