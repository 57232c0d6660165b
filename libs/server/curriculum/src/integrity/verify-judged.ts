import { overlayHash, revisionHashes, type RevisionContent, type RichNode } from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import { DocumentStore } from '../persistence/document-store.js';
import { IntegrityStore, type JudgedVersion } from '../persistence/integrity-store.js';
import { JudgedStore, type JudgedNode } from '../persistence/judged-store.js';
import { judgedHash } from '../policies/overlay.js';
import { finding, type Finding } from './finding.js';
import { sha256 } from './sha256.js';

/** Checks what verdicts on requests were about against the hash that each verdict names. */
@Injectable()
export class VerifyJudged {
  constructor(
    private readonly store: IntegrityStore,
    private readonly judged: JudgedStore,
    private readonly documents: DocumentStore,
  ) {}

  async *findings(): AsyncGenerator<Finding> {
    for await (const version of this.store.judgedVersions()) {
      if (await this.isAsJudged(version)) continue;
      const { code, number, hash } = version;
      yield finding('judged version', `${hash} of request ${number} of ${code}`, PROBLEM);
    }
  }

  /** A request that came to other words was judged under a hash that names that coming too. */
  private async isAsJudged({ requestId, hash, regrounds }: JudgedVersion): Promise<boolean> {
    const nodes = await this.judged.of(requestId, hash);
    const hashes = nodes.flatMap(({ content }) => content?.docHash ?? []);
    const found = contentOf(nodes, await this.documents.byHashes(hashes));
    return [null, ...regrounds].some((regroundId) => judgedHash({ regroundId }, found) === hash);
  }
}

const PROBLEM = 'what is kept of it is not what the verdicts on it were about';

function contentOf(nodes: readonly JudgedNode[], documents: ReadonlyMap<string, RichNode>): string {
  const contents = new Map(
    nodes.flatMap(({ nodeId, kind, content }) => {
      if (content === null) return [];
      const { title, meta, docHash } = content;
      const doc = docHash === null ? null : (documents.get(docHash) ?? null);
      const whole = { kind, title, meta, doc } as unknown as RevisionContent;
      return [[nodeId, revisionHashes(whole, sha256).contentHash] as const];
    }),
  );
  const items = nodes.map(({ nodeId, placement, deleted, content }) => ({
    ...{ nodeId, placement, deleted },
    revisionId: content === null ? null : nodeId,
  }));
  return overlayHash(items, (nodeId) => contents.get(nodeId) ?? '', sha256);
}
