import { sql } from 'kysely';
import { type RecordKey, record, revise, withdraw } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type AwardMethod, headOf, type Party, partyColumns } from './rules.ts';
import type { ProjectRow } from './store.ts';

export interface AwardRow extends Party {
  readonly id: string;
  readonly method: AwardMethod;
  readonly subject: string;
  readonly bidders: number | null;
  readonly amountFen: bigint;
  readonly contractedFen: bigint;
  readonly decidedOn: string;
  readonly documentNumber: string | null;
  readonly motionId: string | null;
  readonly digest: string;
  /** files attached to it */
  readonly files: number;
  readonly revision: number;
}

export async function listAwards(tx: Tx, project: RecordKey): Promise<readonly AwardRow[]> {
  const { rows } = await sql<AwardRow>`
    select id, method, subject, bidders, party_kind, party_county, party_id, party_name, amount_fen, contracted_fen, decided_on,
      document_number, motion_id, digest, revision,
      project_files(a.county, 'project_award', a.id, '%') as files
    from project_award a where county = ${project.county} and project_id = ${project.id} order by decided_on, id`.execute(
    tx.db,
  );
  return rows;
}

export interface NewAward extends Party {
  readonly id: string;
  readonly method: AwardMethod;
  readonly subject: string;
  readonly bidders: number | null;
  readonly amountFen: bigint;
  readonly decidedOn: string;
  readonly documentNumber: string | null;
  readonly motionId: string | null;
  readonly digest: string;
}

export async function recordAward(tx: Tx, project: ProjectRow, award: NewAward): Promise<void> {
  await record(tx, 'project_award', {
    ...{ ...headOf(project), id: award.id, method: award.method, subject: award.subject, bidders: award.bidders },
    ...{ ...partyColumns(award), amount_fen: award.amountFen, contracted_fen: 0n, decided_on: award.decidedOn },
    ...{ document_number: award.documentNumber, motion_id: award.motionId, digest: award.digest },
  });
}

/** Takes an award out that nothing was contracted under. False when it changed meanwhile. */
export async function withdrawAward(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  return (await withdraw(tx, 'project_award', { key, reason })) !== undefined;
}

/** Adds to what is contracted under an award; more than was awarded is refused by its constraint. */
export async function countAward(
  tx: Tx,
  at: { readonly county: number; readonly award: AwardRow },
  change: { readonly addedFen: bigint; readonly reason: string },
): Promise<boolean> {
  const key = { county: at.county, id: at.award.id, revision: at.award.revision };
  const set = { contracted_fen: at.award.contractedFen + change.addedFen };
  return (await revise(tx, 'project_award', { key, set, reason: change.reason })) !== undefined;
}

export interface ProgressRow {
  readonly id: string;
  readonly reportedOn: string;
  readonly doneBp: number;
  readonly note: string;
  readonly files: number;
  readonly by: string | null;
  readonly revision: number;
}

export async function recordProgress(
  tx: Tx,
  project: ProjectRow,
  report: { readonly id: string; readonly reportedOn: string; readonly doneBp: number; readonly note: string },
): Promise<void> {
  await record(tx, 'project_progress', {
    ...{ ...headOf(project), id: report.id, reported_on: report.reportedOn, done_bp: report.doneBp, note: report.note },
  });
}

export interface AcceptanceRow {
  readonly id: string;
  readonly verdict: 'passed' | 'failed';
  readonly acceptedOn: string;
  readonly members: string;
  readonly opinion: string;
  readonly digest: string;
  readonly by: string | null;
}

interface WorkRow {
  readonly progress: readonly ProgressRow[];
  readonly acceptances: readonly AcceptanceRow[];
}

/** Reports of progress, each with how many photographs it has, and acceptances, both newest first. */
export async function readWork(tx: Tx, project: RecordKey): Promise<WorkRow> {
  const { rows } = await sql<WorkRow>`
    select coalesce((
        select json_agg(json_build_object('id', g.id, 'reportedOn', g.reported_on, 'doneBp', g.done_bp, 'note', g.note,
          'files', project_files(g.county, 'project_progress', g.id, 'image/%'), 'by', a.name, 'revision', g.revision)
          order by g.reported_on desc)
        from project_progress g left join account a on a.id = g.recorded_by
        where g.county = ${project.county} and g.project_id = ${project.id}), '[]') as progress,
      coalesce((
        select json_agg(json_build_object('id', c.id, 'verdict', c.verdict, 'acceptedOn', c.accepted_on,
          'members', c.members, 'opinion', c.opinion, 'digest', c.digest, 'by', a.name)
          order by c.accepted_on desc, c.recorded_at desc)
        from project_acceptance c left join account a on a.id = c.recorded_by
        where c.county = ${project.county} and c.project_id = ${project.id}), '[]') as acceptances`.execute(tx.db);
  return rows[0] ?? { progress: [], acceptances: [] };
}

export async function recordAcceptance(
  tx: Tx,
  project: ProjectRow,
  acceptance: Omit<AcceptanceRow, 'by'>,
): Promise<void> {
  const { id, verdict, acceptedOn, members, opinion, digest } = acceptance;
  await record(tx, 'project_acceptance', {
    ...{
      ...headOf(project),
      id,
      verdict,
      accepted_on: acceptedOn,
      members,
      opinion,
      digest,
      proposed_by: project.madeBy,
    },
  });
}

export interface ProjectAssetRow {
  readonly id: string;
  readonly assetId: string;
  readonly assetName: string;
  readonly amountFen: bigint;
  readonly handedOn: string;
  readonly keeper: string;
  readonly revision: number;
}

export async function listProjectAssets(tx: Tx, project: RecordKey): Promise<readonly ProjectAssetRow[]> {
  const { rows } = await sql<ProjectAssetRow>`
    select id, asset_id, asset_name, amount_fen, handed_on, keeper, revision from project_asset
    where county = ${project.county} and project_id = ${project.id} order by handed_on, id`.execute(tx.db);
  return rows;
}

export async function recordProjectAsset(
  tx: Tx,
  project: ProjectRow,
  handed: Omit<ProjectAssetRow, 'revision'>,
): Promise<void> {
  await record(tx, 'project_asset', {
    ...{ ...headOf(project), id: handed.id, asset_id: handed.assetId, asset_name: handed.assetName },
    ...{ amount_fen: handed.amountFen, handed_on: handed.handedOn, keeper: handed.keeper },
  });
}

/** Takes an asset off the project again. False when it changed meanwhile. */
export async function withdrawProjectAsset(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  return (await withdraw(tx, 'project_asset', { key, reason })) !== undefined;
}
