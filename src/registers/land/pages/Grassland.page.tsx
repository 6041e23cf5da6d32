import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { formatBp } from '../../../platform/pure/ratio.ts';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useMe, useToday } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { PlacePicker } from '../../../platform/ui/PlacePicker.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { type GrassRow, getGrassland, listGrassland } from '../grass-contract.ts';
import { words } from '../words.ts';
import { GrassDialog, type GrassTask } from './GrassDialog.tsx';
import { CapacityTable, HerdTable } from './GrassTables.tsx';
import { PartTable } from './PartTable.tsx';

const shownYears = 6;

/**
 * What the grassland of a place carries in a year and what grazes there: villages, or one village with its holders. It
 * opens on the last year that has data: in January nobody has counted yet.
 */
export default function Page() {
  const t = useWords(words);
  const own = useMe().position.place ?? 0;
  const thisYear = Number(useToday().slice(0, 4));
  const [search, setSearch] = useSearchParams();
  const place = Number(search.get('place')) || own;
  const asked = Number(search.get('year')) || undefined;
  const isVillage = place % 1000 !== 0;
  const query = { place, year: asked };
  const villages = useReply(listGrassland, { query }, { keepPrevious: true, enabled: !isVillage });
  const village = useReply(getGrassland, { query }, { keepPrevious: true, enabled: isVillage });
  const found = (isVillage ? village : villages).data?.year;
  const year = asked ?? found ?? thisYear;
  const go = (next: { place?: number; year?: number }) => {
    const shown = next.year ?? asked;
    setSearch({ place: String(next.place ?? place), ...(shown === undefined ? {} : { year: String(shown) }) });
  };
  return (
    <>
      <PageHead title={t('grass.title')} about={t('grass.about')} />
      <div className="list-tools">
        <PlacePicker compact label={t('field.place')} value={place} onChange={(code) => go({ place: code ?? own })} />
        <YearChoice year={year} thisYear={thisYear} onChange={(chosen) => go({ year: chosen })} />
      </div>
      {asked === undefined && year < thisYear && (
        <p className="note">{t('grass.earlier', { today: thisYear, year })}</p>
      )}
      {isVillage ? (
        <Loaded reply={village}>{(shown) => <Village place={place} village={shown} />}</Loaded>
      ) : (
        <Loaded reply={villages}>
          {({ rows }) =>
            rows.length === 0 ? <EmptyState text={t('grass.empty')} /> : <VillageTable rows={rows} year={year} />
          }
        </Loaded>
      )}
    </>
  );
}

interface Years {
  readonly year: number;
  readonly thisYear: number;
  readonly onChange: (year: number) => void;
}

function YearChoice({ year, thisYear, onChange }: Years) {
  const t = useWords(words);
  const years = new Set([...Array.from({ length: shownYears }, (_, back) => thisYear - back), year]);
  return (
    <span className="list-filter">
      <label htmlFor="grass-year">{t('field.year')}</label>
      <select id="grass-year" className="input" value={year} onChange={(event) => onChange(Number(event.target.value))}>
        {[...years].map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </span>
  );
}

function VillageTable({ rows, year }: { readonly rows: readonly GrassRow[]; readonly year: number }) {
  const t = useWords(words);
  const text = useText();
  const { number } = useFormat();
  return (
    <PartTable
      title={t('grass.shown', { year })}
      heads={[
        { label: words['field.place'] },
        { label: words['field.grasslandMu'], end: true },
        { label: words['field.parcels'], end: true },
        { label: words['field.set'], end: true },
        { label: words['field.holders'], end: true },
        { label: words['field.capacity'], end: true },
        { label: words['field.herd'], end: true },
        { label: words['field.overBp'], end: true },
        { label: words['field.light'] },
      ]}
    >
      {rows.map((row) => (
        <tr key={row.place}>
          <th scope="row">
            <Link to={`/grassland?place=${row.place}&year=${year}`}>{row.placeName}</Link>
          </th>
          <td className="end">{number(row.grasslandMu)}</td>
          <td className="end">{row.parcels}</td>
          <td className="end">{row.set}</td>
          <td className="end">{row.holders}</td>
          <td className="end">{row.capacity === null ? '–' : number(row.capacity)}</td>
          <td className="end">{number(row.herd)}</td>
          <td className="end">{row.overBp === 0 ? '' : formatBp(row.overBp)}</td>
          <td>
            <Light state={row.light} label={text(words[`grassLight.${grassCode(row.light)}`])} />
          </td>
        </tr>
      ))}
    </PartTable>
  );
}

function grassCode(light: GrassRow['light']): 'met' | 'near' | 'late' | 'none' {
  return light === 'exempt' ? 'none' : light;
}

function Village({ place, village }: { readonly place: number; readonly village: ReplyOf<typeof getGrassland> }) {
  const t = useWords(words);
  const [task, setTask] = useState<GrassTask>();
  return (
    <>
      <h2>{t('grass.village', { place: village.placeName, year: village.year })}</h2>
      {village.allowed.includes('land.herd') && (
        <p className="no-print">
          <button type="button" className="button primary" onClick={() => setTask({ kind: 'count', place })}>
            {t('herd.new')}
          </button>
        </p>
      )}
      <HerdTable village={village} onTask={setTask} />
      <CapacityTable village={village} onTask={setTask} />
      {task && <GrassDialog task={task} onClose={() => setTask(undefined)} />}
    </>
  );
}
