import { ComputeAward } from '../use-cases/compute-award.js';
import { SignAward } from '../use-cases/sign-award.js';
import { SubmitProposal } from '../use-cases/submit-proposal.js';
import type { AwardSpecCohort, AwardSpecSetting } from './award-fixtures.js';

/** What a signer says, with a number of one's own. */
export function decisionBody(listHash: string, decisionNo: string) {
  return {
    listHash,
    decisionNo,
    decisionDate: '2024-11-04',
    place: 'Phú Thọ',
    signerTitle: 'Giám đốc',
    confirmation: decisionNo,
  };
}

/** Computes and submits the award of a cohort. */
export async function submittedAward(
  { app, officer }: AwardSpecSetting,
  cohort: Pick<AwardSpecCohort, 'id'>,
): Promise<{ readonly proposalId: string; readonly listHash: string }> {
  const { id, listHash } = await app.get(ComputeAward).run(officer, cohort.id);
  await app.get(SubmitProposal).run(officer, id, listHash);
  return { proposalId: id, listHash };
}

/** Signs a submitted award; its papers wait to be made. */
export async function signedAward(
  setting: AwardSpecSetting,
  cohort: Pick<AwardSpecCohort, 'id'>,
  decisionNo: string,
): Promise<string> {
  const { proposalId, listHash } = await submittedAward(setting, cohort);
  const body = decisionBody(listHash, decisionNo);
  const { decisionId } = await setting.app.get(SignAward).run(setting.director, proposalId, body);
  return decisionId;
}
