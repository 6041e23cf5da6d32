import { type ActKind, type ActState, reversible } from './rules.ts';

/** Something that can be done with an act, the permission it needs, and who may not do it. */
export interface OpenAct {
  readonly name: 'post' | 'refuse' | 'withdraw' | 'renew' | 'settle' | 'reversal' | 'reverse' | 'keep';
  readonly act: 'membership_act.propose' | 'membership_act.check';
  /** nobody checks his own work */
  readonly maker?: string | null;
}

/** What may be done next, by the state of an act. */
export function openActs(act: {
  readonly kind: ActKind;
  readonly state: ActState;
  readonly madeBy: string;
  readonly reversalBy: string | null;
}): readonly OpenAct[] {
  const propose = 'membership_act.propose';
  const check = 'membership_act.check';
  switch (act.state) {
    case 'noticed':
      return [
        { name: 'settle', act: propose },
        { name: 'withdraw', act: propose },
      ];
    case 'proposed':
      return [
        { name: 'post', act: check, maker: act.madeBy },
        { name: 'refuse', act: check, maker: act.madeBy },
        ...(act.kind === 'join' ? [] : [{ name: 'renew', act: propose } as const]),
        { name: 'withdraw', act: propose },
      ];
    case 'posted':
      return reversible.includes(act.kind) ? [{ name: 'reversal', act: propose }] : [];
    case 'reversing':
      return [
        { name: 'reverse', act: check, maker: act.reversalBy },
        { name: 'keep', act: check, maker: act.reversalBy },
      ];
    default:
      return [];
  }
}
