import { NavLink } from 'react-router';
import { useWords } from '../../../platform/ui/language.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { words } from '../words.ts';

const groups = {
  orders: [
    ['/fund-orders', 'orders.title'],
    ['/fund-grid', 'grid.title'],
    ['/fund-tilts', 'tilt.title'],
    ['/fund-risk', 'risk.title'],
  ],
  accounts: [
    ['/fund-accounts', 'accounts.title'],
    ['/fund-movements', 'movements.title'],
    ['/fund-idle', 'idle.title'],
    ['/fund-balance', 'balance.title'],
  ],
  control: [
    ['/fund-forbidden-uses', 'uses.title'],
    ['/fund-overrides', 'overrides.title'],
    ['/fund-recoveries', 'recoveries.title'],
    ['/fund-refusals', 'refusals.title'],
  ],
} as const;

/** The lists that belong together, as one line of links. */
export function FundLinks({ group }: { readonly group: keyof typeof groups }) {
  const t = useWords(words);
  const mayAudit = useMay('fund.audit');
  const shown = groups[group].filter(([path]) => path !== '/fund-refusals' || mayAudit);
  return (
    <>
      {shown.map(([path, title]) => (
        <NavLink key={path} to={path} className="button quiet">
          {t(title)}
        </NavLink>
      ))}
    </>
  );
}
