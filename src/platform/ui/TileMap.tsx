import { useState } from 'react';
import { Link } from 'react-router';
import { useFormat, useWords } from './language.ts';
import { stepColour } from './tokens.ts';
import { words } from './words.ts';

/**
 * `<TileMap groups caption />`: one square per village, grouped by banner. `groups` are
 * `{ key, name, to?, tiles: { key, name, says, step?, to }[] }`; `step` 0–5 (see `stepsOf` in `tile-steps.ts`), without
 * one the village has no value; `says` is the value in words. For the eye and the
 * mouse; the same as a table stands below for everybody else.
 */
export function TileMap({ groups, caption }: { groups: readonly TileGroup[]; caption: string }) {
  const { number } = useFormat();
  return (
    <figure className="tile-map" aria-label={caption}>
      {groups.map((group) => (
        <div key={group.key} className="tile-group">
          <p className="tile-name">
            {group.to === undefined ? group.name : <Link to={group.to}>{group.name}</Link>}{' '}
            <span className="number">{number(group.tiles.length)}</span>
          </p>
          <Tiles group={group} />
        </div>
      ))}
      <TileTable groups={groups} />
    </figure>
  );
}

export interface TileGroup {
  readonly key: string;
  readonly name: string;
  readonly to?: string;
  readonly tiles: readonly Tile[];
}

export interface Tile {
  readonly key: string;
  readonly name: string;
  readonly says: string;
  readonly step?: number;
  readonly to: string;
}

/** For the eye and the mouse: 736 squares cannot be 24 px wide. Keyboard and screen reader use the table below. */
function Tiles({ group }: { group: TileGroup }) {
  return (
    <ul className="tiles" aria-hidden="true">
      {group.tiles.map((tile) => (
        <li key={tile.key}>
          <Link
            to={tile.to}
            className="tile"
            tabIndex={-1}
            title={`${tile.name} ${tile.says}`}
            style={{ background: stepColour(tile.step) }}
          />
        </li>
      ))}
    </ul>
  );
}

function TileTable({ groups }: { groups: readonly TileGroup[] }) {
  const t = useWords(words);
  const [open, setOpen] = useState(false);
  return (
    <details className="as-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('chart.asTable')}</summary>
      {open && (
        <table className="table">
          <tbody>
            {groups.flatMap((group) =>
              group.tiles.map((tile) => (
                <tr key={tile.key}>
                  <th scope="row">
                    <Link to={tile.to}>{tile.name}</Link>
                  </th>
                  <td>{group.name}</td>
                  <td className="end">{tile.says}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      )}
    </details>
  );
}
