import type {
  CheckNode,
  CourseBlock,
  FormNode,
  LegalNode,
  StepsNode,
} from '../document/document-types.js';
import { blockAttribute, listHtml, plainBlocksHtml, type HtmlContext } from './html-blocks.js';
import { element, escapeHtml, inlineHtml } from './html-text.js';
import { shownDate, type RenderLabels } from './labels.js';

/** A course block other than a legal basis, which is gathered with its neighbours. */
export function courseBlockHtml(
  context: HtmlContext,
  block: Exclude<CourseBlock, LegalNode>,
): string {
  switch (block.type) {
    case 'case':
      return box(block, 'case', block.attrs.title, plainBlocksHtml(context, block.content));
    case 'warning': {
      const title = block.attrs.title || context.labels.warning;
      return box(block, 'warn', title, plainBlocksHtml(context, block.content));
    }
    case 'qa':
      return box(block, 'qa', block.attrs.question, plainBlocksHtml(context, block.content));
    case 'contact':
      return box(block, 'well', block.attrs.title, plainBlocksHtml(context, block.content));
    case 'steps':
      return stepsHtml(context, block);
    case 'form':
      return formHtml(context, block);
    case 'check':
      return checkHtml(context, block);
  }
}

/** Legal bases that follow each other are one ruled list. */
export function legalHtml({ labels }: HtmlContext, blocks: readonly LegalNode[]): string {
  return element('ul', { class: 'law' }, blocks.map((block) => basisHtml(labels, block)).join(''));
}

function box(block: CourseBlock, className: string, title: string, body: string): string {
  const heading = title === '' ? '' : element('h3', { class: 'blk-l' }, escapeHtml(title));
  return element('section', { ...blockAttribute(block), class: className }, heading + body);
}

function stepsHtml(context: HtmlContext, block: StepsNode): string {
  const body = block.content.map((child) =>
    child.type === 'orderedList'
      ? listHtml(context, child, 'do text')
      : plainBlocksHtml(context, [child]),
  );
  return box(block, 'steps', block.attrs.title, body.join(''));
}

function formHtml(context: HtmlContext, block: FormNode): string {
  const { title, code } = block.attrs;
  const name = [title || context.labels.form, code].filter((part) => part !== '').join(' · ');
  return box(block, 'panel', name, plainBlocksHtml(context, block.content));
}

const STATE_TAG = { 'in-force': 'tag-ok', superseded: 'tag-warn', expired: 'tag-bad' } as const;

function basisHtml(labels: RenderLabels, block: LegalNode): string {
  const { document, article, from, to, state } = block.attrs;
  const source = [document, article].filter(Boolean).join(', ');
  const stateText = {
    'in-force': labels.inForce,
    superseded: labels.superseded,
    expired: labels.expired,
  }[state];
  const tags = [
    element('span', { class: `tag ${STATE_TAG[state]}` }, escapeHtml(stateText)),
    ...(from === undefined ? [] : [dateTag(labels.from(shownDate(from)))]),
    ...(to === undefined ? [] : [dateTag(labels.until(shownDate(to)))]),
  ];
  const words = block.content
    .map((paragraph) => element('p', blockAttribute(paragraph), inlineHtml(paragraph.content)))
    .join('');
  const inner =
    element('cite', {}, escapeHtml(source)) +
    element('span', { lang: labels.lang }, tags.join(' ')) +
    element('div', { class: 'text' }, words);
  return element('li', blockAttribute(block), inner);
}

function dateTag(text: string): string {
  return element('span', { class: 'tag' }, escapeHtml(text));
}

/** Works without script: the answer opens in a `details`. */
function checkHtml({ labels }: HtmlContext, block: CheckNode): string {
  const items = block.content?.flatMap((list) => list.content) ?? [];
  const words = (item: (typeof items)[number]) =>
    item.content.map((paragraph) => inlineHtml(paragraph.content)).join('<br>');
  const options = items.map((item) => element('li', blockAttribute(item), words(item)));
  const right = items.filter((item) => item.attrs.checked).map(words);
  const answer = [
    ...(right.length === 0
      ? []
      : [element('p', {}, `${localHtml(labels, labels.rightAnswer)}: ${right.join('; ')}`)]),
    ...(block.attrs.answer === '' ? [] : [element('p', {}, escapeHtml(block.attrs.answer))]),
  ];
  const inner = [
    element('h3', { class: 'blk-l' }, localHtml(labels, labels.check)),
    element('p', { class: 'text' }, escapeHtml(block.attrs.question)),
    options.length === 0
      ? ''
      : element('div', { class: 'text' }, element('ul', {}, options.join(''))),
    answer.length === 0 ? '' : answerHtml(labels, answer.join('')),
  ];
  return element('section', { ...blockAttribute(block), class: 'check' }, inner.join(''));
}

function answerHtml(labels: RenderLabels, answer: string): string {
  const summary = element('summary', {}, localHtml(labels, labels.showAnswer));
  return element('details', {}, summary + element('div', { class: 'say text' }, answer));
}

function localHtml(labels: RenderLabels, text: string): string {
  return element('span', { lang: labels.lang }, escapeHtml(text));
}
