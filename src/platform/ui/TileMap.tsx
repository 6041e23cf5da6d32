import { type KeyboardEvent, useState } from 'react';
import { Link } from 'react-router';
import { useFormat, useWords } from './language.ts';
import { stepColour } from './tokens.ts';
import { words } from './words.ts';

/**
 * `<TileMap groups caption />`: one square per village, grouped by banner. `groups` are
 * `{ key, name, to?, tiles: { key, name, says, step?, to }[] }`; `step` 0–5 (see `stepsOf` in `tile-steps.ts`), without
 * one the village has no value; `says` is the value in words. One tab stop per group, arrows move inside. The same as a
 * table stands below.
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

function Tiles({ group }: { group: TileGroup }) {
  return (
    <ul className="tiles" aria-label={group.name}>
      {group.tiles.map((tile, at) => (
        <li key={tile.key}>
          <Link
            to={tile.to}
            className="tile"
            tabIndex={at === 0 ? 0 : -1}
            title={`${tile.name} ${tile.says}`}
            aria-label={`${tile.name} ${tile.says}`}
            style={{ background: stepColour(tile.step) }}
            onKeyDown={moveByKey}
          />
        </li>
      ))}
    </ul>
  );
}

/** Left and right by one, up and down by what stands in a row at this width. */
function moveByKey(event: KeyboardEvent<HTMLAnchorElement>): void {
  const tile = event.currentTarget;
  const tiles = [...(tile.closest('ul')?.querySelectorAll<HTMLAnchorElement>('.tile') ?? [])];
  const at = tiles.indexOf(tile);
  const perRow = tiles.filter((one) => one.offsetTop === tiles[0]?.offsetTop).length;
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: at + perRow, ArrowUp: at - perRow }[event.key];
  const target = next === undefined ? undefined : tiles[next];
  if (!target) return;
  event.preventDefault();
  tile.tabIndex = -1;
  target.tabIndex = 0;
  target.focus();
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
