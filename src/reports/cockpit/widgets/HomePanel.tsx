import { useState } from 'react';
import { type Dictionary, useDictionary } from '../../../indicators/widgets/dictionary.ts';
import { usePlaceMonth } from '../../../indicators/widgets/place-month.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getCockpit } from '../contract.ts';
import { CockpitParts } from './CockpitParts.tsx';

/** The last full month of the reader's own range, for the home page. */
export default function HomePanel() {
  const reply = useDictionary();
  return <Loaded reply={reply}>{(dictionary) => <OwnMonth dictionary={dictionary} />}</Loaded>;
}

function OwnMonth({ dictionary }: { dictionary: Dictionary }) {
  const { place, month } = usePlaceMonth(dictionary.today);
  const [indicator, setIndicator] = useState<string>();
  const query = { place, month, ...(indicator === undefined ? {} : { indicator }) };
  const reply = useReply(getCockpit, { query }, { keepPrevious: true });
  return (
    <Loaded reply={reply}>
      {(cockpit) => <CockpitParts cockpit={cockpit} dictionary={dictionary} onIndicator={setIndicator} />}
    </Loaded>
  );
}
