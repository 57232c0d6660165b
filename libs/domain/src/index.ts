// shared

// curriculum
export * from './curriculum/question-content.js';

// organisation
export * from './organisation/roles.js';
export * from './organisation/permissions.js';
export * from './organisation/role-permissions.js';
export * from './organisation/duties.js';
