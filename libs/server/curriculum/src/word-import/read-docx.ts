import {
  documentPlainText,
  countWords,
  readingMinutes,
  type RichDocument,
} from '@cam-nang/content/read';
import {
  parseForeignHtml,
  readForeignHtml,
  type ForeignHtml,
  type ForeignImage,
  type ForeignLoss,
} from '@cam-nang/content/foreign-html';
import { DomainError, type RichNode } from '@cam-nang/domain';
import type { DocxHtml, DocxImage } from './docx-html.js';
import { docxLosses } from './docx-losses.js';
import { openDocx, tooLarge } from './open-docx.js';
import { asLesson, asModule, type WordSection } from './word-sections.js';

/** A lesson as a file of Word has it. */
export interface WordLesson {
  readonly title: string;
  readonly document: ForeignHtml['document'];
  readonly words: number;
  readonly minutes: number;
}

/** A loss with its lesson; null where it concerns the file. */
export type PlacedLoss = ForeignLoss & { readonly lesson: number | null };

export interface WordFile {
  /** Title of the whole; empty where the file does not say it. */
  readonly title: string;
  readonly lessons: readonly WordLesson[];
  readonly losses: readonly PlacedLoss[];
}

/** Stores a picture or looks at it; null for one that is refused. */
export type KeepImage = (image: DocxImage) => Promise<ForeignImage | null>;

const MOST_LESSONS = 60;

/**
 * Reads a file of Word as one lesson or as the lessons of a module, with everything that was lost.
 *
 * @throws DomainError as `openDocx`; `document.empty`; `document.too_large` when a lesson, or the number
 *   of lessons, is more than a curriculum takes: nothing is ever cut off
 */
export async function readDocx(
  bytes: Uint8Array,
  as: 'lesson' | 'module',
  keepImage: KeepImage,
): Promise<WordFile> {
  const parts = openDocx(bytes);
  // What reads Word is large: it is loaded when somebody brings a file.
  const { docxHtml } = await import('./docx-html.js');
  const page = await docxHtml(parts);
  const images = new Map<string, ForeignImage | null>();
  for (const image of page.images) images.set(image.source, await keepImage(image));
  const body = parseForeignHtml(page.html);
  const lesson = as === 'lesson' ? asLesson(body) : null;
  const module = lesson === null ? asModule(body) : { title: lesson.title, sections: [lesson] };
  if (module.sections.length > MOST_LESSONS) throw tooLarge('lessons', MOST_LESSONS);
  const read = module.sections.map((section) => readSection(section, images));
  if (read.every(({ lesson: { document } }) => isEmpty(document))) {
    throw new DomainError('document.empty');
  }
  const losses = read.flatMap(({ losses: own }, at) =>
    own.map((loss) => ({ ...loss, lesson: at })),
  );
  const ofFile = [...docxLosses(parts), ...pageLosses(page)];
  return {
    title: module.title,
    lessons: read.map(({ lesson: one }) => one),
    losses: [...ofFile.map((loss) => ({ ...loss, lesson: null })), ...losses],
  };
}

function readSection(
  { title, page }: WordSection,
  images: ReadonlyMap<string, ForeignImage | null>,
): { readonly lesson: WordLesson; readonly losses: readonly ForeignLoss[] } {
  const { document, losses } = readForeignHtml(page, (source) => images.get(source) ?? null);
  const cut = losses.find(({ code }) => code === 'cut');
  if (cut !== undefined) {
    throw new DomainError('document.too_large', { what: 'lesson', title, near: cut.near });
  }
  const text = document as unknown as RichDocument;
  const words = countWords(documentPlainText(text));
  return { lesson: { title, document, words, minutes: readingMinutes(text) }, losses };
}

function pageLosses({ numberedHeadings, lostImages }: DocxHtml): readonly ForeignLoss[] {
  const loss = (code: ForeignLoss['code'], count: number): readonly ForeignLoss[] =>
    count === 0 ? [] : [{ code, under: '', near: '', count }];
  return [...loss('auto_number', numberedHeadings), ...loss('image_lost', lostImages)];
}

function isEmpty(document: { readonly content: readonly RichNode[] }): boolean {
  return document.content.every(
    ({ type, content }) => type === 'paragraph' && content === undefined,
  );
}
