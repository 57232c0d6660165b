import type { LessonMeta } from '@cam-nang/domain';
import { stringify } from 'yaml';

import type { RichDocument } from '../../document/document-types.js';
import { writeTopBlocks } from './block-writer.js';
import { WriterLosses, type WriterLoss } from './losses.js';

export interface WrittenDocument {
  readonly markdown: string;
  /** What the course format cannot hold, in reading order; empty for what came from a file. */
  readonly losses: readonly WriterLoss[];
}

/** A document in the course format, as the text of a lesson file without its particulars. */
export function writeDocument(document: RichDocument): WrittenDocument {
  const losses = new WriterLosses();
  const markdown = `${writeTopBlocks(document.content, losses)}\n`;
  return { markdown, losses: losses.list };
}

/** The particulars of a lesson with its name and title. */
export interface LessonParticulars extends LessonMeta {
  readonly id: string;
  readonly title: string;
}

/** A whole lesson file: particulars between lines of `---`, then the text. */
export function writeLesson(
  { id, title, ...meta }: LessonParticulars,
  document: RichDocument,
): WrittenDocument {
  const { titleEn, minutes, outcomes, summary, summaryEn, keywords } = meta;
  const particulars = { id, title, titleEn, minutes, outcomes, summary, summaryEn, keywords };
  const { markdown, losses } = writeDocument(document);
  const frontMatter = stringify(particulars, { lineWidth: 0, collectionStyle: 'any' });
  return { markdown: `---\n${frontMatter}---\n\n${markdown}`, losses };
}
