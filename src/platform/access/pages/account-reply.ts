import type { ReplyOf } from '../../http/contract.ts';
import type { getAccount } from '../account-contract.ts';

/** An account as the pages show it. */
export type AccountReply = ReplyOf<typeof getAccount>;
