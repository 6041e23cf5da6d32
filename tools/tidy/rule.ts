import type { Tree } from './tree.ts';

/** One breach of a rule, printed as `path:line rule message`. */
export interface Violation {
  /** relative to the root of the repository, with forward slashes */
  readonly path: string;
  /** counted from 1; 0 where the breach concerns the whole file or folder */
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

export interface Finding {
  readonly path: string;
  readonly line: number;
  /** what stands there, without a full stop */
  readonly what: string;
}

/** What a rule writes down while it reads the tree. */
export interface Notes {
  /** called for each thing the rule applies to; a rule that never looked at anything fails the check */
  look(): void;
  find(finding: Finding): void;
}

export interface Rule {
  readonly id: string;
  /** how to mend a breach, one sentence without a full stop */
  readonly mend: string;
  readonly check: (tree: Tree, notes: Notes) => void;
}

/** Runs one rule; a rule that found nothing it applies to is itself a violation. */
export function applyRule(rule: Rule, tree: Tree): Violation[] {
  const violations: Violation[] = [];
  let looked = 0;
  rule.check(tree, {
    look: () => {
      looked += 1;
    },
    find: ({ path, line, what }) => {
      violations.push({ path, line, rule: rule.id, message: `${what}: ${rule.mend}.` });
    },
  });
  if (looked === 0) {
    const message = 'the rule met nothing it applies to: a check that checked nothing must not pass.';
    violations.push({ path: '.', line: 0, rule: rule.id, message });
  }
  return violations;
}
