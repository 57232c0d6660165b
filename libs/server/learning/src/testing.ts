export { fullMarks, handInReport, writeReport } from './testing/report-work.js';
export {
  makeStudySetting,
  nodesBySlug,
  openSpecCohort,
  type SpecApp,
  type SpecCohort,
  type SpecTrainee,
  type StudySetting,
} from './testing/study-setting.js';
