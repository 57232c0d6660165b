import type {
  compareEditionNodes,
  compareEditions,
  RequestOf,
  ResponseOf,
} from '@cam-nang/contracts';
import { diffTrees, DomainError, nodeChange, type NodeDiff, type TreeDiff } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CommitStore } from '../persistence/commit-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { CourseAccess } from './course-access.query.js';
import type { ComparisonInWords, RowInWords } from '../policies/compared-edition.js';
import type { CurriculumVersion } from '../policies/curriculum-version.js';
import { seqOnLine } from '../policies/errata-line.js';
import { withoutKeys } from '../policies/key-free-diff.js';
import { Comparisons } from './comparisons.query.js';
import { comparisonKey, editionBefore } from './edition-dossier.query.js';
import { EditionViews } from './edition-views.query.js';
import { Versions } from './versions.query.js';

type Comparison = ResponseOf<typeof compareEditions>;
type AskedNodes = RequestOf<typeof compareEditionNodes>['query'];

interface Sides {
  readonly from: EditionRow | null;
  readonly edition: EditionRow;
  readonly before: CurriculumVersion | null;
  readonly after: CurriculumVersion;
  readonly seesKeys: boolean;
}

/** The comparison table of an edition: what was, what is, why. */
@Injectable()
export class EditionComparisons {
  constructor(
    private readonly access: CourseAccess,
    private readonly editions: EditionStore,
    private readonly commits: CommitStore,
    private readonly versions: Versions,
    private readonly comparisons: Comparisons,
    private readonly views: EditionViews,
  ) {}

  /** With the edition before it, or with a named one of the same curriculum. */
  async read(actor: Actor, editionId: string, withId: string | undefined): Promise<Comparison> {
    const { rows, ...about } = await this.inWords(actor, editionId, withId);
    return { ...about, rows: rows.map(({ diff: _, ...row }) => row) };
  }

  /** The same with the old and the new of every node. */
  async inWords(
    actor: Actor,
    editionId: string,
    withId: string | undefined,
  ): Promise<ComparisonInWords> {
    const sides = await this.sides(actor, editionId, withId);
    const diff = await this.diff(sides);
    const nodes = shownTo(sides, diff.nodes);
    return {
      from: await this.views.ofMaybe(sides.from),
      to: await this.views.ofOne(sides.edition),
      words: diff.counts.words,
      rows: await this.rows(nodes, sides),
    };
  }

  /** The old and the new of some nodes, of those that differ. */
  async nodes(
    actor: Actor,
    editionId: string,
    { with: withId, nodes }: AskedNodes,
  ): Promise<ResponseOf<typeof compareEditionNodes>> {
    const sides = await this.sides(actor, editionId, withId);
    const { from, edition, before, after } = sides;
    if (from === null || before === null) return { nodes: [] };
    const ids = new Set(nodes.split(','));
    const key = comparisonKey(from, edition);
    return {
      nodes: shownTo(sides, await this.comparisons.ofNodes(key, before, after, ids)),
    };
  }

  private async sides(actor: Actor, editionId: string, withId: string | undefined): Promise<Sides> {
    const { course, edition } = await this.access.edition(actor, 'curriculum.read', editionId);
    const from = await this.other(edition, withId);
    const after = await this.versions.ofEdition(edition);
    const before = from === null ? null : await this.versions.ofEdition(from);
    const seesKeys = await this.access.reaches(actor, 'question.read', course);
    return { from, edition, before, after, seesKeys };
  }

  private async other(edition: EditionRow, withId: string | undefined): Promise<EditionRow | null> {
    const rows = await this.editions.ofCurricula([edition.curriculumId]);
    if (withId === undefined) return editionBefore(rows, edition);
    const named = rows.find((row) => row.id === withId);
    if (named === undefined) throw new DomainError('resource.not_found');
    return named;
  }

  private async diff({ from, edition, before, after }: Sides): Promise<TreeDiff> {
    if (from === null || before === null) return diffTrees([], after.nodes);
    return this.comparisons.ofVersions(comparisonKey(from, edition), before, after);
  }

  private async rows(
    nodes: readonly NodeDiff[],
    { from, edition, before, after }: Sides,
  ): Promise<RowInWords[]> {
    const editions = await this.editions.ofCurricula([edition.curriculumId]);
    const since = seqOnLine(editions, edition.lineId, from);
    const said = await this.commits.reasonsBetween(edition.lineId, since, edition.seq);
    const reasonOf = new Map(said.map((row) => [row.nodeId, row]));
    return nodes.flatMap((node): RowInWords[] => {
      const placed = after.byId.get(node.nodeId) ?? before?.byId.get(node.nodeId);
      if (placed === undefined) return [];
      const { nodeId, kind } = node;
      const why = reasonOf.get(nodeId);
      return [
        {
          ...{ nodeId, kind, label: placed.label, title: placed.title },
          ...{ reason: why?.reason ?? '', proposedBy: why?.proposedBy ?? null },
          ...whatDiffers(node, from === null),
        },
      ];
    });
  }
}

function whatDiffers(node: NodeDiff, isFirst: boolean) {
  return {
    change: nodeChange(node),
    words: isFirst ? null : (node.document?.counts.words ?? null),
    keyChanged: node.question?.keyChanged ?? false,
    diff: isFirst ? null : node,
  };
}

/** Keys of questions only where the right reaches. */
function shownTo({ seesKeys }: Sides, nodes: readonly NodeDiff[]): NodeDiff[] {
  return nodes.map((node) => (seesKeys ? node : withoutKeys(node)));
}
