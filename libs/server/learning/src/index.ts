export { LearningModule } from './learning.module.js';
export {
  LearningFacade,
  type RequiredWork,
  type StudyModuleHead,
  type StudyProgress,
} from './learning.facade.js';
export { SaveProgress } from './use-cases/save-progress.js';
