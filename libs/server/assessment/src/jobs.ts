export { AssessmentJobsModule } from './assessment-jobs.module.js';
