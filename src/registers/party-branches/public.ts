export { type BranchRow, findBranch, listBranchNames } from './store.ts';
