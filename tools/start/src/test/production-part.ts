import type { Part } from './part.js';

export function productionPart(_root: string): Part {
  return {
    name: 'production shape',
    run: () => Promise.resolve({ passed: 0, failed: 0, skipped: [] }),
  };
}
