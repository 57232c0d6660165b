import { Injectable } from '@nestjs/common';
import { NodeStore } from '../persistence/node-store.js';
import { VersionStore } from '../persistence/version-store.js';
import { historyTree, type HistoryTree } from '../policies/history-tree.js';

/** Curricula that were read from files. */
@Injectable()
export class HistoryTrees {
  constructor(
    private readonly versions: VersionStore,
    private readonly nodes: NodeStore,
  ) {}

  /** The articles and chapters as commit `seq` of the line left them. */
  async at(curriculumId: string, lineId: string, seq: number): Promise<HistoryTree> {
    const rows = seq === 0 ? [] : await this.versions.asOf(lineId, seq);
    return historyTree(rows, await this.nodes.ofFiles(curriculumId));
  }
}
