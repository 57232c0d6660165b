import { readFileSync, readdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  loadCourseEditions,
  resolveReferences,
  type LoadedCourse,
} from '@cam-nang/content/course-format';
import { revisionHashes } from '@cam-nang/domain';
import { sha256 } from '../../integrity/sha256.js';
import { checkedContent } from './check-content.js';

const SEED = new URL('../../../../../../seed/course/', import.meta.url);

const files = new Map(
  readdirSync(SEED, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:md|yaml)$/.test(path))
    .map((path) => [path, readFileSync(new URL(path, SEED), 'utf8')]),
);

/** A lasting id for a name, in the shape of a UUID. */
function idOf(slug: string): string {
  const hex = createHash('sha256').update(slug).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function editions(): LoadedCourse[] {
  return loadCourseEditions(files).flatMap(({ load }) => (load.ok ? [load.course] : []));
}

describe('content of the sample course', () => {
  it('may be saved as it stands, and nothing in it changes by that', () => {
    const loaded = editions();
    expect(loaded.map(({ edition }) => edition.label)).toEqual(['1.0', '1.1', '2.0']);
    for (const node of loaded.at(-1)?.nodes ?? []) {
      const content = resolveReferences(node.content, idOf);
      const { kind, title, meta, doc } = content;
      const sent = JSON.parse(JSON.stringify({ title, meta, document: doc })) as never;
      const saved = checkedContent(kind, sent, doc);
      expect([node.slug, revisionHashes(saved, sha256)]).toEqual([
        node.slug,
        revisionHashes(content, sha256),
      ]);
    }
  });
});
