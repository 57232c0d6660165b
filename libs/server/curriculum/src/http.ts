export { CurriculumHttpModule } from './curriculum-http.module.js';
