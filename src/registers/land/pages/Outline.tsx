import { type Boundary, parseBoundary } from '../../../platform/pure/boundary.ts';
import { useWords } from '../../../platform/ui/language.ts';
import { outlinePaths } from '../outline-rules.ts';
import { words } from '../words.ts';

const drawing = 320;

interface Props {
  readonly name: string;
  readonly boundary: string;
  /** outlines that it overlaps */
  readonly others: readonly (string | null)[];
}

/** The outline of a parcel and of what overlaps it, in one box, north up: no map is needed to see it. */
export function Outline({ name, boundary, others }: Props) {
  const t = useWords(words);
  const own = read(boundary);
  if (!own) return null;
  const around = others.flatMap((text) => (text === null ? [] : (read(text) ?? [])));
  const [ownPath, ...otherPaths] = outlinePaths([own, ...around], drawing);
  return (
    <figure>
      <svg width={drawing} height={drawing} viewBox={`-4 -4 ${drawing + 8} ${drawing + 8}`} role="img">
        <title>{t('outline.title', { name })}</title>
        {otherPaths.map((path) => (
          <path key={path} d={path} className="chart-line" strokeDasharray="4 3" fillRule="evenodd" />
        ))}
        <path d={ownPath} className="chart-line" fillRule="evenodd" />
      </svg>
      {otherPaths.length > 0 && <figcaption className="note">{t('outline.other')}</figcaption>}
    </figure>
  );
}

function read(text: string): Boundary | undefined {
  const parsed = parseBoundary(text);
  return parsed.ok ? parsed.value : undefined;
}
