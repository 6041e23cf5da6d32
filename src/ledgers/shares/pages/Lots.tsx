import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import type { getHolder } from '../contract.ts';
import { words } from '../words.ts';
import { codeWords } from './codes.ts';

type Lot = ReplyOf<typeof getHolder>['lots'][number];

/** A member’s shares by acquisition: what they were paid with, and until when. */
export function Lots({ lots }: { lots: readonly Lot[] }) {
  const t = useWords(words);
  return (
    <TableScroll label={t('holder.lots')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('field.class')}</th>
            <th scope="col">{t('field.acquiredOn')}</th>
            <th scope="col">{t('field.source')}</th>
            <th scope="col" className="end">
              {t('field.shares')}
            </th>
            <th scope="col" className="end">
              {t('field.paidFen')}
            </th>
            <th scope="col" className="end">
              {t('field.unpaidFen')}
            </th>
            <th scope="col">{t('field.expiresOn')}</th>
          </tr>
        </thead>
        <tbody>
          {lots.map((lot) => (
            <LotRow key={lot.id} lot={lot} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function LotRow({ lot }: { lot: Lot }) {
  const t = useWords(words);
  const text = useText();
  const { date, number, yuan } = useFormat();
  const isPaid = lot.source === 'collective_property';
  return (
    <tr>
      <th scope="row">
        {lot.className} {lot.opening && <span className="tag">{t('holder.openingTag')}</span>}
      </th>
      <td>{date(lot.acquiredOn)}</td>
      <td>
        {text(codeWords('source', lot.source))} {lot.sourceDocument}
      </td>
      <td className="end">{number(lot.shares)}</td>
      <td className="end">{yuan(lot.paidFen)}</td>
      <td className="end">{isPaid ? '–' : yuan(lot.agreedFen - lot.paidFen)}</td>
      <td>{lot.expiresOn === null ? '–' : date(lot.expiresOn)}</td>
    </tr>
  );
}
