import type { applyWordImport, InputOf } from '@cam-nang/contracts';
import { DomainError, toHex, type NodeKind } from '@cam-nang/domain';
import { Database, mediaTypeOf, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { sha256 } from '../integrity/sha256.js';
import { DraftStore } from '../persistence/draft-store.js';
import type { CurriculumVersion, PlacedNode } from '../policies/curriculum-version.js';
import { textHash } from '../policies/draft-merge.js';
import { imageSize } from '../policies/image-size.js';
import { OPEN_STATES } from '../policies/request-facts.js';
import { Overlays } from '../queries/overlays.query.js';
import { RequestAccess } from '../queries/request-access.query.js';
import type { DocxImage } from '../word-import/docx-html.js';
import { readDocx, type WordFile } from '../word-import/read-docx.js';
import {
  wordImportView,
  type WordImportView,
  type WrittenNodes,
} from '../word-import/word-outline.js';
import { AddNode } from './add-node.js';
import { SaveDraft } from './save-draft.js';
import { UploadImage } from './upload-image.js';

type Asked = InputOf<typeof applyWordImport>;

const ACCEPTED_IMAGES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp']);
const MOST_IMAGE_BYTES = 5_000_000;
const LONGEST_MINUTES = 600;
/** Where a file may go: the kind of node that is named for it. */
const TARGET: Readonly<Record<Asked['body']['fields']['into'], NodeKind>> = {
  lesson: 'module',
  module: 'root',
  text: 'lesson',
};

interface Target {
  readonly node: PlacedNode;
  readonly version: CurriculumVersion;
}

/** Makes lessons of a file of Word in a request; looked at first, then written as a whole. */
@Injectable()
export class ImportWord {
  constructor(
    private readonly database: Database,
    private readonly access: RequestAccess,
    private readonly overlays: Overlays,
    private readonly drafts: DraftStore,
    private readonly addNode: AddNode,
    private readonly saveDraft: SaveDraft,
    private readonly upload: UploadImage,
  ) {}

  /** What the file would become. Nothing is written. @throws DomainError as `run` */
  async check(actor: Actor, asked: Asked): Promise<WordImportView> {
    const target = await this.target(actor, asked);
    const file = await read(asked, (image) => Promise.resolve(lookAt(image)));
    const named = withTitles(file, asked, target);
    return wordImportView(named, moduleTitle(asked, named), null);
  }

  /**
   * @throws DomainError `resource.not_found`, `change_request.wrong_state`, `curriculum.structure_invalid`,
   *   `curriculum.stale_draft`, and what is wrong with the file (`document.…`)
   */
  async run(actor: Actor, asked: Asked): Promise<WordImportView> {
    // Asked before the file is read, and again where it is written. Reading takes seconds and belongs to no
    // transaction; pictures are named by their content, so one that is kept in vain does no harm.
    await this.target(actor, asked);
    const file = await read(asked, (image) => this.keep(actor, image));
    return this.database.run(async () => {
      const target = await this.target(actor, asked);
      const named = withTitles(file, asked, target);
      const written = await this.write(actor, asked, target, named);
      return wordImportView(named, moduleTitle(asked, named), written);
    });
  }

  private async target(actor: Actor, { params, body }: Asked): Promise<Target> {
    const { request } = await this.access.read(actor, 'curriculum.edit', params.requestId);
    if (!OPEN_STATES.has(request.state)) {
      throw new DomainError('change_request.wrong_state', { state: request.state });
    }
    const version = (await this.overlays.load(request)).result;
    const node = version.byId.get(body.fields.nodeId);
    if (node === undefined) throw new DomainError('resource.not_found');
    if (node.kind !== TARGET[body.fields.into]) {
      const violations = [{ rule: 'kind_allowed', nodeId: node.nodeId }];
      throw new DomainError('curriculum.structure_invalid', { violations });
    }
    return { node, version };
  }

  private async write(
    actor: Actor,
    asked: Asked,
    { node, version }: Target,
    file: WordFile,
  ): Promise<WrittenNodes> {
    const { into } = asked.body.fields;
    if (into === 'text') {
      await this.replaceText(actor, asked, node, file);
      return { moduleId: null, lessonIds: [node.nodeId] };
    }
    const last = (id: string, kind: NodeKind) =>
      version.children(id).findLast((child) => child.kind === kind)?.nodeId ?? null;
    const { requestId } = asked.params;
    if (into === 'lesson') {
      const after = last(node.nodeId, 'lesson');
      return {
        moduleId: null,
        lessonIds: await this.add(actor, requestId, node.nodeId, after, file),
      };
    }
    const moduleId = await this.addNode.run(actor, requestId, {
      kind: 'module',
      parentId: node.nodeId,
      afterNodeId: last(node.nodeId, 'module'),
      title: file.title,
    });
    return { moduleId, lessonIds: await this.add(actor, requestId, moduleId, null, file) };
  }

  private async add(
    actor: Actor,
    requestId: string,
    parentId: string,
    after: string | null,
    file: WordFile,
  ): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const { title, document, minutes } of file.lessons) {
      const afterNodeId = ids.at(-1) ?? after;
      const body = { kind: 'lesson' as const, parentId, afterNodeId, title };
      const nodeId = await this.addNode.run(actor, requestId, body);
      const made = await this.drafts.version(requestId, nodeId, 1);
      if (made === null) throw new DomainError('resource.not_found');
      const meta = { ...made.meta, minutes: Math.min(LONGEST_MINUTES, Math.max(1, minutes)) };
      await this.saveDraft.run(actor, {
        params: { requestId, nodeId },
        body: {
          baseVersion: 1,
          baseHash: textHash('lesson', made),
          title,
          meta,
          document: { ...document },
        },
      });
      ids.push(nodeId);
    }
    return ids;
  }

  private async replaceText(
    actor: Actor,
    { params, body }: Asked,
    node: PlacedNode,
    file: WordFile,
  ): Promise<void> {
    const [lesson] = file.lessons;
    if (lesson === undefined) throw new DomainError('document.empty');
    await this.saveDraft.run(actor, {
      params: { requestId: params.requestId, nodeId: node.nodeId },
      body: {
        baseVersion: Number(body.fields.baseVersion ?? 0),
        // Not merged with but replaced: the version tells whether it is still the text that was seen.
        baseHash: node.contentHash,
        title: node.title,
        meta: { ...node.meta },
        document: { ...lesson.document },
      },
    });
  }

  /** Stored by the same rules as an upload; a picture that those refuse is told among the losses. */
  private async keep(actor: Actor, image: DocxImage) {
    const found = lookAt(image);
    if (found === null) return null;
    const mediaType = mediaTypeOf(image.bytes) ?? '';
    try {
      const {
        sha256: file,
        width,
        height,
      } = await this.upload.run(actor, {
        name: image.source,
        mediaType,
        bytes: image.bytes,
      });
      return { file, width, height };
    } catch (error) {
      if (error instanceof DomainError && error.code === 'file.refused') return null;
      throw error;
    }
  }
}

function read({ body }: Asked, keepImage: Parameters<typeof readDocx>[2]): Promise<WordFile> {
  return readDocx(body.file.bytes, body.fields.into === 'module' ? 'module' : 'lesson', keepImage);
}

/** What storing a picture would answer, without storing it. */
function lookAt({ bytes }: DocxImage) {
  const mediaType = mediaTypeOf(bytes) ?? '';
  if (!ACCEPTED_IMAGES.has(mediaType) || bytes.length > MOST_IMAGE_BYTES) return null;
  const size = imageSize(mediaType, bytes);
  return size === null ? null : { file: toHex(sha256(bytes)), ...size };
}

/** Every part has a title: its own, that of the whole, or the name of the file. */
function withTitles(file: WordFile, { body }: Asked, { node }: Target): WordFile {
  const title = file.title || nameOf(body.file.name);
  if (body.fields.into === 'text') return underTitle(file, node.title);
  const lessons = file.lessons.map((lesson) => ({ ...lesson, title: lesson.title || title }));
  return { ...file, title, lessons };
}

/** What goes into a lesson has its title. A title of the file is no part of the text: it is told, not lost. */
function underTitle(file: WordFile, title: string): WordFile {
  const lessons = file.lessons.map((lesson) => ({ ...lesson, title }));
  const unused = file.lessons.flatMap((lesson, at) => {
    if (lesson.title === '' || lesson.title === title) return [];
    const loss = { code: 'title_kept' as const, under: '', near: lesson.title, count: 1 };
    return [{ ...loss, lesson: at }];
  });
  return { ...file, title, lessons, losses: [...unused, ...file.losses] };
}

function moduleTitle({ body }: Asked, file: WordFile): string | null {
  return body.fields.into === 'module' ? file.title : null;
}

function nameOf(name: string): string {
  const bare = name
    .replace(/\.(docx|zip)$/i, '')
    .replace(/[_\s]+/gu, ' ')
    .trim();
  return bare === '' ? name : bare;
}
