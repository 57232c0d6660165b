import {
  mergeChangeRequest,
  openChangeRequest,
  readChangeRequest,
  readDraft,
  reviewChangeRequest,
  saveDraft,
  submitChangeRequest,
} from '@cam-nang/contracts';
import type { Actor } from '@cam-nang/platform';
import type { TestApp } from '@cam-nang/testing';
import { wireDocument } from '../policies/wire-document.js';
import type { SmallCourse } from './curriculum-factory.js';
import type { Desk } from './desk.js';
import { paragraphs } from './small-course.js';

/** A wire document of one paragraph per text. */
export function wireParagraphs(seed: string, ...texts: readonly string[]) {
  return wireDocument(paragraphs(seed, ...texts));
}

/** What people of the desk do with change requests, through the API. */
export class RequestWork {
  constructor(
    private readonly app: TestApp,
    private readonly desk: Desk,
    private readonly small: SmallCourse,
  ) {}

  async open(title = 'Rõ thời hạn trả lời', by: Actor = this.desk.trainer): Promise<string> {
    const { body } = await this.app.request(openChangeRequest, {
      params: { courseId: this.small.course.id },
      body: { title, reason: 'Các xã hỏi nhiều.', kind: 'amendment' },
      as: by,
    });
    return body.id;
  }

  async draft(requestId: string, slug: string, by: Actor = this.desk.trainer) {
    const params = { requestId, nodeId: this.small.idOf(slug) };
    return (await this.app.request(readDraft, { params, as: by })).body;
  }

  /** Saves a lesson with one paragraph, on top of what is there. */
  async rewrite(requestId: string, slug: string, text: string, by: Actor = this.desk.trainer) {
    const before = await this.draft(requestId, slug, by);
    return this.app.request(saveDraft, {
      params: { requestId, nodeId: before.nodeId },
      body: {
        baseVersion: before.version,
        baseHash: before.hash,
        title: before.node.title,
        meta: before.node.meta,
        document: wireParagraphs(slug, text),
      },
      as: by,
    });
  }

  async read(requestId: string, as: Actor = this.desk.editor) {
    return (await this.app.request(readChangeRequest, { params: { requestId }, as })).body;
  }

  submit(requestId: string, as: Actor = this.desk.trainer) {
    return this.app.request(submitChangeRequest, { params: { requestId }, as });
  }

  async approve(requestId: string, as: Actor = this.desk.reviewer) {
    const { overlayHash, kind: requestKind } = await this.read(requestId);
    const body = { overlayHash, requestKind, verdict: 'approve' as const, comment: '' };
    return this.app.request(reviewChangeRequest, { params: { requestId }, body, as });
  }

  merge(requestId: string, as: Actor = this.desk.editor) {
    return this.app.request(mergeChangeRequest, { params: { requestId }, as });
  }

  /** A request that rewrites one lesson and is approved. */
  async approved(slug: string, text: string): Promise<string> {
    const requestId = await this.open(text);
    await this.rewrite(requestId, slug, text);
    await this.submit(requestId);
    await this.approve(requestId);
    return requestId;
  }
}
