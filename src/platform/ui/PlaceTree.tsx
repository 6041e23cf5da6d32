import { type KeyboardEvent, useState } from 'react';
import { isPlace, placeLevel } from '../pure/place.ts';
import { useWords } from './language.ts';
import { covers, usePlaces } from './PlacePicker.tsx';
import type { PlaceNode, PlaceSource } from './places.ts';
import { words } from './words.ts';

/**
 * `<PlaceTree source value? onSelect label />`: places as a tree, each level read when it is opened. Keys as in the ARIA
 * tree pattern: ↑ ↓ move, → opens, ← closes or goes up, Enter chooses.
 */
export function PlaceTree({ source, value, onSelect, label }: TreeProps) {
  const t = useWords(words);
  const top = usePlaces(source, undefined);
  if (top.data === undefined) return <p className="note">{t('state.loading')}</p>;
  return (
    <div className="tree" role="tree" aria-label={label} onKeyDown={moveByKey}>
      {top.data.map((node, at) => (
        <Branch key={node.code} node={node} depth={1} {...{ source, value, onSelect }} isEntry={at === 0} />
      ))}
    </div>
  );
}

interface TreeProps {
  readonly source: PlaceSource;
  readonly value?: number;
  readonly onSelect: (place: PlaceNode) => void;
  readonly label: string;
}

type BranchProps = Omit<TreeProps, 'label'> & {
  readonly node: PlaceNode;
  readonly depth: number;
  readonly isEntry: boolean;
};

function Branch({ node, depth, isEntry, ...props }: BranchProps) {
  const { source, value, onSelect } = props;
  const isLeaf = isPlace(node.code) && placeLevel(node.code) === 'village';
  const isChosen = value === node.code;
  const [open, setOpen] = useState(value !== undefined && !isChosen && covers(node.code, value));
  const children = usePlaces(source, node.code, open && !isLeaf);
  function press(event: KeyboardEvent): void {
    const opens = event.key === 'ArrowRight' && !open && !isLeaf;
    const closes = event.key === 'ArrowLeft' && open;
    if (!(opens || closes || event.key === 'Enter')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') onSelect(node);
    else setOpen(opens);
  }
  return (
    <>
      <div
        role="treeitem"
        className="tree-item"
        tabIndex={isChosen || (isEntry && value === undefined) ? 0 : -1}
        aria-level={depth}
        aria-expanded={isLeaf ? undefined : open}
        aria-selected={isChosen}
        style={{ paddingLeft: depth * 16 - 12 }}
        onKeyDown={press}
        onClick={() => onSelect(node)}
      >
        <TreeToggle open={open} hidden={isLeaf} onToggle={() => setOpen(!open)} />
        <span>{node.name}</span>
        {node.note !== undefined && <span className="note">{node.note}</span>}
      </div>
      {open &&
        children.data?.map((child) => (
          <Branch key={child.code} {...props} node={child} depth={depth + 1} isEntry={false} />
        ))}
    </>
  );
}

/** For the mouse only: the keyboard opens with the arrows. */
function TreeToggle({ open, hidden, onToggle }: { open: boolean; hidden: boolean; onToggle: () => void }) {
  return (
    <span
      aria-hidden="true"
      className={hidden ? 'tree-toggle leaf' : 'tree-toggle'}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      {open ? '▾' : '▸'}
    </span>
  );
}

/** Moves the focus among the items that are shown, and keeps one of them in the tab order. */
function moveByKey(event: KeyboardEvent<HTMLDivElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="treeitem"]')];
  const at = items.findIndex((one) => one.matches(':focus'));
  const item = items[at];
  if (!item) return;
  const target = targetOf(event.key, items, at);
  if (!target) return;
  event.preventDefault();
  item.tabIndex = -1;
  target.tabIndex = 0;
  target.focus();
}

function targetOf(key: string, items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  const item = items[at];
  switch (key) {
    case 'ArrowDown':
      return items[at + 1];
    case 'ArrowUp':
      return items[at - 1];
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    case 'ArrowRight':
      return items[at + 1] && levelOf(items[at + 1]) > levelOf(item) ? items[at + 1] : undefined;
    case 'ArrowLeft':
      return items.slice(0, at).findLast((before) => levelOf(before) < levelOf(item));
    default:
      return undefined;
  }
}

function levelOf(item: HTMLElement | undefined): number {
  return Number(item?.ariaLevel ?? 0);
}
