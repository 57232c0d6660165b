// shared

// curriculum
export * from './curriculum/question-content.js';
