import {
  canonicalDocument,
  documentJson,
  revisionHashes,
  type RevisionContent,
} from '@cam-nang/domain';
import {
  countWords,
  documentPlainText,
  DOCUMENT_SCHEMA_VERSION,
  type RichDocument,
} from '@cam-nang/content/read';
import { Clock } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { sha256 } from '../integrity/sha256.js';
import { DocumentStore, type NewDocument } from '../persistence/document-store.js';
import { RevisionStore } from '../persistence/revision-store.js';
import { revisionReferences } from '../policies/revision-references.js';

/** Content of a node that shall be kept for ever. */
export interface ContentToKeep {
  readonly nodeId: string;
  readonly content: RevisionContent;
  readonly parentRevisionId: string | null;
}

/** Who made the content, and in which change request. */
export interface Making {
  readonly requestId: string | null;
  readonly authorId: string | null;
  readonly authorLabel: string;
}

/** Turns validated content into revisions with their documents and hashes. */
@Injectable()
export class KeepRevisions {
  constructor(
    private readonly documents: DocumentStore,
    private readonly revisions: RevisionStore,
    private readonly clock: Clock,
  ) {}

  /** Stores the contents in the ambient transaction; answers revision ids in the order given. */
  async run(contents: readonly ContentToKeep[], making: Making): Promise<string[]> {
    const made = contents.map((item) => ({
      ...item,
      hashes: revisionHashes(item.content, sha256),
    }));
    await this.documents.put(
      made.flatMap(({ content, hashes }) => documentToKeep(content, hashes.docHash)),
    );
    const at = this.clock.now();
    return this.revisions.put(
      made.map(({ nodeId, content, parentRevisionId, hashes }) => ({
        nodeId,
        content,
        hashes,
        schemaVersion: DOCUMENT_SCHEMA_VERSION,
        references: revisionReferences(content),
        parentId: parentRevisionId,
        madeInRequestId: making.requestId,
        authorId: making.authorId,
        authorLabel: making.authorLabel,
        at,
      })),
    );
  }
}

/** The document of a content as it is stored; none where it has none. */
export function documentToKeep({ doc }: RevisionContent, hash: string | null): NewDocument[] {
  if (doc === null || hash === null) return [];
  const document = canonicalDocument(doc) as RichDocument;
  const plain = documentPlainText(document);
  return [{ hash, json: documentJson(doc), plain, words: countWords(plain) }];
}
