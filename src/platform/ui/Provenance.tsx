import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from './language.ts';
import { words } from './words.ts';

/**
 * `<Provenance figure sentence formula? to? />`: where an account comes from (账从何来), below or beside a figure.
 * `figure` is the number in words, `sentence` one sentence of what was counted and how, `formula` the records behind it
 * (生效保单 1,142 份 → 参保嘎查村 615 个 ÷ 735 个), `to` opens the records one by one.
 */
export function Provenance({ figure, sentence, formula, to }: ProvenanceProps) {
  const t = useWords(words);
  return (
    <aside className="provenance">
      <p>
        <strong className="number">{figure}</strong> {t('provenance.from')} {formula}
        <span className="provenance-sentence">{sentence}</span>
      </p>
      {to !== undefined && (
        <Link className="button" to={to}>
          {t('provenance.rows')}
        </Link>
      )}
    </aside>
  );
}

interface ProvenanceProps {
  readonly figure: string;
  readonly sentence: ReactNode;
  readonly formula?: ReactNode;
  readonly to?: string;
}
