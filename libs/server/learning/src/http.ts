export { LearningHttpModule } from './learning-http.module.js';
