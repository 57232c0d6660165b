// shared
export * from './shared/domain-error.js';
export * from './shared/result.js';
export * from './shared/bytes.js';
export * from './shared/text.js';
export * from './shared/calendar-date.js';
export * from './shared/date-range.js';

// curriculum
export * from './curriculum/question-content.js';

// organisation
export * from './organisation/roles.js';
export * from './organisation/permissions.js';
export * from './organisation/role-permissions.js';
export * from './organisation/duties.js';
export * from './organisation/folding.js';
export * from './organisation/names.js';
export * from './organisation/personal-number.js';
