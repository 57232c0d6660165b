import { calendarDate, editionLabel, parseCalendarDate, type TreeDiff } from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import type { CourseRow } from '../persistence/course-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { NodeStore } from '../persistence/node-store.js';
import { Comparisons } from './comparisons.query.js';
import { comparisonKey } from './edition-dossier.query.js';
import { Versions } from './versions.query.js';

type Side = Readonly<Record<'id' | 'label' | 'manifestHash', string>> & {
  readonly forceFrom: string | null;
};

/** Two editions compared: the object that every view of a difference reads, with the files of its nodes. */
export interface EditionDiff {
  readonly curriculum: { readonly id: string; readonly code: string };
  readonly from: Side;
  readonly to: Side;
  readonly diff: TreeDiff;
  /** Paths of the nodes in the difference that are of files, by node id. */
  readonly paths: Readonly<Record<string, string>>;
}

/** Compares any two editions of a curriculum, by number or by a day on which they were in force. */
@Injectable()
export class EditionDiffs {
  constructor(
    private readonly editions: EditionStore,
    private readonly nodes: NodeStore,
    private readonly versions: Versions,
    private readonly comparisons: Comparisons,
  ) {}

  /** An issued edition by its number ("3", "2.1") or by a day; null when there is none. */
  async find({ curriculumId }: CourseRow, name: string): Promise<EditionRow | null> {
    if (parseCalendarDate(name) !== null) {
      return this.editions.inForce(curriculumId, calendarDate(name));
    }
    const label = /^\d+$/.test(name) ? `${name}.0` : name;
    const rows = await this.editions.ofCurricula([curriculumId]);
    return rows.find((row) => row.state === 'issued' && editionLabel(row) === label) ?? null;
  }

  async between(course: CourseRow, from: EditionRow, to: EditionRow): Promise<EditionDiff> {
    const [before, after] = [
      await this.versions.ofEdition(from),
      await this.versions.ofEdition(to),
    ];
    const diff = await this.comparisons.ofVersions(comparisonKey(from, to), before, after);
    const named = new Set(diff.nodes.map(({ nodeId }) => nodeId));
    const files = await this.nodes.ofFiles(course.curriculumId);
    const paths = files.flatMap(({ id, path }) => (named.has(id) ? [[id, path] as const] : []));
    return {
      curriculum: { id: course.curriculumId, code: course.code },
      from: side(from),
      to: side(to),
      diff,
      paths: Object.fromEntries(paths),
    };
  }
}

function side(edition: EditionRow): Side {
  const { id, manifestHash, forceFrom } = edition;
  return { id, label: editionLabel(edition), manifestHash, forceFrom };
}
