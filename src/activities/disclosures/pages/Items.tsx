import { Fragment } from 'react';
import { Link } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import type { ItemView, OwedRow } from '../contract.ts';
import { disclosureItems, itemClasses } from '../items-rules.ts';
import { words } from '../words.ts';
import { codeLabel, itemLabel, useCodes } from './codes.ts';
import { owedSearch } from './use-period.ts';

interface Props {
  readonly owed: Pick<OwedRow, 'place' | 'cooperativeId' | 'period' | 'startsOn'>;
  readonly items: readonly ItemView[];
  readonly onRemark?: ((item: ItemView) => void) | undefined;
}

/** The figures class by class; each opens what it is made from. */
export function Items({ owed, items, onRemark }: Props) {
  const t = useWords(words);
  const text = useText();
  return (
    <section className="record-part">
      <h2>{t('disclosure.items')}</h2>
      <TableScroll label={t('disclosure.items')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('field.item')}</th>
              <th scope="col" className="end">
                {t('field.amountFen')} ({t('unit.yuan')})
              </th>
              <th scope="col" className="end">
                {t('field.measure')}
              </th>
              <th scope="col">{t('field.source')}</th>
              <th scope="col">{t('field.remark')}</th>
              {onRemark && <th scope="col" className="no-print" aria-label={t('action.remark')} />}
            </tr>
          </thead>
          <tbody>
            {itemClasses.map((of) => (
              <Fragment key={of}>
                <tr>
                  <th scope="rowgroup" colSpan={onRemark ? 6 : 5}>
                    {text(codeLabel('class', of))}
                  </th>
                </tr>
                {items
                  .filter((item) => item.class === of)
                  .map((item) => (
                    <ItemRow key={item.code} item={item} owed={owed} onRemark={onRemark} />
                  ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function ItemRow({ item, owed, onRemark }: Omit<Props, 'items'> & { readonly item: ItemView }) {
  const t = useWords(words);
  const text = useText();
  const speak = useCodes();
  const { number, yuan } = useFormat();
  const to = behind(item, owed);
  const shown = item.amountFen === null ? undefined : yuan(item.amountFen);
  const measure =
    item.areaMu !== null
      ? t('value.mu', { area: number(item.areaMu) })
      : item.count !== null && t('value.contracts', { count: number(item.count) });
  const open = (value: string) => (to ? <Link to={to}>{value}</Link> : value);
  return (
    <tr>
      <th scope="row">
        {item.code} {text(itemLabel(item.code))}
      </th>
      <td className="end">
        {shown !== undefined && open(shown)}
        {shown === undefined && item.source === null && <span className="note">{t('value.notKept')}</span>}
      </td>
      <td className="end">{measure && open(measure)}</td>
      <td>{speak('source', item.source)}</td>
      <td>
        {item.remark} {item.within !== null && <span className="note">{t('value.within', { item: item.within })}</span>}
      </td>
      {onRemark && (
        <td className="no-print">
          <button type="button" className="button" onClick={() => onRemark(item)}>
            {t('action.remark')}
          </button>
        </td>
      )}
    </tr>
  );
}

/** The page with the rows that a figure adds up. */
function behind({ code, source }: ItemView, owed: Props['owed']): string | undefined {
  switch (source) {
    case 'books':
      return `/disclosures/rows?${owedSearch(owed)}&item=${code}`;
    case 'assets': {
      const kind = disclosureItems.find((item) => item.code === code);
      const [only, ...others] = kind?.land ?? kind?.things ?? [];
      return `/assets?place=${owed.place}${only && others.length === 0 ? `&kind=${only}` : ''}`;
    }
    case 'contracts':
      return `/asset-contracts?place=${owed.place}`;
    case null:
      return undefined;
  }
}
