import type { RevisionContent, RichNode } from '@cam-nang/domain';
import type { RevisionReference } from '../persistence/revision-store.js';

/**
 * What a revision includes beyond its own words, and what was therefore read and judged with it:
 * images, legal documents it rests on, nodes it points at.
 */
export function revisionReferences(content: RevisionContent): readonly RevisionReference[] {
  const found = [...documentReferences(content.doc), ...nodeReferences(content)];
  return [...new Map(found.map((item) => [`${item.kind} ${item.target}`, item])).values()];
}

function documentReferences(node: RichNode | null): RevisionReference[] {
  if (node === null) return [];
  return [...ownReferences(node), ...(node.content ?? []).flatMap(documentReferences)];
}

function ownReferences({ type, attrs }: RichNode): RevisionReference[] {
  const [file, document] = [attrs?.['file'], attrs?.['document']];
  if (type === 'image' && typeof file === 'string') return [{ kind: 'file', target: file }];
  const isLegal = type === 'legal' && typeof document === 'string' && document !== '';
  return isLegal ? [{ kind: 'document', target: document }] : [];
}

function nodeReferences(content: RevisionContent): RevisionReference[] {
  return targetsOf(content).map((target) => ({ kind: 'node', target }));
}

function targetsOf(content: RevisionContent): readonly string[] {
  switch (content.kind) {
    case 'root':
      return content.meta.groups.flatMap((group) => group.modules);
    case 'quiz':
      return content.meta.draws.map((draw) => draw.bankId);
    case 'question':
      return content.meta.lessonId === null ? [] : [content.meta.lessonId];
    case 'report-task':
      return content.meta.lessons;
    default:
      return [];
  }
}
