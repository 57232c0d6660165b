import { AlignmentType, Paragraph, TextRun, type IParagraphOptions } from 'docx';
import type { PaperLine } from './paper.js';

type Aligned = (typeof AlignmentType)[keyof typeof AlignmentType];

function runs(line: PaperLine, size?: number): TextRun[] {
  return line.map(
    ({ text, bold, italic, struck, underlined }) =>
      new TextRun({
        text,
        ...(bold === true && { bold }),
        ...(italic === true && { italics: true }),
        ...(struck === true && { strike: true }),
        ...(underlined === true && { underline: {} }),
        ...(size !== undefined && { size }),
      }),
  );
}

/** How a paragraph looks. */
export interface Look extends Pick<
  IParagraphOptions,
  'spacing' | 'indent' | 'keepNext' | 'border'
> {
  readonly align?: Aligned;
  readonly size?: number;
}

/** A line as a paragraph. */
export function paragraph(line: PaperLine, { align, size, ...look }: Look = {}): Paragraph {
  return new Paragraph({
    ...look,
    ...(align !== undefined && { alignment: align }),
    children: runs(line, size),
  });
}

/** Words in the middle of their place. */
export function centred(
  text: string,
  look: { bold?: boolean; italic?: boolean; size?: number } = {},
) {
  const { size, ...face } = look;
  return paragraph([{ text, ...face }], {
    align: AlignmentType.CENTER,
    ...(size !== undefined && { size }),
  });
}
