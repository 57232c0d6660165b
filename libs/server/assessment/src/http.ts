export { AssessmentHttpModule } from './assessment-http.module.js';
