import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
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

/** What the grassland of a place carries in a year and what grazes there: villages, or one village with its holders. */
export default function Page() {
  const t = useWords(words);
  const own = useMe().position.place ?? 0;
  const thisYear = Number(useToday().slice(0, 4));
  const [search, setSearch] = useSearchParams();
  const place = Number(search.get('place')) || own;
  const year = Number(search.get('year')) || thisYear;
  const go = (next: { place?: number; year?: number }) => {
    setSearch({ place: String(next.place ?? place), year: String(next.year ?? year) });
  };
  return (
    <>
      <PageHead title={t('grass.title')} about={t('grass.about')} />
      <div className="list-tools">
        <PlacePicker compact label={t('field.place')} value={place} onChange={(code) => go({ place: code ?? own })} />
        <span className="list-filter">
          <label htmlFor="grass-year">{t('field.year')}</label>
          <select
            id="grass-year"
            className="input"
            value={year}
            onChange={(event) => go({ year: Number(event.target.value) })}
          >
            {Array.from({ length: shownYears }, (_, back) => thisYear - back).map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </span>
      </div>
      {place % 1000 === 0 ? <Villages place={place} year={year} /> : <Village place={place} year={year} />}
    </>
  );
}

interface Shown {
  readonly place: number;
  readonly year: number;
}

function Villages({ place, year }: Shown) {
  const t = useWords(words);
  const reply = useReply(listGrassland, { query: { place, year } }, { keepPrevious: true });
  return (
    <Loaded reply={reply}>
      {({ rows }) =>
        rows.length === 0 ? <EmptyState text={t('grass.empty')} /> : <VillageTable rows={rows} year={year} />
      }
    </Loaded>
  );
}

function VillageTable({ rows, year }: { readonly rows: readonly GrassRow[]; readonly year: number }) {
  const t = useWords(words);
  const text = useText();
  const { number } = useFormat();
  return (
    <PartTable
      title={t('grass.title')}
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

function Village({ place, year }: Shown) {
  const t = useWords(words);
  const reply = useReply(getGrassland, { query: { place, year } }, { keepPrevious: true });
  const [task, setTask] = useState<GrassTask>();
  return (
    <Loaded reply={reply}>
      {(village) => (
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
      )}
    </Loaded>
  );
}
