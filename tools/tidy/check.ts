import { applyRule, type Rule, type Violation } from './rule.ts';
import { directionRules } from './rules-direction.ts';
import { folderRules } from './rules-folder.ts';
import { graphRules } from './rules-graph.ts';
import { sizeRules } from './rules-size.ts';
import { sqlRules } from './rules-sql.ts';
import { textRules } from './rules-text.ts';
import { wordRules } from './rules-words.ts';
import { readTree } from './tree.ts';

export interface Check {
  readonly violations: readonly Violation[];
  readonly counts: { readonly files: number; readonly imports: number; readonly rules: number };
}

export const rules: readonly Rule[] = [
  ...directionRules,
  ...graphRules,
  ...folderRules,
  ...sqlRules,
  ...sizeRules,
  ...textRules,
  ...wordRules,
];

/** Checks a whole repository. Each rule that met nothing it applies to counts as a violation of its own. */
export function checkTree(root: string): Check {
  const tree = readTree(root);
  const violations = rules.flatMap((rule) => applyRule(rule, tree));
  return {
    violations: violations.sort((a, b) => order(a.path, b.path) || a.line - b.line || order(a.rule, b.rule)),
    counts: { files: tree.texts.length, imports: tree.links.length, rules: rules.length },
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
