import type { z } from 'zod';
import type { Dictionary, Indicator } from '../../../indicators/widgets/dictionary.ts';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import type { getReport, listExceptions, reportCell } from '../contract.ts';

export type Report = ReplyOf<typeof getReport>;
export type Cell = z.output<typeof reportCell>;
export type Submission = Report['submission'];
export type BelowReport = ReplyOf<typeof listExceptions>['rows'][number];

/** A cell with its entry in the dictionary; one whose indicator has left the catalogue is not shown. */
export interface NamedCell extends Cell {
  readonly entry: Indicator;
}

export function nameCells(cells: readonly Cell[], dictionary: Dictionary): readonly NamedCell[] {
  const entries = new Map(dictionary.indicators.map((entry) => [entry.code, entry]));
  return cells.flatMap((cell) => {
    const entry = entries.get(cell.indicator);
    return entry === undefined ? [] : [{ ...cell, entry }];
  });
}

/** What the reader may do with the reports directly below the one on the page. */
export interface BelowRights {
  readonly approve: boolean;
  readonly return: boolean;
  /** an approved one too: not once the report on the page has passed it on */
  readonly returnApproved: boolean;
  readonly unlock: boolean;
}
