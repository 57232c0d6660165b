import type { RevisionContent } from '@cam-nang/domain';

/**
 * The content of a loaded node with names replaced by node ids: modules of choice groups, banks of
 * draws, lessons of questions and report tasks. Outcomes stay codes.
 */
export function resolveReferences(
  content: RevisionContent,
  nodeIdOf: (slug: string) => string,
): RevisionContent {
  switch (content.kind) {
    case 'root': {
      const groups = content.meta.groups.map((group) => ({
        ...group,
        modules: group.modules.map(nodeIdOf),
      }));
      return { ...content, meta: { ...content.meta, groups } };
    }
    case 'quiz': {
      const draws = content.meta.draws.map((draw) => ({ ...draw, bankId: nodeIdOf(draw.bankId) }));
      return { ...content, meta: { ...content.meta, draws } };
    }
    case 'report-task': {
      const lessons = content.meta.lessons.map(nodeIdOf);
      return { ...content, meta: { ...content.meta, lessons } };
    }
    case 'question': {
      const { lessonId } = content.meta;
      return lessonId === null
        ? content
        : { ...content, meta: { ...content.meta, lessonId: nodeIdOf(lessonId) } };
    }
    default:
      return content;
  }
}
