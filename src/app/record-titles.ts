import { listDisclosureTitles } from '../activities/disclosures/public.ts';
import { listDistributionTitles, listReturnContractTitles } from '../activities/distributions/public.ts';
import { listFormationTitles } from '../activities/formations/public.ts';
import {
  listClaimTitles,
  listAlertTitles as listInsuranceAlertTitles,
  listPolicyTitles,
} from '../activities/insurance/public.ts';
import { listUseTitles } from '../activities/land-uses/public.ts';
import { listApplicationTitles, listLoanTitles } from '../activities/loans/public.ts';
import {
  listFindingTitles,
  listMisuseAlertTitles,
  listOrderTitles,
  listProjectTitles,
} from '../activities/projects/public.ts';
import { listReliefTitles } from '../activities/reliefs/public.ts';
import { listRewardTitles } from '../activities/rewards/public.ts';
import { listVoucherTitles, listYearTitles } from '../ledgers/books/public.ts';
import { listFundAccountTitles, listFundOrderTitles, listMovementTitles } from '../ledgers/funds/public.ts';
import { listMoveTitles, listUpliftTitles } from '../ledgers/shares/public.ts';
import type { TitleSource, TitleSources } from '../platform/record-titles.ts';
import { listAssemblyTitles } from '../procedures/assemblies/public.ts';
import { listNoticeTitles } from '../procedures/notices/public.ts';
import { listAgencyNames } from '../registers/agencies/public.ts';
import { listAssetContractTitles, listAssetTitles } from '../registers/assets/public.ts';
import { listCooperativeTitles, listMemberTitles } from '../registers/cooperatives/public.ts';
import { listHouseholdTitles } from '../registers/households/public.ts';
import {
  listCheckTitles,
  listLandProjectTitles,
  listParcelTitles,
  listTransferTitles,
} from '../registers/land/public.ts';
import { listBranchNames } from '../registers/party-branches/public.ts';
import { listPlaceNames } from '../registers/places/public.ts';

/** What the records behind figures are called, each by the feature that keeps them. */
export const recordTitles: TitleSources = new Map<string, TitleSource>([
  ['household', { act: 'household.read', list: listHouseholdTitles }],
  ['party_branch', { act: 'branch.read', list: listBranchNames }],
  ['agency', { act: 'agency.read', list: listAgencyNames }],
  ['place', namedByPlace('place.read')],
  ['place_flag', namedByPlace('place.read')],
  ['submission', namedByPlace('submission.read')],
  ['asset', { act: 'asset.read', list: listAssetTitles }],
  ['asset_survey', namedByPlace('asset.read')],
  ['asset_contract', { act: 'asset.read', list: listAssetContractTitles }],
  ['land_parcel', { act: 'land.read', list: listParcelTitles }],
  ['land_transfer', { act: 'land.read', list: listTransferTitles }],
  ['grass_capacity', namedByPlace('land.read')],
  ['herd_count', namedByPlace('land.read')],
  ['land_project', { act: 'land.read', list: listLandProjectTitles }],
  ['forest_reform', namedByPlace('land.read')],
  ['ecological_check', { act: 'land.read', list: listCheckTitles }],
  ['land_use', { act: 'land_use.read', list: listUseTitles }],
  ['cooperative', { act: 'cooperative.read', list: listCooperativeTitles }],
  ['membership', { act: 'membership.read', list: listMemberTitles }],
  ['share_move', { act: 'share.read', list: listMoveTitles }],
  ['uplift_share', { act: 'share.read', list: listUpliftTitles }],
  ['voucher', { act: 'book.read', list: listVoucherTitles }],
  ['fiscal_year', { act: 'book.read', list: listYearTitles }],
  ['assembly', { act: 'assembly.read', list: listAssemblyTitles }],
  ['notice', { act: 'notice.read', list: listNoticeTitles }],
  ['notice_objection', { act: 'notice.read', list: listNoticeTitles }],
  ['formation', { act: 'formation.read', list: listFormationTitles }],
  ['distribution', { act: 'distribution.read', list: listDistributionTitles }],
  ['dividend', { act: 'distribution.read', list: listMemberTitles }],
  ['return_contract', { act: 'return.read', list: listReturnContractTitles }],
  ['loan', { act: 'loan.read', list: listLoanTitles }],
  ['loan_application', { act: 'loan.read', list: listApplicationTitles }],
  ['fund_movement', { act: 'fund.read', list: listMovementTitles }],
  ['fund_account', { act: 'fund.read', list: listFundAccountTitles }],
  ['fund_order', { act: 'fund.oversee', list: listFundOrderTitles }],
  ['project', { act: 'project.read', list: listProjectTitles }],
  ['payment_order', { act: 'payment_order.read', list: listOrderTitles }],
  ['misuse_alert', { act: 'misuse_alert.read', list: listMisuseAlertTitles }],
  ['finding', { act: 'finding.read', list: listFindingTitles }],
  ['relief', { act: 'relief.read', list: listReliefTitles }],
  ['insurance_policy', { act: 'insurance.read', list: listPolicyTitles }],
  ['insurance_claim', { act: 'insurance.read', list: listClaimTitles }],
  ['insurance_alert', { act: 'insurance.oversee', list: listInsuranceAlertTitles }],
  ['reward', { act: 'reward.read', list: listRewardTitles }],
  ['disclosure', { act: 'disclosure.read', list: listDisclosureTitles }],
]);

/** A flag, a report and a village itself are called like the place they are about. */
function namedByPlace(act: string): TitleSource {
  return {
    act,
    async list(tx, records) {
      const names = await listPlaceNames(
        tx,
        records.map(({ place }) => place),
      );
      return new Map(records.flatMap(({ id, place }) => [[id, names.get(place)] as const]).filter(isNamed));
    },
  };
}

function isNamed(entry: readonly [string, string | undefined]): entry is readonly [string, string] {
  return entry[1] !== undefined;
}
