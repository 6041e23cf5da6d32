import { CountingNotice } from '../../../indicators/widgets/CountingNotice.tsx';
import './cockpit.css';
import { BelowTable, OwnLights } from './BelowTable.tsx';
import { ChangeList, RestatedList } from './ChangeList.tsx';
import type { PartProps } from './cockpit-shapes.ts';
import { Headlines } from './Headlines.tsx';
import { LateList } from './LateList.tsx';
import { Maps } from './Maps.tsx';
import { Origin } from './Origin.tsx';
import { Todo } from './Todo.tsx';
import { VillageFigures } from './VillageFigures.tsx';

/**
 * `<CockpitParts cockpit dictionary onIndicator />`: a month of a place below the head of its page: what to do, figures,
 * the places below, who holds what is late, what changed, map and squares. A village shows its own figures instead.
 */
export function CockpitParts({ cockpit, dictionary, onIndicator }: CockpitPartsProps) {
  const part = { cockpit, dictionary };
  if (cockpit.level === 'village') {
    return (
      <>
        <CountingNotice dictionary={dictionary} />
        <Todo cockpit={cockpit} />
        <Headlines {...part} />
        <div className="columns cockpit-columns">
          <VillageFigures {...part} />
          <div className="stack">
            <OwnLights cockpit={cockpit} />
            {cockpit.heldTotal > 0 && <LateList cockpit={cockpit} />}
            <RestatedList {...part} />
          </div>
        </div>
      </>
    );
  }
  const isCity = cockpit.level === 'city';
  return (
    <>
      <CountingNotice dictionary={dictionary} />
      <Todo cockpit={cockpit} />
      <Headlines {...part} />
      <div className="columns cockpit-columns">
        <div className="stack">
          <BelowTable {...part} />
          <Origin {...part} />
          <LateList cockpit={cockpit} />
          {isCity && <ChangeList {...part} />}
        </div>
        <div className="stack">
          <Maps {...part} onIndicator={onIndicator} />
          {!isCity && <ChangeList {...part} />}
        </div>
      </div>
    </>
  );
}

interface CockpitPartsProps extends PartProps {
  readonly onIndicator: (code: string) => void;
}
