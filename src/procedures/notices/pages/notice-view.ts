import type { ReplyOf } from '../../../platform/http/contract.ts';
import type { readBoard } from '../board-contract.ts';
import type { getNotice } from '../contract.ts';

export type NoticeView = ReplyOf<typeof getNotice>;

/** A notice as everybody reads it. */
export type Board = ReplyOf<typeof readBoard>;
