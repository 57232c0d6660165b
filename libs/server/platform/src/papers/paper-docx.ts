import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type Table,
} from 'docx';
import { dataTable, MM, sideBySide, signatureTable } from './docx-tables.js';
import { centred, paragraph } from './docx-text.js';
import type { Paper, PaperBlock } from './paper.js';

const FONT = 'Times New Roman';
const A4 = { width: Math.round(210 * MM), height: Math.round(297 * MM) };

/** A paper as a word processor's file, with the same words as the printed one. */
export async function writeDocx(paper: Paper): Promise<Uint8Array> {
  const size = paper.landscape ? 24 : 26;
  const document = new Document({
    title: paper.title,
    creator: paper.author,
    styles: { default: { document: { run: { font: FONT, size, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: { titlePage: true, page: pageOf(paper) },
        headers: { default: pageNumber(), first: new Header({ children: [new Paragraph('')] }) },
        children: [
          headTable(paper),
          new Paragraph(''),
          ...paper.blocks.flatMap((block) => blockParts(block, paper)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function pageOf({ landscape }: Paper) {
  const { LANDSCAPE, PORTRAIT } = PageOrientation;
  const mm = (value: number) => Math.round(value * MM);
  return {
    size: { ...A4, orientation: landscape ? LANDSCAPE : PORTRAIT },
    margin: { top: mm(20), bottom: mm(20), left: mm(landscape ? 20 : 30), right: mm(15) },
  };
}

function pageNumber(): Header {
  const run = new TextRun({ children: [PageNumber.CURRENT] });
  return new Header({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })],
  });
}

function headTable(paper: Paper): Table {
  const { above, issuer, number, place } = paper.head;
  const rule = (length: number) => centred('―'.repeat(length), { size: 16 });
  return sideBySide(
    paper,
    [42, 58],
    [
      [
        [
          ...(above === '' ? [] : [centred(above, { size: 24 })]),
          centred(issuer, { bold: true, size: 24 }),
          rule(7),
        ],
        [
          centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: 24 }),
          centred('Độc lập - Tự do - Hạnh phúc', { bold: true, size: 26 }),
          rule(16),
        ],
      ],
      [[centred(number, { size: 26 })], [centred(place, { italic: true, size: 26 })]],
    ],
  );
}

function blockParts(block: PaperBlock, paper: Paper): (Paragraph | Table)[] {
  const justify = paper.landscape ? AlignmentType.LEFT : AlignmentType.JUSTIFIED;
  switch (block.kind) {
    case 'title':
      return [
        centred(block.name, { bold: true, size: 28 }),
        centred(block.about, { bold: true }),
        new Paragraph(''),
      ];
    case 'heading': {
      const look = { spacing: { before: 160, after: 80 }, keepNext: true };
      return [paragraph([{ text: block.text, bold: true }], look)];
    }
    case 'paragraph': {
      const look = { spacing: { after: 100 }, indent: { firstLine: 567 } };
      return [paragraph(block.line, { align: justify, ...look })];
    }
    case 'list':
      return block.items.map((item) =>
        paragraph([{ text: '– ' }, ...item], {
          align: justify,
          spacing: { after: 80 },
          indent: { left: 284, hanging: 284 },
        }),
      );
    case 'table':
      return [dataTable(block.columns, block.rows, paper), new Paragraph('')];
    case 'signatures':
      return [new Paragraph(''), signatureTable(block.signers, paper)];
  }
}
