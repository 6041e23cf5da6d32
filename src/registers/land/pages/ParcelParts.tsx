import { Link } from 'react-router';
import { areaGapBp } from '../../../platform/pure/boundary.ts';
import { formatBp } from '../../../platform/pure/ratio.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import type { ParcelView } from '../contract.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';
import { Outline } from './Outline.tsx';
import { PartTable } from './PartTable.tsx';

interface Props {
  readonly parcel: ParcelView;
}

/** Beyond this the area by contract and that of the outline are worth a second look. */
const gapShownBp = 500;

export function OutlinePart({ parcel }: Props) {
  const t = useWords(words);
  const { number } = useFormat();
  if (parcel.boundary === null) return null;
  const gap = areaGapBp(parcel.areaMu, parcel.drawnMu ?? 0);
  return (
    <section className="record-part">
      <h2>{t('section.outline')}</h2>
      {gap > gapShownBp && <p className="strip">{t('outline.gap', { percent: formatBp(gap) })}</p>}
      {parcel.overlapsWith.map((other) => (
        <p key={other.id} className="strip bad">
          <Link to={`/parcels/${parcel.county}/${other.id}`}>
            {t('overlap.line', {
              number: other.number,
              name: other.name,
              mu: number(other.overlapMu),
              percent: formatBp(other.overlapBp),
            })}
          </Link>
        </p>
      ))}
      <Outline
        name={parcel.name}
        boundary={parcel.boundary}
        others={parcel.overlapsWith.map(({ boundary }) => boundary)}
      />
    </section>
  );
}

export function Transfers({ parcel }: Props) {
  const t = useWords(words);
  const speak = useCodes();
  const { date, number, yuan } = useFormat();
  return (
    <PartTable
      title={t('section.transfers')}
      heads={[
        { label: words['field.transferNumber'] },
        { label: words['field.transferKind'] },
        { label: words['field.takerName'] },
        { label: words['field.takenMu'], end: true },
        { label: words['field.startsOn'] },
        { label: words['field.throughOn'] },
        { label: words['field.closedOn'] },
        { label: words['field.rentFen'], end: true },
      ]}
    >
      {parcel.transfers.map((one) => (
        <tr key={one.id}>
          <th scope="row">
            <Link to={`/land-transfers/${parcel.county}/${one.id}`}>{one.number}</Link>
          </th>
          <td>{speak('transferKind', one.kind)}</td>
          <td>{one.takerName}</td>
          <td className="end">{number(one.areaMu)}</td>
          <td>{date(one.startsOn)}</td>
          <td>{date(one.throughOn)}</td>
          <td>{one.closedOn === null ? '–' : date(one.closedOn)}</td>
          <td className="end">{yuan(one.rentFen)}</td>
        </tr>
      ))}
    </PartTable>
  );
}

export function Capacities({ parcel }: Props) {
  const t = useWords(words);
  const { number } = useFormat();
  return (
    <PartTable
      title={t('section.capacities')}
      heads={[
        { label: words['field.year'] },
        { label: words['field.capacity'], end: true },
        { label: words['field.documentNumber'] },
      ]}
    >
      {parcel.capacities.map((one) => (
        <tr key={one.year}>
          <th scope="row">
            <Link to={`/grassland?place=${parcel.place}&year=${one.year}`}>{one.year}</Link>
          </th>
          <td className="end">{number(one.sheepUnits)}</td>
          <td>{one.documentNumber}</td>
        </tr>
      ))}
    </PartTable>
  );
}

const labels = {
  number: words['field.number'],
  name: words['field.name'],
  kind: words['field.kind'],
  location: words['field.location'],
  area_mu: words['field.areaMu'],
  measured_mu: words['field.measuredMu'],
  drawn_mu: words['field.drawnMu'],
  tenure: words['field.tenure'],
  tenure_until: words['field.tenureUntil'],
  holder_kind: words['field.holderKind'],
  holder_name: words['field.holderId'],
  certificate_number: words['field.certificateNumber'],
  note: words['field.note'],
  listed_on: words['field.listedOn'],
  left_on: words['field.leftOn'],
  left_kind: words['field.leftKind'],
};

const listOfColumn: Readonly<Record<string, string>> = {
  kind: 'kind',
  tenure: 'tenure',
  holder_kind: 'holderKind',
  left_kind: 'leftKind',
};

export function ParcelHistory({ county, id }: { county: number; id: string }) {
  const speak = useCodes();
  return (
    <HistoryTab
      table="land_parcel"
      county={county}
      id={id}
      labels={labels}
      show={(field, value) => {
        const list = listOfColumn[field];
        return list === undefined ? String(value) : speak(list, String(value));
      }}
    />
  );
}
