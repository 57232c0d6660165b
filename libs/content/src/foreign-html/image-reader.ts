import type { BlockBuilder } from './block-builder.js';
import { inlineWords } from './foreign-fit.js';
import type { ForeignState, ReadBlocks } from './foreign-reading.js';
import { cleanWords } from './foreign-words.js';
import { elementsOf, type ForeignElement } from './foreign-tree.js';

const LONGEST_WORDS = 500;
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F)+$/u;

/** The addresses of a page's pictures, each once. */
export function foreignImageSources(root: ForeignElement): readonly string[] {
  const sources = [...elementsOf(root)].filter(isImage).map(sourceOf);
  return [...new Set(sources.filter((source) => source !== ''))];
}

export function isImage({ name }: ForeignElement): boolean {
  return name === 'img' || name === 'v:imagedata' || name === 'image';
}

function sourceOf({ attributes }: ForeignElement): string {
  return attributes.get('src') ?? '';
}

/** A picture that is stored becomes a block of its own; of any other it is said that it is missing. */
export function readImage(builder: BlockBuilder, image: ForeignElement): void {
  const source = sourceOf(image);
  const alt = cleanWords(image.attributes.get('alt') ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  if (EMOJI.test(alt)) return builder.line.add(alt, []);
  if (isDot(image)) return;
  const { losses } = builder.reading;
  const stored = builder.reading.image(source);
  if (stored === null) {
    return losses.add('image_lost', alt || builder.line.words.trim() || nameOf(source));
  }
  builder.flush();
  if (alt === '') losses.add('image_without_alt');
  const { file, width, height } = stored;
  const attrs = {
    ...{ file, alt: shortened(alt) },
    ...(typeof width === 'number' && { width }),
    ...(typeof height === 'number' && { height }),
  };
  builder.push({ type: 'image', attrs });
}

/** Pictures with which pages count their readers or keep distances. */
function isDot({ attributes }: ForeignElement): boolean {
  return attributes.get('width') === '1' || attributes.get('height') === '1';
}

function nameOf(source: string): string {
  return source.startsWith('data:') ? '' : (source.split(/[/\\]/).at(-1) ?? '');
}

function shortened(words: string): string {
  return [...words]
    .slice(0, LONGEST_WORDS / 2)
    .join('')
    .normalize('NFC');
}

/** A figure: its caption belongs to its picture, if there is one. */
export function readFigure(
  builder: BlockBuilder,
  figure: ForeignElement,
  state: ForeignState,
  readBlocks: ReadBlocks,
): void {
  const isCaption = (child: ForeignElement['children'][number]) =>
    typeof child !== 'string' && child.name === 'figcaption';
  const { reading } = builder;
  const blocks = readBlocks(
    reading,
    figure.children.filter((child) => !isCaption(child)),
    state,
  );
  const captions = readBlocks(reading, figure.children.filter(isCaption), state);
  const [image, ...others] = blocks.filter(({ type }) => type === 'image');
  const [line, ...more] = captions;
  const words = inlineWords(line?.content ?? []);
  const fits = line?.type === 'paragraph' && more.length === 0 && words.length <= LONGEST_WORDS;
  if (image === undefined || others.length > 0 || !fits) {
    return builder.push(...blocks, ...captions);
  }
  builder.push(
    ...blocks.map((block) =>
      block === image ? { ...image, attrs: { ...image.attrs, caption: words } } : block,
    ),
  );
}
