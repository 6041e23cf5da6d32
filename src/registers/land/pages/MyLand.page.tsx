import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { listOwnLand } from '../rent-contract.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';
import { PartTable } from './PartTable.tsx';

type Own = ReplyOf<typeof listOwnLand>;

/** What the own household holds, let, and received for it, year by year. */
export default function Page() {
  const t = useWords(words);
  const reply = useReply(listOwnLand);
  return (
    <>
      <PageHead title={t('own.title')} about={t('own.about')} />
      <Loaded reply={reply}>
        {(own) =>
          own.parcels.length + own.transfers.length === 0 ? (
            <EmptyState text={t('own.none')} />
          ) : (
            <article className="record">
              <Years own={own} />
              <Transfers own={own} />
              <Parcels own={own} />
            </article>
          )
        }
      </Loaded>
    </>
  );
}

function Years({ own }: { readonly own: Own }) {
  const t = useWords(words);
  const { yuan } = useFormat();
  return (
    <PartTable
      title={t('field.receivedFen')}
      heads={[{ label: words['field.year'] }, { label: words['field.receivedFen'], end: true }]}
    >
      {own.years.map(({ year, receivedFen }) => (
        <tr key={year}>
          <th scope="row">{year}</th>
          <td className="end">{yuan(receivedFen)}</td>
        </tr>
      ))}
    </PartTable>
  );
}

function Transfers({ own }: { readonly own: Own }) {
  const t = useWords(words);
  const { date, number, yuan } = useFormat();
  return (
    <PartTable
      title={t('section.transfers')}
      heads={[
        { label: words['field.parcel'] },
        { label: words['field.takerName'] },
        { label: words['field.takenMu'], end: true },
        { label: words['field.throughOn'] },
        { label: words['field.rentFen'], end: true },
        { label: words['field.paidFen'], end: true },
        { label: words['field.nextDueOn'] },
        { label: words['field.nextDueFen'], end: true },
      ]}
    >
      {own.transfers.map((one) => (
        <tr key={one.id}>
          <th scope="row">{one.parcelName}</th>
          <td>{one.takerName}</td>
          <td className="end">{`${number(one.areaMu)} ${t('unit.mu')}`}</td>
          <td>{date(one.closedOn ?? one.throughOn)}</td>
          <td className="end">{yuan(one.rentFen)}</td>
          <td className="end">{yuan(one.paidFen)}</td>
          <td>{one.nextDueOn === null ? '–' : date(one.nextDueOn)}</td>
          <td className="end">{one.nextDueFen === null ? '' : yuan(one.nextDueFen)}</td>
        </tr>
      ))}
    </PartTable>
  );
}

function Parcels({ own }: { readonly own: Own }) {
  const t = useWords(words);
  const speak = useCodes();
  const { number } = useFormat();
  return (
    <PartTable
      title={t('section.what')}
      heads={[
        { label: words['field.name'] },
        { label: words['field.number'] },
        { label: words['field.kind'] },
        { label: words['field.areaMu'], end: true },
      ]}
    >
      {own.parcels.map((one) => (
        <tr key={one.id}>
          <th scope="row">{one.name}</th>
          <td>{one.number}</td>
          <td>{speak('kind', one.kind)}</td>
          <td className="end">{`${number(one.areaMu)} ${t('unit.mu')}`}</td>
        </tr>
      ))}
    </PartTable>
  );
}
