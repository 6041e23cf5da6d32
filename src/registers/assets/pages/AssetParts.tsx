import { Link } from 'react-router';
import { areaGapBp, boundaryPath, parseBoundary } from '../../../platform/pure/boundary.ts';
import { formatBp } from '../../../platform/pure/ratio.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import type { AssetView } from '../contract.ts';
import { words } from '../words.ts';
import { useCodes } from './codes.ts';
import { PartTable } from './PartTable.tsx';

interface Props {
  readonly asset: AssetView;
}

export function Confirmations({ asset }: Props) {
  const t = useWords(words);
  const speak = useCodes();
  const { date } = useFormat();
  return (
    <PartTable
      title={t('section.confirmations')}
      empty={t('confirm.none')}
      heads={[
        { label: words['field.party'] },
        { label: words['field.confirmedBy'] },
        { label: words['field.confirmedOn'] },
        { label: words['field.note'] },
      ]}
    >
      {asset.confirmations.map((one) => (
        <tr key={one.party}>
          <th scope="row">{speak('party', one.party)}</th>
          <td>{one.by}</td>
          <td>{date(one.confirmedOn)}</td>
          <td>{one.note}</td>
        </tr>
      ))}
    </PartTable>
  );
}

const drawing = 320;
/** Beyond this a measured and a drawn area are worth a second look. */
const gapShownBp = 500;

/** The outline, and a warning where the verified area is another one. */
export function BoundaryPart({ asset }: Props) {
  const t = useWords(words);
  const read = asset.boundary === null ? undefined : parseBoundary(asset.boundary);
  if (!read?.ok) return null;
  const gap = areaGapBp(asset.areaMu, asset.drawnMu ?? 0);
  return (
    <section className="record-part">
      <h2>{t('section.boundary')}</h2>
      {gap > gapShownBp && <p className="strip">{t('area.gap', { percent: formatBp(gap) })}</p>}
      <svg width={drawing} height={drawing} viewBox={`-4 -4 ${drawing + 8} ${drawing + 8}`} role="img">
        <title>{t('section.boundary')}</title>
        <path d={boundaryPath(read.value, drawing)} className="chart-line" fillRule="evenodd" />
      </svg>
    </section>
  );
}

export function Contracts({ asset }: Props) {
  const t = useWords(words);
  const { date, yuan } = useFormat();
  return (
    <PartTable
      title={t('section.contracts')}
      heads={[
        { label: words['field.contractNumber'] },
        { label: words['field.tenantName'] },
        { label: words['field.startsOn'] },
        { label: words['field.throughOn'] },
        { label: words['field.closedOn'] },
        { label: words['field.rentFen'], end: true },
      ]}
    >
      {asset.contracts.map((one) => (
        <tr key={one.id}>
          <th scope="row">
            <Link to={`/asset-contracts/${asset.county}/${one.id}`}>{one.number}</Link>
          </th>
          <td>{one.tenantName}</td>
          <td>{date(one.startsOn)}</td>
          <td>{date(one.throughOn)}</td>
          <td>{one.closedOn === null ? '–' : date(one.closedOn)}</td>
          <td className="end">{yuan(one.rentFen)}</td>
        </tr>
      ))}
    </PartTable>
  );
}

export function Checks({ asset }: Props) {
  const t = useWords(words);
  const speak = useCodes();
  const { number, yuan } = useFormat();
  const amounts = ['openingFen', 'increaseFen', 'decreaseFen', 'closingFen'] as const;
  return (
    <PartTable
      title={t('section.checks')}
      heads={[
        { label: words['field.year'] },
        ...amounts.map((key) => ({ label: words[`field.${key}`], end: true })),
        { label: words['field.openingMu'], end: true },
        { label: words['field.closingMu'], end: true },
        { label: words['field.finding'] },
      ]}
    >
      {asset.checks.map((line) => (
        <tr key={line.year}>
          <th scope="row">
            <Link to={`/assets/survey?place=${asset.place}&year=${line.year}`}>{line.year}</Link>
          </th>
          {amounts.map((key) => (
            <td key={key} className="end">
              {yuan(line[key])}
            </td>
          ))}
          <td className="end">{number(line.openingMu)}</td>
          <td className="end">{number(line.closingMu)}</td>
          <td>
            {speak('finding', line.finding)} {line.cause}
          </td>
        </tr>
      ))}
    </PartTable>
  );
}

const labels = {
  number: words['field.number'],
  name: words['field.name'],
  class: words['field.class'],
  kind: words['field.kind'],
  location: words['field.location'],
  bounds: words['field.bounds'],
  book_area_mu: words['field.bookAreaMu'],
  area_mu: words['field.areaMu'],
  quantity: words['field.quantity'],
  unit: words['field.unit'],
  book_value_fen: words['field.bookValueFen'],
  verified_value_fen: words['field.verifiedValueFen'],
  acquired_on: words['field.acquiredOn'],
  use_state: words['field.useState'],
  claim_state: words['field.claimState'],
  certificate_number: words['field.certificateNumber'],
  poverty_project: words['field.povertyProject'],
  funding_source: words['field.fundingSource'],
  funding_document: words['field.fundingDocument'],
  project_name: words['field.projectName'],
  known_by: words['field.knownBy'],
  note: words['field.note'],
  listed_on: words['field.listedOn'],
  left_on: words['field.leftOn'],
  left_kind: words['field.leftKind'],
};

const listOfColumn: Readonly<Record<string, string>> = {
  class: 'class',
  kind: 'kind',
  use_state: 'useState',
  claim_state: 'claimState',
  poverty_project: 'yes',
  funding_source: 'fundingSource',
  known_by: 'knownBy',
  left_kind: 'leftKind',
};

export function AssetHistory({ county, id }: { county: number; id: string }) {
  const speak = useCodes();
  const { yuan } = useFormat();
  return (
    <HistoryTab
      table="asset"
      county={county}
      id={id}
      labels={labels}
      show={(field, value) => {
        if (field.endsWith('_fen')) return yuan(String(value));
        const list = listOfColumn[field];
        return list === undefined ? String(value) : speak(list, String(value));
      }}
    />
  );
}
