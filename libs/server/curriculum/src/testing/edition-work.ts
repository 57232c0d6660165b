import {
  issueEdition,
  openChangeRequest,
  prepareEdition,
  withdrawEdition,
  type InputOf,
} from '@cam-nang/contracts';
import { hanoiDate } from '@cam-nang/domain';
import type { TestApp } from '@cam-nang/testing';
import type { SmallCourse } from './curriculum-factory.js';
import type { Desk } from './desk.js';
import type { RequestWork } from './request-work.js';

type Kind = 'amendment' | 'erratum';

/** What people of the desk do with editions, through the API. */
export class EditionWork {
  constructor(
    private readonly app: TestApp,
    private readonly desk: Desk,
    private readonly small: SmallCourse,
    private readonly requests: RequestWork,
  ) {}

  /** Seals the next edition: of the main line, or an erratum to a named one. */
  prepare(kind: Kind, editionId?: string) {
    const params = { courseId: this.small.course.id };
    const body = { kind, title: 'Ấn bản', ...(editionId !== undefined && { editionId }) };
    return this.app.request(prepareEdition, { params, body, as: this.desk.editor });
  }

  issue(edition: { readonly id: string; readonly manifestHash: string }, effectiveFrom: string) {
    const decisionNo = `${edition.id.slice(-6)}/QĐ-SNV`;
    const body = {
      manifestHash: edition.manifestHash,
      ...{ decisionNo, decisionTitle: 'Ban hành', confirmation: decisionNo },
      ...{ decisionDate: hanoiDate(this.app.clock.now()), effectiveFrom },
    };
    const params = { editionId: edition.id };
    return this.app.request(issueEdition, { params, body, as: this.desk.director });
  }

  async issued(effectiveFrom: string, kind: Kind = 'amendment', editionId?: string) {
    const { edition } = (await this.prepare(kind, editionId)).body;
    return (await this.issue(edition, effectiveFrom)).body.edition;
  }

  withdraw(editionId: string, on: string, fallbackId: string | null = null) {
    const decisionNo = `${editionId.slice(-6)}/QĐ-TH`;
    const body = {
      ...{ decisionNo, confirmation: decisionNo, decisionDate: hanoiDate(this.app.clock.now()) },
      ...{ reason: 'Đính chính sai.', on, fallbackId },
    };
    const params = { editionId };
    return this.app.request(withdrawEdition, { params, body, as: this.desk.director });
  }

  /** Opens an erratum: to a named edition, or to what is newest. */
  correct(editionId?: string, other: Partial<InputOf<typeof openChangeRequest>['body']> = {}) {
    const params = { courseId: this.small.course.id };
    const words = { title: 'Sửa hạn', reason: 'Viện dẫn sai.', kind: 'erratum' as const };
    const body = { ...words, ...(editionId !== undefined && { editionId }), ...other };
    return this.app.request(openChangeRequest, { params, body, as: this.desk.trainer });
  }

  /** An erratum that rewrites one lesson and is merged; its id. */
  async corrected(editionId: string | undefined, slug: string, text: string): Promise<string> {
    const { id } = (await this.correct(editionId)).body;
    await this.requests.rewrite(id, slug, text);
    await this.requests.submit(id);
    await this.requests.approve(id);
    const merged = await this.requests.merge(id);
    if (merged.status !== 200) throw new Error(`not merged: ${merged.status}`);
    return id;
  }
}
