import type { Page } from 'playwright-core';

const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;

/**
 * Vietnamese that a reader of English meets without being told: text and names of controls with Vietnamese
 * letters outside `lang="vi"`, once everything that people wrote has been taken out of them.
 */
export async function vietnameseLeft(page: Page, written: Iterable<string>): Promise<string[]> {
  const { said, marked } = await page.evaluate(collect);
  const quoted = [...written, ...marked, 'Cẩm Nang']
    .filter((text) => VIETNAMESE.test(text))
    .map((text) => text.toLocaleLowerCase('vi'))
    .sort((one, other) => other.length - one.length);
  const found = said.filter(({ text }) => {
    const rest = text.toLocaleLowerCase('vi');
    return VIETNAMESE.test(quoted.reduce((left, part) => left.replaceAll(part, ''), rest));
  });
  const lines = found.map(({ where, text }) => `${where}: ${text.slice(0, 140)}`);
  return [...new Set(lines)].map((line) => `Vietnamese left in English, ${line}`);
}

interface Said {
  readonly where: string;
  readonly text: string;
}

/** Runs in the page: what is said outside `lang="vi"`, and the texts that stand in it. */
function collect(): { said: Said[]; marked: string[] } {
  const clean = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
  const isMeant = (element: Element) =>
    element.closest('[lang]')?.getAttribute('lang') !== 'vi' &&
    element.closest('script, style, noscript') === null &&
    element.checkVisibility();
  const said: Said[] = [];
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const { parentElement, textContent } = nodes.currentNode;
    const text = clean(textContent);
    if (parentElement !== null && text !== '' && isMeant(parentElement)) {
      said.push({ where: 'text', text });
    }
  }
  for (const where of ['aria-label', 'aria-description', 'title', 'placeholder', 'alt']) {
    const named = [...document.querySelectorAll(`[${where}]`)].filter(isMeant);
    said.push(...named.map((one) => ({ where, text: clean(one.getAttribute(where)) })));
  }
  const marked = [...document.querySelectorAll('[lang="vi"], [lang="vi"] *')];
  return {
    said,
    marked: marked.map((one) => clean(one.textContent)).filter((text) => text !== ''),
  };
}
