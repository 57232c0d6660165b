import type { compareEditions, ResponseOf } from '@cam-nang/contracts';
import { diffTrees, DomainError, type NodeDiff, type TreeDiff } from '@cam-nang/domain';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CommitStore } from '../persistence/commit-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { CourseAccess } from './course-access.query.js';
import type { CurriculumVersion } from '../policies/curriculum-version.js';
import { seqOnLine } from '../policies/errata-line.js';
import { structureOnly, withoutKeys } from '../policies/key-free-diff.js';
import { Comparisons } from './comparisons.query.js';
import { comparisonKey, editionBefore } from './edition-dossier.query.js';
import { EditionViews } from './edition-views.query.js';
import { Versions } from './versions.query.js';

type Comparison = ResponseOf<typeof compareEditions>;
type Row = Comparison['rows'][number];

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
    const { course, edition } = await this.access.edition(actor, 'curriculum.read', editionId);
    const from = await this.other(edition, withId);
    const after = await this.versions.ofEdition(edition);
    const before = from === null ? null : await this.versions.ofEdition(from);
    const diff = await this.diff(from, edition, { before, after });
    const seesKeys = await this.access.reaches(actor, 'question.read', course);
    const shown = seesKeys ? diff : { ...diff, nodes: diff.nodes.map(withoutKeys) };
    return {
      from: await this.views.ofMaybe(from),
      to: await this.views.ofOne(edition),
      tree: structureOnly(shown),
      rows: await this.rows(shown, { from, edition, before, after }),
    };
  }

  private async other(edition: EditionRow, withId: string | undefined): Promise<EditionRow | null> {
    const rows = await this.editions.ofCurricula([edition.curriculumId]);
    if (withId === undefined) return editionBefore(rows, edition);
    const named = rows.find((row) => row.id === withId);
    if (named === undefined) throw new DomainError('resource.not_found');
    return named;
  }

  private async diff(
    from: EditionRow | null,
    to: EditionRow,
    { before, after }: { before: CurriculumVersion | null; after: CurriculumVersion },
  ): Promise<TreeDiff> {
    if (from === null || before === null) return diffTrees([], after.nodes);
    return this.comparisons.ofVersions(comparisonKey(from, to), before, after);
  }

  private async rows(
    diff: TreeDiff,
    sides: {
      readonly from: EditionRow | null;
      readonly edition: EditionRow;
      readonly before: CurriculumVersion | null;
      readonly after: CurriculumVersion;
    },
  ): Promise<Row[]> {
    const { from, edition, before, after } = sides;
    const editions = await this.editions.ofCurricula([edition.curriculumId]);
    const since = seqOnLine(editions, edition.lineId, from);
    const said = await this.commits.reasonsBetween(edition.lineId, since, edition.seq);
    const reasonOf = new Map(said.map((row) => [row.nodeId, row]));
    return diff.nodes.flatMap((node): Row[] => {
      const placed = after.byId.get(node.nodeId) ?? before?.byId.get(node.nodeId);
      if (placed === undefined) return [];
      const { nodeId, kind } = node;
      const reason = reasonOf.get(nodeId);
      return [
        {
          ...{ nodeId, kind, label: placed.label, title: placed.title },
          change: changeOf(node),
          reason: reason?.reason ?? '',
          proposedBy: reason?.proposedBy ?? null,
          diff: from === null ? null : node,
        },
      ];
    });
  }
}

function changeOf(node: NodeDiff): Row['change'] {
  if (node.status !== 'changed') return node.status;
  const rewritten = node.before?.contentHash !== node.after?.contentHash;
  return node.moved && !rewritten ? 'moved' : 'changed';
}
