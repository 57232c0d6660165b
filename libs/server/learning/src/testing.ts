export { fullMarks, handInReport, writeReport } from './testing/report-work.js';
export {
  loadStudy,
  nodesBySlug,
  openSpecCohort,
  studyBegun,
  studySettingOf,
  type SpecApp,
  type SpecCohort,
  type SpecTrainee,
  type StudySetting,
} from './testing/study-setting.js';
