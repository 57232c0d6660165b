export {
  makeStudySetting,
  nodesBySlug,
  openSpecCohort,
  type SpecApp,
  type SpecCohort,
  type SpecTrainee,
  type StudySetting,
} from './testing/study-setting.js';
