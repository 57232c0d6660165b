export * from './error-codes.js';
export * from './http/endpoint.js';
export * from './http/problem.js';
export * as fields from './http/fields.js';
