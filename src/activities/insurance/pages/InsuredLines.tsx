import { Link } from 'react-router';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { words } from '../words.ts';
import { wordsOf } from './codes.ts';
import { PartTable } from './PartTable.tsx';
import type { InsuredLine, PolicyTask, PolicyView } from './views.ts';

interface LinesProps {
  readonly policy: PolicyView;
  readonly onTask: (task: PolicyTask) => void;
}

const heads = [
  { label: words['field.name'] },
  { label: words['field.insuredPlace'] },
  { label: words['field.units'], end: true },
  { label: words['field.sum'], end: true },
  { label: words['field.premium'], end: true },
  { label: words['field.holderPart'], end: true },
  { label: words['field.signedOn'] },
  { label: words['field.matched'] },
];

/** Who stands on a policy, with how much. */
export function InsuredLines({ policy, onTask }: LinesProps) {
  const t = useWords(words);
  const text = useText();
  const { date, number, yuan } = useFormat();
  const { insured } = policy;
  const mayEdit = policy.state === 'draft' && policy.allowed.includes('insurance.record');
  const cells = (line: InsuredLine) => [
    <Holder key="name" line={line} policy={policy} />,
    line.insuredPlaceName,
    number(line.units),
    yuan(line.sumFen),
    yuan(line.premiumFen),
    yuan(line.holderFen),
    line.signedOn === null ? '–' : date(line.signedOn),
    text(wordsOf(`code.matched.${line.matched}`)),
    ...(mayEdit ? [<LineActs key="acts" line={line} onTask={onTask} />] : []),
  ];
  return (
    <PartTable
      title={t('tab.insured')}
      empty={t('insured.empty')}
      heads={mayEdit ? [...heads, { label: words['field.acts'] }] : heads}
      rows={insured.map((line) => ({ key: line.id, cells: cells(line) }))}
      totals={[
        t('insured.total', { lines: number(insured.length) }),
        '',
        number(policy.units),
        yuan(policy.sumFen),
        yuan(policy.premiumFen),
        yuan(policy.holderFen),
      ]}
    />
  );
}

function Holder({ line, policy }: { readonly line: InsuredLine; readonly policy: PolicyView }) {
  const to =
    line.householdId === null
      ? `/cooperatives/${policy.county}/${line.cooperativeId}`
      : `/households/${line.householdCounty}/${line.householdId}`;
  return <Link to={to}>{line.name}</Link>;
}

function LineActs({ line, onTask }: { readonly line: InsuredLine; readonly onTask: LinesProps['onTask'] }) {
  const t = useWords(words);
  return (
    <span className="buttons no-print">
      {(['editLine', 'removeLine'] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className="button quiet"
          aria-label={`${t(`action.${kind}`)} ${line.name}`}
          onClick={() => onTask({ kind, line })}
        >
          {t(`action.${kind}`)}
        </button>
      ))}
    </span>
  );
}
