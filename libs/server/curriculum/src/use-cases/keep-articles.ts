import { readArticle, type ForeignArticle, type Tangle } from '@cam-nang/content/course-format';
import { derivedIds, exceededLimit, repairBlockIds, type ExceededLimit } from '@cam-nang/content';
import { readingMinutes, type RichDocument } from '@cam-nang/content/read';
import {
  documentJson,
  hashText,
  type RevisionContentOf,
  type RevisionMetaByKind,
  type RichNode,
} from '@cam-nang/domain';
import { Injectable } from '@nestjs/common';
import { sha256 } from '../integrity/sha256.js';
import { batches } from '../persistence/batches.js';
import { DocumentStore } from '../persistence/document-store.js';
import { RevisionStore } from '../persistence/revision-store.js';
import type { VersionRow } from '../policies/curriculum-version.js';
import { metaOf } from '../policies/node-meta.js';
import { KeepRevisions, type ContentToKeep, type Making } from './keep-revisions.js';

/** An article whose text is to be kept. */
export interface ArticleToKeep {
  readonly nodeId: string;
  readonly path: string;
  /** SHA-256 of the text. */
  readonly hash: string;
  /** The article as it stands; null when it comes or comes back. */
  readonly before: VersionRow | null;
}

/** Where the texts of articles come from, and where to say what could not be read as it was meant. */
export interface ArticleSource {
  /** The text of an article, in its normal form. */
  readonly read: (path: string) => Promise<string>;
  readonly remark: (path: string, remark: ArticleRemark) => void;
}

/** What is not as its writer meant: it stands as it was written, or it is too long to be changed here. */
export type ArticleRemark = Tangle | { readonly reason: ExceededLimit };

const ARTICLES_AT_ONCE = 50;
const MOST_MINUTES = 1000;

/** Keeps articles: the Markdown as it was written and the lesson that readers read. */
@Injectable()
export class KeepArticles {
  constructor(
    private readonly documents: DocumentStore,
    private readonly revisions: RevisionStore,
    private readonly keep: KeepRevisions,
  ) {}

  /**
   * Answers the revision of each node. A text that the article had before is the revision that it was
   * then. Texts are read a few at a time, so that memory does not grow with their number.
   */
  async run(
    articles: readonly ArticleToKeep[],
    source: ArticleSource,
    making: Making,
  ): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const some of batches(articles, ARTICLES_AT_ONCE)) {
      const known = await this.revisions.ofSources(
        some.map(({ nodeId, hash }) => ({ nodeId, source: hash })),
      );
      for (const [nodeId, revisionId] of known) found.set(nodeId, revisionId);
      const fresh = some.filter(({ nodeId }) => !known.has(nodeId));
      const ids = await this.keepSome(fresh, source, making);
      fresh.forEach(({ nodeId }, index) => found.set(nodeId, ids[index] ?? ''));
    }
    return found;
  }

  private async keepSome(
    articles: readonly ArticleToKeep[],
    source: ArticleSource,
    making: Making,
  ): Promise<string[]> {
    const hashes = articles.flatMap(({ before }) => before?.docHash ?? []);
    const bases = await this.documents.byHashes(hashes);
    const contents: ContentToKeep[] = [];
    const sources: { hash: string; text: string }[] = [];
    for (const article of articles) {
      const text = await source.read(article.path);
      const { nodeId, hash, before } = article;
      sources.push({ hash, text });
      const base = bases.get(before?.docHash ?? '') ?? null;
      const read = readArticle(text, nameOf(article.path));
      for (const tangle of read.tangles) source.remark(article.path, tangle);
      const reason = exceededLimit(read.document);
      if (reason !== null) source.remark(article.path, { reason });
      const content = articleContent(article, read, base);
      contents.push({ nodeId, content, parentRevisionId: before?.revisionId ?? null });
    }
    await this.documents.putSources(sources);
    return this.keep.run(contents, making);
  }
}

function articleContent(
  { path, hash, before }: ArticleToKeep,
  { title, document }: ForeignArticle,
  base: RichNode | null,
): RevisionContentOf<'lesson'> {
  const doc = repairBlockIds(document, {
    newId: derivedIds(path),
    base: base as RichDocument | null,
  });
  const markdown = { source: hash, of: hashText(documentJson(doc as RichNode), sha256) };
  const meta = { ...settingsOf(before, title, doc), markdown };
  return { kind: 'lesson', title, meta, doc: doc as RichNode };
}

/** What people set stays; the English title follows the title as long as it is the same. */
function settingsOf(
  before: VersionRow | null,
  title: string,
  doc: RichDocument,
): RevisionMetaByKind['lesson'] {
  const old = before === null ? null : metaOf(before, 'lesson');
  if (old === null) {
    const minutes = Math.min(MOST_MINUTES, Math.max(1, readingMinutes(doc)));
    return { titleEn: title, minutes, outcomes: [], summary: '', summaryEn: '', keywords: [] };
  }
  return { ...old, titleEn: old.titleEn === before?.title ? title : old.titleEn };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
}
