import { Link, useNavigate, useSearchParams } from 'react-router';
import { isPlace, placeLevel } from '../../../platform/pure/place.ts';
import { call } from '../../../platform/ui/client.ts';
import { useLanguage, useWords } from '../../../platform/ui/language.ts';
import type { Filter } from '../../../platform/ui/list-types.ts';
import { useMe } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { PlaceTree } from '../../../platform/ui/PlaceTree.tsx';
import type { PlaceSource } from '../../../platform/ui/places.ts';
import { listPlaces, placeLevels } from '../contract.ts';
import { PlaceList } from '../widgets/PlaceList.tsx';
import { words } from '../words.ts';

const filters: readonly Filter[] = [
  {
    key: 'level',
    label: words.level,
    kind: 'codes',
    codes: placeLevels.map((level) => ({ value: level, label: words[`level.${level}`] })),
  },
  { key: 'rural', label: words.rural, kind: 'switch' },
  { key: 'ended', label: words.showEnded, kind: 'switch' },
];

/** The register of places: the tree of the reader's range, and everything found by name, pinyin, initials or code. */
export default function PlacesPage() {
  const t = useWords(words);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const here = useMe().position.place;
  const isFiltered = ['q', 'level', 'rural'].some((key) => search.get(key));
  const fixed = isFiltered ? { scope: 'all' } : listBelow(here);
  return (
    <div className="page">
      <PageHead
        title={t('title')}
        about={t('about')}
        actions={
          <Link className="button" to="/places/flags">
            {t('flagsTitle')}
          </Link>
        }
      />
      <div className="columns">
        <PlaceList fixed={fixed} filters={filters} caption={t('title')} />
        <section className="sheet stack">
          <h2>{t('below')}</h2>
          <PlaceTree
            source={useCountedPlaces()}
            onSelect={(place) => navigate(`/places/${place.code}`)}
            label={t('title')}
          />
        </section>
      </div>
    </div>
  );
}

/** Without a search: what stands below the reader's own place; a village is alone. */
function listBelow(here: number | null): Readonly<Record<string, string | number>> {
  const isVillage = here === null || !isPlace(here) || placeLevel(here) === 'village';
  return isVillage ? { scope: 'mine' } : { parent: here };
}

/** The tree says beside each place how many rural villages it holds. */
function useCountedPlaces(): PlaceSource {
  const t = useWords(words);
  const language = useLanguage();
  return {
    key: `counted places ${language}`,
    children: async (parent, signal) => {
      const { rows } = await call(listPlaces, { query: { parent } }, { signal });
      return rows.map(({ code, name, villages }) => ({
        code,
        name,
        ...(villages === null ? {} : { note: t('villagesBelow', { count: villages }) }),
      }));
    },
  };
}
