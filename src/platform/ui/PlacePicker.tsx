import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { contains, isPlace, type PlaceLevel, placeLevel, placeRange } from '../pure/place.ts';
import type { FieldAria } from './DateInput.tsx';
import { useWords } from './language.ts';
import { useOwnPlaces } from './place-context.ts';
import type { PlaceNode, PlaceSource } from './places.ts';
import { words } from './words.ts';

/**
 * `<PlacePicker value onChange label source? level? compact? />`: banner, township, village from one list each, read when
 * needed. `onChange(code | undefined)`; with `level` only a place of that level comes out (a form that needs a village).
 * Where the reader has a single place on a level it is taken without asking; a form without a `level` begins with the
 * whole of the reader's own place.
 */
export function PlacePicker({ source, value, onChange, label, level, compact, ...aria }: PlacePickerProps) {
  const own = useOwnPlaces();
  const [partly, setPartly] = useState<number>();
  function choose(code: number | undefined): void {
    setPartly(code);
    const isWanted = code === undefined || level === undefined || (isPlace(code) && placeLevel(code) === level);
    onChange(isWanted ? code : undefined);
  }
  return (
    <fieldset className={compact ? 'place-picker compact' : 'place-picker'} aria-label={label}>
      {compact && <span aria-hidden="true">{label}</span>}
      <LevelSelect
        source={source ?? own}
        parent={undefined}
        cleared={undefined}
        value={value ?? partly}
        onChange={choose}
        level={level}
        isFilter={compact === true}
        aria={{ id: aria.id, 'aria-describedby': aria['aria-describedby'], 'aria-invalid': aria['aria-invalid'] }}
      />
    </fieldset>
  );
}

interface PlacePickerProps extends FieldAria {
  /** absent: the places of the reader's range */
  readonly source?: PlaceSource;
  readonly value: number | undefined;
  readonly onChange: (code: number | undefined) => void;
  readonly label: string;
  readonly level?: PlaceLevel;
  /** one line, for filters */
  readonly compact?: boolean;
}

function LevelSelect(props: LevelProps) {
  const { source, parent, cleared, value, onChange, level, aria, isFilter } = props;
  const t = useWords(words);
  const reply = usePlaces(source, parent);
  const options = reply.data ?? [];
  const first = options[0];
  useTaken(props, options);
  if (!first || !isPlace(first.code))
    return reply.isLoading ? <span className="note">{t('state.loading')}</span> : null;
  const within = options.find((option) => value !== undefined && covers(option.code, value));
  const chosen = within ?? (options.length === 1 ? first : undefined);
  const here = placeLevel(first.code);
  const goesOn = chosen !== undefined && here !== 'village' && here !== level;
  if (options.length === 1 && goesOn) {
    return <LevelSelect {...props} parent={first.code} cleared={isFilter ? undefined : first.code} />;
  }
  return (
    <>
      <select
        {...(aria ?? {})}
        className="input"
        aria-label={t(`place.${here}`)}
        value={chosen?.code ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? cleared : Number(event.target.value))}
      >
        {options.length > 1 && <option value="">{t(emptyEntry(props), { level: t(`place.${here}`) })}</option>}
        {options.map((option) => (
          <option key={option.code} value={option.code}>
            {option.name}
          </option>
        ))}
      </select>
      {goesOn && <LevelSelect {...props} parent={chosen.code} cleared={chosen.code} aria={undefined} />}
    </>
  );
}

/** In a form a place that leaves no choice is taken at once. */
function useTaken({ value, onChange, level, isFilter }: LevelProps, options: readonly PlaceNode[]): void {
  const only = options.length === 1 ? options[0]?.code : undefined;
  const fits = only !== undefined && isPlace(only) && (level === undefined || placeLevel(only) === level);
  const taken = fits && value === undefined && !isFilter ? only : undefined;
  useEffect(() => {
    if (taken !== undefined) onChange(taken);
  }, [taken, onChange]);
}

function emptyEntry({ level, cleared, isFilter }: LevelProps) {
  if (level !== undefined) return 'place.choose';
  return isFilter || cleared === undefined ? 'list.all' : 'place.itself';
}

type FirstAria = Pick<FieldAria, 'id' | 'aria-describedby' | 'aria-invalid'>;

interface LevelProps {
  readonly source: PlaceSource;
  readonly parent: number | undefined;
  /** what is chosen when this list is emptied */
  readonly cleared: number | undefined;
  readonly value: number | undefined;
  readonly onChange: (code: number | undefined) => void;
  readonly level: PlaceLevel | undefined;
  readonly isFilter: boolean;
  /** for the first list that is shown */
  readonly aria: FirstAria | undefined;
}

export function usePlaces(source: PlaceSource, parent: number | undefined, enabled = true) {
  return useQuery<readonly PlaceNode[], Error>({
    queryKey: ['places', source.key, parent ?? 'top'],
    queryFn: ({ signal }) => source.children(parent, signal),
    staleTime: 300_000,
    enabled,
  });
}

export function covers(outer: number, inner: number): boolean {
  return isPlace(outer) && isPlace(inner) && contains(placeRange(outer), inner);
}
