import { isUnwritten, plainText, type RichNode } from '@cam-nang/domain';
import type { readChangeRequest, ResponseOf } from '@cam-nang/contracts';
import { nodesOfKind, type CurriculumVersion, type PlacedNode } from './curriculum-version.js';
import { hoursCheckOf } from './hours-view.js';
import { metaOf } from './node-meta.js';
import { missingReferences } from './missing-references.js';

/** Something to mend, or a rule that is kept (`met`, then about no node). */
export type RequestCheck = ResponseOf<typeof readChangeRequest>['checks'][number];

type Params = RequestCheck['params'];

/** A rule of a curriculum that is about to be frozen: what breaks it. */
interface Rule {
  readonly code: string;
  readonly blocking: boolean;
  readonly broken: readonly { readonly nodeId: string | null; readonly params: Params }[];
}

/**
 * Every rule of content with what breaks it. `textOf` gives the text of changed lessons only: what
 * was not touched was checked when it was written.
 */
export function versionChecks(
  version: CurriculumVersion,
  textOf: ReadonlyMap<string, RichNode>,
): RequestCheck[] {
  return [
    hoursRule(version),
    { code: 'references_there', blocking: true, broken: missingReferences(version) },
    { code: 'quiz_can_be_drawn', blocking: true, broken: shortDraws(version) },
    { code: 'lesson_not_empty', blocking: true, broken: emptyLessons(version, textOf) },
    { code: 'images_described', blocking: true, broken: undescribedImages(version, textOf) },
    { code: 'question_written', blocking: true, broken: unwrittenQuestions(version) },
    { code: 'codes_differ', blocking: true, broken: equalCodes(version) },
    { code: 'module_has_lesson', blocking: false, broken: emptyModules(version) },
  ].flatMap(checksOf);
}

/** Codes of the rules that are broken and stop the work. Hours have a refusal of their own. */
export function failedRules(checks: readonly RequestCheck[]): readonly string[] {
  const failed = checks.filter((check) => check.blocking && !check.met);
  return [...new Set(failed.map((check) => check.code))].filter((code) => code !== 'hours_add_up');
}

/** A rule as checks: one for each thing that breaks it, or one that says it is kept. */
export function checksOf({ code, blocking, broken }: Rule): RequestCheck[] {
  if (broken.length === 0) return [{ code, blocking, met: true, nodeId: null, params: {} }];
  return broken.map(({ nodeId, params }) => ({ code, blocking, met: false, nodeId, params }));
}

function hoursRule(version: CurriculumVersion): Rule {
  const { ok, expected, paths, problems } = hoursCheckOf(version);
  const unclear = problems.map(({ problem, about }) => ({
    nodeId: version.byId.has(about) ? about : null,
    params: { problem, about: version.byId.get(about)?.title ?? about },
  }));
  const [worst] = [...paths].sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  const differing = paths.filter(({ difference }) => difference !== 0).length;
  const sums =
    ok || worst === undefined
      ? []
      : [
          {
            nodeId: null,
            params: {
              expected,
              total: worst.total,
              difference: worst.difference,
              paths: differing,
            },
          },
        ];
  return { code: 'hours_add_up', blocking: true, broken: [...unclear, ...sums] };
}

function shortDraws(version: CurriculumVersion): Rule['broken'] {
  return nodesOfKind(version, 'quiz').flatMap((node) => {
    const draws = metaOf(node, 'quiz')?.draws ?? [];
    if (draws.length === 0) return [{ nodeId: node.nodeId, params: { asked: 0, there: 0 } }];
    return draws.flatMap(({ bankId, count }) => {
      const there = version.children(bankId).length;
      return count <= there ? [] : [{ nodeId: node.nodeId, params: { asked: count, there } }];
    });
  });
}

function emptyLessons(
  version: CurriculumVersion,
  textOf: ReadonlyMap<string, RichNode>,
): Rule['broken'] {
  return nodesOfKind(version, 'lesson').flatMap(({ nodeId, title }) => {
    const document = textOf.get(nodeId);
    const empty =
      document !== undefined && plainText(document).trim() === '' && !hasBlocks(document);
    return empty ? [{ nodeId, params: { title } }] : [];
  });
}

/** A lesson may also speak by blocks that hold no running text, such as an image. */
function hasBlocks(document: RichNode): boolean {
  return (document.content ?? []).some((block) => block.type !== 'paragraph');
}

/** Who cannot see an image is told by its description alone. */
function undescribedImages(
  version: CurriculumVersion,
  textOf: ReadonlyMap<string, RichNode>,
): Rule['broken'] {
  return [...textOf].flatMap(([nodeId, document]) => {
    const count = countUndescribed(document);
    const title = version.byId.get(nodeId)?.title;
    return count === 0 || title === undefined ? [] : [{ nodeId, params: { title, count } }];
  });
}

function countUndescribed({ type, attrs, content }: RichNode): number {
  const alt = attrs?.['alt'];
  const missing = type === 'image' && (typeof alt !== 'string' || alt.trim() === '');
  return (content ?? []).reduce((sum, one) => sum + countUndescribed(one), missing ? 1 : 0);
}

/** A question that was made and forgotten is one that somebody would be asked. */
function unwrittenQuestions(version: CurriculumVersion): Rule['broken'] {
  return nodesOfKind(version, 'question').flatMap((node) => {
    const question = metaOf(node, 'question');
    if (question === null || !isUnwritten(question)) return [];
    return [{ nodeId: node.nodeId, params: { title: node.title } }];
  });
}

function equalCodes(version: CurriculumVersion): Rule['broken'] {
  const coded = version.nodes.flatMap((node) => {
    const code = metaOf(node, 'module')?.code ?? metaOf(node, 'outcome')?.code;
    return code === undefined ? [] : [{ node, key: `${node.kind} ${code}`, code }];
  });
  const first = new Map<string, PlacedNode>();
  return coded.flatMap(({ node, key, code }) => {
    if (first.has(key)) return [{ nodeId: node.nodeId, params: { code } }];
    first.set(key, node);
    return [];
  });
}

function emptyModules(version: CurriculumVersion): Rule['broken'] {
  return nodesOfKind(version, 'module').flatMap(({ nodeId, title }) => {
    const lessons = version.children(nodeId).some((child) => child.kind === 'lesson');
    return lessons ? [] : [{ nodeId, params: { title } }];
  });
}
