import type { readEditionBases, ResponseOf } from '@cam-nang/contracts';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { DocumentStore } from '../persistence/document-store.js';
import { unconfirmedBases, type TextOfNode } from '../policies/legal-bases.js';
import { changedTexts } from '../policies/request-checks.js';
import { CourseAccess } from './course-access.query.js';
import { LegalDocuments } from './legal-documents.query.js';
import { Overlays } from './overlays.query.js';
import { RequestAccess } from './request-access.query.js';
import { Versions } from './versions.query.js';

type Bases = ResponseOf<typeof readEditionBases>;

/** What lessons rest on, asked of the register. It warns and refuses nothing: the text was judged by people. */
@Injectable()
export class LegalBases {
  constructor(
    private readonly courses: CourseAccess,
    private readonly requests: RequestAccess,
    private readonly overlays: Overlays,
    private readonly versions: Versions,
    private readonly documents: DocumentStore,
    private readonly register: LegalDocuments,
  ) {}

  /** Of a whole edition. @throws DomainError `resource.not_found` */
  async ofEdition(actor: Actor, editionId: string, on?: string): Promise<Bases> {
    const { edition } = await this.courses.edition(actor, 'curriculum.read', editionId);
    const { nodes } = await this.versions.ofEdition(edition);
    const lessons = nodes.filter(({ kind }) => kind === 'lesson');
    const hashes = lessons.flatMap(({ docHash }) => (docHash === null ? [] : [docHash]));
    const stored = await this.documents.byHashes(hashes);
    const texts = lessons.map(({ nodeId, label, title, docHash }): TextOfNode => {
      return { nodeId, label, title, text: stored.get(docHash ?? '') ?? null };
    });
    return unconfirmedBases(await this.register.register(), texts, this.register.day(on));
  }

  /** Of what a request changes. @throws DomainError `resource.not_found` */
  async ofRequest(actor: Actor, requestId: string, on?: string): Promise<Bases> {
    const { request } = await this.requests.read(actor, 'curriculum.read', requestId);
    const overlay = await this.overlays.load(request);
    const changed = changedTexts(overlay);
    const lessons = overlay.result.nodes.filter(({ kind }) => kind === 'lesson');
    const texts = lessons.flatMap(({ nodeId, label, title }): TextOfNode[] => {
      const text = changed.get(nodeId);
      return text === undefined ? [] : [{ nodeId, label, title, text }];
    });
    return unconfirmedBases(await this.register.register(), texts, this.register.day(on));
  }
}
