import { useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordSection } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getOwnHousehold } from '../contract.ts';
import { words } from '../words.ts';
import { useSections } from './Household.page.tsx';
import { PovertyStates, Residents } from './HouseholdParts.tsx';

/** What is registered about one's own household. */
export default function Page() {
  const t = useWords(words);
  const reply = useReply(getOwnHousehold);
  const sections = useSections();
  return (
    <>
      <PageHead title={t('own.title')} about={t('own.about')} />
      <Loaded reply={reply}>
        {(household) => (
          <article className="record">
            {sections(household).map((section) => (
              <RecordSection key={String(section.title)} section={section} />
            ))}
            <Residents household={household} />
            <PovertyStates household={household} />
          </article>
        )}
      </Loaded>
    </>
  );
}
