import { describe, expect, it } from '@jest/globals';
import { curriculumVersion, labelsOf, type VersionRow } from './curriculum-version.js';
import { newSlug } from './new-slug.js';
import { SMALL_TREE } from '../testing/small-course.js';

const HASH = '0'.repeat(64);

function rows(): VersionRow[] {
  return SMALL_TREE.map(({ slug, kind, parent }, index) => ({
    nodeId: slug,
    parentId: parent,
    rank: `a${String.fromCharCode(48 + index)}`,
    revisionId: slug,
    kind,
    slug,
    title: slug,
    meta: {},
    docHash: null,
    contentHash: HASH,
    studyHash: HASH,
    stemHash: null,
    keyHash: null,
  }));
}

describe('numbering', () => {
  it('counts modules, lessons in their module, and questions in their bank', () => {
    expect(Object.fromEntries(labelsOf(curriculumVersion(rows())))).toEqual({
      cd01: '1',
      'cd01-01': '1.1',
      'cd01-02': '1.2',
      'cd01-q01': '1',
      'cd01-q02': '2',
      cd02: '2',
      'cd02-01': '2.1',
    });
  });

  it('keeps the numbers that an edition froze', () => {
    const version = curriculumVersion(rows(), new Map([['cd01', '7']]));
    expect(version.byId.get('cd01')?.label).toBe('7');
    expect(version.byId.get('cd02')?.label).toBe('');
  });
});

describe('the name of a new node', () => {
  const taken = new Set(['cd02', 'cd02-01', 'cd02-q01', 'cd02.bank', 'cd10']);

  it.each([
    [{ kind: 'lesson' as const, code: null, parentSlug: 'cd02' }, 'cd02-02'],
    [{ kind: 'question' as const, code: null, parentSlug: 'cd02.bank' }, 'cd02-q02'],
    [{ kind: 'bank' as const, code: null, parentSlug: 'cd03' }, 'cd03.bank'],
    [{ kind: 'module' as const, code: 'CD11', parentSlug: 'sc' }, 'cd11'],
    [{ kind: 'module' as const, code: 'CD10', parentSlug: 'sc' }, 'sc-01'],
    [{ kind: 'quiz' as const, code: null, parentSlug: 'cd02' }, 'cd02-kt01'],
  ])('%o is free and stable', (node, slug) => {
    expect(newSlug(node, taken)).toBe(slug);
  });
});
