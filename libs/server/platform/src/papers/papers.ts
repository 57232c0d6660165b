import { DomainError } from '@cam-nang/domain';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DocumentEngineError } from '../typesetting/document-engine-error.js';
import { TypstTypesetter } from '../typesetting/typst-typesetter.js';
import { Log } from '../logging/log.js';
import type { FileBody } from '../http/answer.js';
import { PaperPdf } from './paper-pdf.js';
import { mapPaperText, printableText } from './paper-text.js';
import type { Paper } from './paper.js';

/** The file types of papers. */
export type PaperFormat = 'pdf' | 'docx';

const MEDIA_TYPES: Readonly<Record<PaperFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
/** A table of changes may run to hundreds of pages. */
const LIMITS = { jobMs: 60_000 };

/** Writes official papers as files; the typesetter starts with the first one. */
@Injectable()
export class Papers implements OnApplicationShutdown {
  readonly #typesetter = new TypstTypesetter(LIMITS);
  #pdf: PaperPdf | null = null;

  constructor(private readonly log: Log) {}

  /** @throws DomainError `server.unavailable` when the file could not be made */
  async write(paper: Paper, format: PaperFormat, name: string): Promise<FileBody> {
    const clean = mapPaperText(paper, printableText);
    const content = format === 'pdf' ? await this.pdf(clean) : await this.docx(clean);
    const fileName = `${printableText(name).replace(/[\\/:*?"<>|]/g, '-')}.${format}`;
    return { content, fileName, mediaType: MEDIA_TYPES[format], length: content.length };
  }

  onApplicationShutdown(): Promise<void> {
    return this.#typesetter.close();
  }

  private async pdf(paper: Paper): Promise<Uint8Array> {
    try {
      this.#pdf ??= new PaperPdf(this.#typesetter);
      return await this.#pdf.write(paper);
    } catch (error) {
      if (!(error instanceof DocumentEngineError)) throw error;
      this.log.error({ error, title: paper.title }, 'a paper could not be typeset');
      throw new DomainError('server.unavailable', { reason: 'document_not_made' });
    }
  }

  /** The writer is large and seldom needed: it is read when somebody asks for it. */
  private async docx(paper: Paper): Promise<Uint8Array> {
    const { writeDocx } = await import('./paper-docx.js');
    return writeDocx(paper);
  }
}
