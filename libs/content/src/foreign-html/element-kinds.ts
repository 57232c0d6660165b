import type { ForeignLossCode } from './foreign-losses.js';

/** What never belongs to a text. */
export const SILENT: ReadonlySet<string> = new Set([
  ...['style', 'script', 'meta', 'link', 'title', 'head', 'xml', 'template', 'noscript', 'base'],
  ...['col', 'colgroup', 'datalist', 'param', 'source', 'track', 'rp', 'w:data', 'wbr'],
]);

/** What a lesson cannot hold: left out, and said. */
export const LEFT_OUT: ReadonlyMap<string, ForeignLossCode> = new Map<string, ForeignLossCode>([
  ...[
    'video',
    'audio',
    'iframe',
    'object',
    'embed',
    'canvas',
    'svg',
    'map',
    'applet',
    'frameset',
  ].map((name): [string, ForeignLossCode] => [name, 'media']),
  ...['select', 'textarea', 'button', 'progress', 'meter'].map(
    (name): [string, ForeignLossCode] => [name, 'field'],
  ),
  ['nav', 'page_furniture'],
]);

export const FORMULAS: ReadonlySet<string> = new Set(['math', 'm:omath', 'm:omathpara']);

/** Elements that end the line before and after them. */
export const BLOCKS: ReadonlySet<string> = new Set([
  ...[
    'address',
    'article',
    'aside',
    'body',
    'center',
    'dd',
    'details',
    'dialog',
    'div',
    'dl',
    'dt',
  ],
  ...[
    'fieldset',
    'figure',
    'figcaption',
    'footer',
    'form',
    'header',
    'hgroup',
    'html',
    'legend',
    'li',
  ],
  ...['main', 'option', 'p', 'pre', 'search', 'section', 'summary', 'xmp', 'plaintext', 'listing'],
  ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption', 'optgroup'],
]);

/** Parts of a page of Word beside its text. */
export const WORD_PARTS: ReadonlyMap<string, ForeignLossCode> = new Map<string, ForeignLossCode>([
  ['comment-list', 'comment'],
  ['header', 'page_furniture'],
  ['footer', 'page_furniture'],
]);
