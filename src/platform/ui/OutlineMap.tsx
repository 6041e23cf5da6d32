import { Link } from 'react-router';
import { useWords } from './language.ts';
import { colours, stepColour, stepInk } from './tokens.ts';
import { words } from './words.ts';

/**
 * `<OutlineMap outline values title description? />`: banners as areas, each a link with its name and value; small ones
 * are labelled beside the map with a leader line. `outline` is a file of `data/outlines/*.svg.json`
 * (`{ viewBox, banners: { code, name, path, label, leader? }[] }`); `values` by banner code:
 * `{ says, step?, to? }` with `says` formatted (`81%`) and `step` 0–5. The same as a table stands below.
 */
export function OutlineMap({ outline, values, title, description }: OutlineMapProps) {
  return (
    <figure className="outline-map" aria-label={title}>
      <svg viewBox={outline.viewBox}>
        <title>{title}</title>
        <desc>{description ?? title}</desc>
        {outline.banners.map(({ code, path }) => (
          <path key={code} d={path} fill={stepColour(values[code]?.step)} className="map-area" />
        ))}
        {outline.banners.map((banner) => (
          <Banner key={banner.code} banner={banner} value={values[banner.code]} />
        ))}
      </svg>
      <MapTable outline={outline} values={values} />
    </figure>
  );
}

export interface Outline {
  readonly viewBox: string;
  readonly banners: readonly OutlineBanner[];
}

interface OutlineBanner {
  readonly code: number;
  readonly name: string;
  readonly path: string;
  /** middle of the label */
  readonly label: readonly number[];
  /** from the area to the label, for labels that stand outside */
  readonly leader?: readonly (readonly number[])[];
}

export interface BannerValue {
  readonly says: string;
  readonly step?: number;
  readonly to?: string;
}

interface OutlineMapProps {
  readonly outline: Outline;
  readonly values: Readonly<Record<number, BannerValue>>;
  readonly title: string;
  readonly description?: string;
}

/** Label and link lie above all areas, so that no neighbour covers them. */
function Banner({ banner, value }: { banner: OutlineBanner; value: BannerValue | undefined }) {
  const label = <Label banner={banner} value={value} />;
  if (value?.to === undefined) return label;
  return (
    <Link to={value.to} className="map-link">
      <path d={banner.path} className="map-hit" />
      {label}
    </Link>
  );
}

function Label({ banner, value }: { banner: OutlineBanner; value: BannerValue | undefined }) {
  const [x = 0, y = 0] = banner.label;
  const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = banner.leader ?? [];
  return (
    <g className="map-label" fill={banner.leader ? colours.ink : stepInk(value?.step)}>
      {banner.leader && <line x1={x1} y1={y1} x2={x2} y2={y2} className="map-leader" />}
      <text x={x} y={y} textAnchor="middle">
        {banner.name}{' '}
        <tspan x={x} dy="1.08em" className="map-value">
          {value?.says}
        </tspan>
      </text>
    </g>
  );
}

function MapTable({ outline, values }: Pick<OutlineMapProps, 'outline' | 'values'>) {
  const t = useWords(words);
  return (
    <details className="as-table">
      <summary>{t('chart.asTable')}</summary>
      <table className="table">
        <tbody>
          {outline.banners.map(({ code, name }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              <td className="end">{values[code]?.says ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
