import { resolveReferences, type LoadedCourse } from '@cam-nang/content/course-format';
import type { NodeKind, RevisionContent } from '@cam-nang/domain';

/** A node as files describe it, by ids; the order in a list of them is the order among siblings. */
export interface TreeNode {
  readonly nodeId: string;
  readonly parentId: string | null;
  readonly content: RevisionContent;
}

/** A node by the name that authors use. */
export interface NamedNode {
  readonly slug: string;
  readonly kind: NodeKind;
}

/** What is said of a changed node. */
export interface FileReason {
  readonly reason: string;
  readonly reasonEn: string;
  readonly proposedBy?: string;
}

/** The names of an edition's nodes. */
export function namedNodes({ nodes }: LoadedCourse): NamedNode[] {
  return nodes.map(({ slug, content }) => ({ slug, kind: content.kind }));
}

/** An edition's nodes with ids in the place of names. */
export function treeNodes(
  { nodes }: LoadedCourse,
  idOf: (slug: string) => string,
): readonly TreeNode[] {
  return nodes.map(({ slug, parent, content }) => ({
    nodeId: idOf(slug),
    parentId: parent === null ? null : idOf(parent),
    content: resolveReferences(content, idOf),
  }));
}

/** The reasons of the files for the nodes that stand in them, by node id. */
export function fileReasons(
  { edition, nodes }: LoadedCourse,
  idOf: (slug: string) => string,
): ReadonlyMap<string, FileReason> {
  const byPath = new Map(edition.reasons.map((reason) => [reason.path, reason]));
  return new Map(
    nodes.flatMap(({ slug, file }) => {
      const reason = byPath.get(file);
      if (reason === undefined) return [];
      const { reason: vi, reasonEn, proposedBy } = reason;
      const said = { reason: vi, reasonEn, ...(proposedBy === undefined ? {} : { proposedBy }) };
      return [[idOf(slug), said] as const];
    }),
  );
}
