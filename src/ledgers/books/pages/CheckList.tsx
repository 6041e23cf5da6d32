import type { ReplyOf } from '../../../platform/http/contract.ts';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText } from '../../../platform/ui/language.ts';
import type { getClosing } from '../closing-contract.ts';
import { words } from '../words.ts';

type Check = ReplyOf<typeof getClosing>['checks'][number];

const lights = { ok: 'met', warn: 'near', open: 'late', none: 'none' } as const;

/** The points that a month is closed by, each with its light and what stands in the way. */
export function CheckList({ checks }: { checks: readonly Check[] }) {
  const text = useText();
  const { yuan, number } = useFormat();
  return (
    <ul className="check-list">
      {checks.map(({ code, state, count, amountFen }) => (
        <li key={code}>
          <Light state={lights[state]} label={text(words[`code.check.${state}`])} />
          <span>{text(words[`check.${code}`])}</span>
          {count > 0 && <span className="note">{number(count)}</span>}
          {amountFen !== 0n && <span className="note">{yuan(amountFen)}</span>}
        </li>
      ))}
    </ul>
  );
}
