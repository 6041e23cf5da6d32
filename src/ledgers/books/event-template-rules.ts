import type { ChartRole } from './event-roles-rules.ts';
import type { Choice, EventTemplate, Place, TemplateLine } from './event-rules.ts';

/** the accounting standard of cooperatives, in the short form of the calculator */
const clause = 'A37';

type Further = Omit<EventTemplate, 'kind' | 'clause' | 'amounts'>;

/** A template of the cooperatives’ standard. */
export function event(kind: string, amounts: readonly string[], further: Further): EventTemplate {
  return { kind, clause, amounts, ...further };
}

/** Proceeds are income, and what was sold leaves at cost. */
export function sale(sold: ChartRole): readonly TemplateLine[] {
  return [
    debit(by('counter'), 'proceeds'),
    credit(to('income'), 'proceeds'),
    debit(to('expense'), 'cost'),
    credit(to(sold), 'cost'),
  ];
}

export function to(role: ChartRole): Place {
  return { role };
}

export function by(choice: Choice): Place {
  return { choice };
}

export function debit(account: Place, amount: string): TemplateLine {
  return { side: 'debit', account, amount };
}

export function credit(account: Place, amount: string): TemplateLine {
  return { side: 'credit', account, amount };
}

export function rest(role: ChartRole): TemplateLine {
  return { side: 'rest', account: to(role) };
}
