import './cockpit.css';
import { BelowTable } from './BelowTable.tsx';
import { ChangeList } from './ChangeList.tsx';
import type { PartProps } from './cockpit-shapes.ts';
import { Headlines } from './Headlines.tsx';
import { LateList } from './LateList.tsx';
import { Maps } from './Maps.tsx';
import { VillageTasks } from './VillageTasks.tsx';

/**
 * `<CockpitParts cockpit dictionary onIndicator />`: a month of a place below the head of its page: figures, the places
 * below, what is late, what changed, and the maps; the same for city, banner, township and village.
 */
export function CockpitParts({
  cockpit,
  dictionary,
  onIndicator,
}: PartProps & { onIndicator: (code: string) => void }) {
  const isVillage = cockpit.level === 'village';
  return (
    <>
      {isVillage && <VillageTasks cockpit={cockpit} />}
      <Headlines cockpit={cockpit} dictionary={dictionary} />
      <div className={isVillage ? 'stack' : 'columns'}>
        <div className="stack">
          <BelowTable cockpit={cockpit} dictionary={dictionary} />
          {!isVillage && <LateList cockpit={cockpit} />}
          <ChangeList cockpit={cockpit} dictionary={dictionary} />
        </div>
        <Maps cockpit={cockpit} dictionary={dictionary} onIndicator={onIndicator} />
      </div>
    </>
  );
}
