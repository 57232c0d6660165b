import mammoth from 'mammoth';
import { readableArchive } from './docx-readable.js';
import { unreadable, type DocxParts } from './open-docx.js';

/** A picture of the file, under the name by which its page refers to it. */
export interface DocxImage {
  readonly source: string;
  readonly bytes: Buffer;
}

export interface DocxHtml {
  readonly html: string;
  readonly images: readonly DocxImage[];
  /** Headings whose number Word counts; the words do not hold it. */
  readonly numberedHeadings: number;
  readonly lostImages: number;
}

const MOST_IMAGES = 300;
/** Bytes of pictures that are kept at one time: a part may be referred to again and again. */
const MOST_IMAGE_BYTES = 60_000_000;

/** How styles of Word are named in the page; names of styles are the same in every language of Word. */
const STYLES = [
  "p[style-name='Title'] => p.MsoTitle:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='TOC Heading'] => p.MsoTocHeading:fresh",
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(
    (level) => `p[style-name='toc ${level}'] => p.MsoToc${level}:fresh`,
  ),
  // Deeper than a page can say; they are headings all the same.
  ...[7, 8, 9].flatMap((level) => [
    `p.Heading${level} => h6:fresh`,
    `p[style-name='Heading ${level}'] => h6:fresh`,
    `p[style-name='heading ${level}'] => h6:fresh`,
  ]),
  'u => u',
  'highlight => mark',
];

interface WordElement {
  readonly styleName?: string | null;
  readonly numbering?: object | null;
  readonly children?: readonly WordElement[];
}

/** The text of an opened file of Word as a page. @throws DomainError `document.unreadable` */
export async function docxHtml(parts: DocxParts): Promise<DocxHtml> {
  const images: DocxImage[] = [];
  let numberedHeadings = 0;
  let imageBytes = 0;
  try {
    const { value, messages } = await mammoth.convertToHtml(archiveInput(parts), {
      styleMap: STYLES,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      transformDocument: (document: WordElement) => {
        numberedHeadings = countNumbered(document);
        return document;
      },
      convertImage: mammoth.images.imgElement(async (image) => {
        const source = `docx-image:${images.length}`;
        if (images.length < MOST_IMAGES && imageBytes < MOST_IMAGE_BYTES) {
          const bytes = await image.readAsBuffer();
          imageBytes += bytes.length;
          images.push({ source, bytes });
        }
        return { src: source };
      }),
    });
    const lostImages = messages.filter(({ message }) => /image/i.test(message)).length;
    return { html: value, images, numberedHeadings, lostImages };
  } catch {
    // Whatever the converter stumbles over: the file says something that no file of Word says.
    throw unreadable('not_word');
  }
}

/** The converter takes an opened archive too; its types know of bytes only. */
function archiveInput(parts: DocxParts): Parameters<typeof mammoth.convertToHtml>[0] {
  return { file: readableArchive(parts) } as unknown as { buffer: Buffer };
}

function countNumbered({ styleName, numbering, children = [] }: WordElement): number {
  const isHeading =
    /^heading \d/i.test(styleName ?? '') && numbering !== null && numbering !== undefined;
  return children.reduce((sum, child) => sum + countNumbered(child), isHeading ? 1 : 0);
}
