export { type BranchRow, findBranch } from './store.ts';
