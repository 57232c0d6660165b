import { inlineText, renderInlineMarkdown } from '@cam-nang/content/read';
import {
  gapsText,
  questionParts,
  settingChanges,
  withFields,
  type BlockDiff,
  type FieldChange,
  type JsonValue,
  type NodeDiff,
  type QuestionContent,
  type QuestionDiff,
  type TextDiff,
} from '@cam-nang/domain';
import type { PaperLine } from '@cam-nang/platform';
import { blockLines, sideRuns, textSide } from './block-lines.js';
import { BLOCK_WORDS, fieldWord, valueWord } from './paper-words.js';

/** One line of the table: where, what stood there, what stands there now. */
export interface ComparedPlace {
  readonly place: string;
  readonly before: readonly PaperLine[];
  readonly after: readonly PaperLine[];
}

/** Everything that differs in a node, place by place. */
export function nodePlaces(node: NodeDiff): readonly ComparedPlace[] {
  if (node.kind === 'question') return [...placePlaces(node), ...questionPlaces(node)];
  return [
    ...placePlaces(node),
    ...settingChanges(node.meta).flatMap(fieldPlaces),
    ...(node.document === null ? [] : documentPlaces(node.document.root.children)),
  ];
}

function placePlaces({ moved, from, to, renamed }: NodeDiff): readonly ComparedPlace[] {
  const places: ComparedPlace[] = [];
  if (moved && from !== null && to !== null) {
    const same = from.parentId === to.parentId;
    places.push({
      place: same ? 'Thứ tự' : 'Chỗ trong chương trình',
      before: [[{ text: `Vị trí ${from.ordinal}` }]],
      after: [[{ text: `Vị trí ${to.ordinal}${same ? '' : ', dưới mục khác'}` }]],
    });
  }
  if (renamed !== null) places.push(textPlace('Tên', renamed));
  return places;
}

function textPlace(place: string, diff: TextDiff): ComparedPlace {
  return {
    place,
    before: [sideRuns(diff.segments, 'before')],
    after: [sideRuns(diff.segments, 'after')],
  };
}

function fieldPlaces({ path, before, after }: FieldChange): readonly ComparedPlace[] {
  const name = path.at(-1) ?? '';
  const [old, now] = [keyWord(name, before), keyWord(name, after)];
  if (old === now) return [];
  return [
    {
      place: fieldWord(path),
      before: [textSide(old, now, 'before')],
      after: [textSide(old, now, 'after')],
    },
  ];
}

function documentPlaces(blocks: readonly BlockDiff[]): readonly ComparedPlace[] {
  const places: ComparedPlace[] = [];
  let heading = '';
  let no = 0;
  for (const block of blocks) {
    if (block.status !== 'removed') no += 1;
    if (block.status !== 'same' || block.moved) {
      const under = block.type === 'heading' ? '' : heading;
      // What is gone is found by its place in the old text.
      const gone = block.status === 'removed';
      places.push(blockPlace(block, under, gone ? (block.from?.at(-1) ?? 0) + 1 : no));
    }
    if (block.type === 'heading') heading = block.inline.map(({ text }) => text).join('');
  }
  return places;
}

function blockPlace(block: BlockDiff, heading: string, no: number): ComparedPlace {
  const word = BLOCK_WORDS[block.type] ?? 'khối';
  const name = `${word.charAt(0).toUpperCase()}${word.slice(1)} ${no}`;
  const notes = [
    ...(heading === '' ? [] : [`mục “${heading}”`]),
    ...(block.moved ? ['chuyển chỗ'] : []),
    ...(block.status === 'changed' && block.words.inserted + block.words.deleted === 0
      ? formatNote(block)
      : []),
  ];
  return {
    place: [name, ...notes].join(', '),
    before: block.status === 'added' ? [] : blockLines(block, 'before'),
    after: block.status === 'removed' ? [] : blockLines(block, 'after'),
  };
}

function formatNote(block: BlockDiff): string[] {
  return block.inline.some(({ op }) => op === 'format') ? ['đổi định dạng'] : [];
}

function questionPlaces(node: NodeDiff): readonly ComparedPlace[] {
  if (node.status === 'changed') {
    if (node.question !== null) return changedQuestion(node.question);
    return node.moved || node.renamed !== null ? [] : [hiddenQuestion()];
  }
  const side = node.status === 'added' ? 'after' : 'before';
  const content = withFields({}, node.meta, side);
  if (typeof content['stem'] !== 'string') return [hiddenQuestion()];
  const lines = questionLines(content as unknown as QuestionContent);
  const place = 'Câu hỏi';
  return [
    side === 'after' ? { place, before: [], after: lines } : { place, before: lines, after: [] },
  ];
}

/** A text of a question as it is read, without the marks that it is written with. */
function read(markdown: string): string {
  return inlineText(renderInlineMarkdown(markdown));
}

/** The exact decimals of a key are stored with a point and read with a comma. */
function keyWord(name: string, value: JsonValue | undefined): string {
  const decimal = name === 'answer' || name === 'tolerance';
  return decimal && typeof value === 'string' ? value.replace('.', ',') : valueWord(value);
}

/** The keys of questions are not printed for eyes that may not see them. */
function hiddenQuestion(): ComparedPlace {
  const line = [{ text: '(không in: người tải bản này không được xem đáp án)', italic: true }];
  return { place: 'Câu hỏi', before: [line], after: [line] };
}

function questionLines(question: QuestionContent): readonly PaperLine[] {
  const gaps = gapsText(question);
  return [
    [{ text: read(question.stem) }],
    ...(gaps === null ? [] : [[{ text: gaps }]]),
    ...questionParts(question).map((part, index) => {
      const said = Object.values(part.texts).map(read).join(' → ');
      const key = Object.entries(part.key)
        .filter(([name]) => name !== 'rightId')
        .map(([name, value]) => `${fieldWord([name])}: ${keyWord(name, value)}`);
      return [{ text: `Ý ${index + 1}. ${[said, ...key].filter(Boolean).join(' · ')}` }];
    }),
    ...(question.feedback === '' ? [] : [[{ text: `Lời giải: ${read(question.feedback)}` }]]),
  ];
}

function changedQuestion(diff: QuestionDiff): readonly ComparedPlace[] {
  const texts: readonly (readonly [string, TextDiff | null])[] = [
    ['Câu hỏi', diff.stem],
    ['Câu có chỗ trống', diff.gapsText],
    ['Lời giải chung', diff.feedback],
  ];
  const parts = diff.parts.flatMap((part, index) => {
    if (part.status === 'same' && !part.moved) return [];
    const place = `Ý ${index + 1}${part.moved ? ', đổi thứ tự' : ''}`;
    return [
      ...part.texts.map((text) => textPlace(place, text.diff)),
      ...part.key
        .flatMap(fieldPlaces)
        .map((row) => ({ ...row, place: `${place}: ${row.place.toLowerCase()}` })),
      ...(part.feedback === null ? [] : [textPlace(`${place}: lời giải`, part.feedback)]),
    ];
  });
  return [
    ...texts.flatMap(([place, text]) => (text === null ? [] : [textPlace(place, text)])),
    ...parts,
    ...diff.classification.flatMap(fieldPlaces),
  ];
}
