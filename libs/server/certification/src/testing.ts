export {
  loadStudy,
  makeAwardSetting,
  openAwardCohort,
  settleResults,
  studyBegun,
  type AwardSpecCohort,
  type AwardSpecSetting,
} from './testing/award-fixtures.js';
export { QuickEngine } from './testing/quick-engine.js';
export { decisionBody, signedAward, submittedAward } from './testing/signed-award.js';
