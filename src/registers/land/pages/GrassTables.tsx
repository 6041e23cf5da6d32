import { Link } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { countyOf, placeOf } from '../../../platform/pure/place.ts';
import { formatBp } from '../../../platform/pure/ratio.ts';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { getGrassland, HerdRow } from '../grass-contract.ts';
import { herdSpecies } from '../grass-rules.ts';
import { words } from '../words.ts';
import type { GrassTask } from './GrassDialog.tsx';
import { PartTable } from './PartTable.tsx';

interface Props {
  readonly village: ReplyOf<typeof getGrassland>;
  readonly onTask: (task: GrassTask) => void;
}

/** Holders with their herd against their grassland; those with too many animals stand first. */
export function HerdTable({ village, onTask }: Props) {
  const t = useWords(words);
  const { number } = useFormat();
  return (
    <PartTable
      title={t('section.herds')}
      empty={t('herd.none')}
      heads={[
        { label: words['field.holderId'] },
        { label: words['field.grasslandMu'], end: true },
        { label: words['field.capacity'], end: true },
        { label: words['field.herd'], end: true },
        { label: words['field.overBp'], end: true },
        ...herdSpecies.map((key) => ({ label: words[`field.${key}`], end: true })),
        { label: words['field.countedOn'] },
        { label: words['field.light'] },
        { label: '' },
      ]}
    >
      {village.herds.map((row) => (
        <tr key={row.holderId}>
          <th scope="row">
            <Link
              to={`/${row.holderKind === 'household' ? 'households' : 'cooperatives'}/${row.county}/${row.holderId}`}
            >
              {row.holderName}
            </Link>
          </th>
          <td className="end">{number(row.grasslandMu)}</td>
          <td className="end">{row.capacity === null ? '–' : number(row.capacity)}</td>
          <td className="end">{number(row.herd)}</td>
          <td className="end">{row.overBp === 0 ? '' : formatBp(row.overBp)}</td>
          {herdSpecies.map((key) => (
            <td key={key} className="end">
              {row[key] === 0 ? '' : number(row[key])}
            </td>
          ))}
          <HerdState row={row} />
          <td>
            {village.allowed.includes('land.herd') && (
              <button
                type="button"
                className="button no-print"
                onClick={() =>
                  onTask(row.id === null ? { kind: 'count', place: village.place, row } : { kind: 'correct', row })
                }
              >
                {t(row.id === null ? 'herd.new' : 'action.correct')}
              </button>
            )}
          </td>
        </tr>
      ))}
    </PartTable>
  );
}

function HerdState({ row }: { readonly row: HerdRow }) {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  const light = row.light === 'exempt' ? 'none' : row.light;
  if (row.countedOn === null) {
    return (
      <>
        <td>–</td>
        <td>
          <Light state="none" label={t('herd.uncounted')} />
        </td>
      </>
    );
  }
  return (
    <>
      <td>{date(row.countedOn)}</td>
      <td>
        <Light state={light} label={text(words[`grassLight.${light}`])} />
      </td>
    </>
  );
}

/** The parcels of grassland with what each carries in the year. */
export function CapacityTable({ village, onTask }: Props) {
  const t = useWords(words);
  const { number } = useFormat();
  const county = countyOf(placeOf(village.place));
  return (
    <PartTable
      title={t('section.capacities')}
      heads={[
        { label: words['field.number'] },
        { label: words['field.name'] },
        { label: words['field.holderId'] },
        { label: words['field.areaMu'], end: true },
        { label: words['field.capacity'], end: true },
        { label: words['field.documentNumber'] },
        { label: '' },
      ]}
    >
      {village.parcels.map((row) => (
        <tr key={row.parcelId}>
          <th scope="row">
            <Link to={`/parcels/${county}/${row.parcelId}`}>{row.number}</Link>
          </th>
          <td>{row.name}</td>
          <td>{row.holderName}</td>
          <td className="end">{number(row.areaMu)}</td>
          <td className="end">{row.sheepUnits === null ? '–' : number(row.sheepUnits)}</td>
          <td>{row.documentNumber}</td>
          <td>
            {village.allowed.includes('land.capacity') && (
              <button
                type="button"
                className="button no-print"
                onClick={() => onTask({ kind: 'capacity', county, year: village.year, row })}
              >
                {t('capacity.set')}
              </button>
            )}
          </td>
        </tr>
      ))}
    </PartTable>
  );
}
