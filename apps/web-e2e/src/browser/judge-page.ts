import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is wrong with a page for people with disabilities, by axe: WCAG 2.2 AA and best practice. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => {
      const why = failureSummary?.split('\n').slice(1, 3).join(' ').trim() ?? '';
      return `axe ${id}: ${help}. ${short(html)} ${short(why)}`;
    }),
  );
}

/** Whether the page is wider than its window, and by what. */
export async function overflowFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const wide = root.scrollWidth - root.clientWidth;
    if (wide <= 0) return [];
    const culprit = [...document.body.querySelectorAll('*')].find((element) => {
      const { right, width } = element.getBoundingClientRect();
      return width > 0 && right > root.clientWidth + 1 && element.children.length === 0;
    });
    return [`overflows sideways by ${wide} px: ${culprit?.outerHTML.slice(0, 160) ?? '?'}`];
  });
}

/**
 * Sentences of the screens whose figures are missing: a name in braces that nothing was put in for, a gap before
 * the full stop, a value that is none. What people wrote is marked with its language and left out.
 */
export async function unfinishedSentences(page: Page): Promise<string[]> {
  const found = await page.evaluate(() => {
    const unfinished = /\{\w+\}|\s[.,](?:\s|$)|\b(?:undefined|NaN|Invalid Date)\b|\[object /;
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (nodes.nextNode()) {
      const { parentElement: parent, textContent: text } = nodes.currentNode;
      const isOurs = parent?.closest('body [lang], script, style, noscript, code, kbd') === null;
      if (text !== null && isOurs && unfinished.test(text)) texts.push(text.trim().slice(0, 140));
    }
    return texts;
  });
  return found.map((text) => `an unfinished sentence: ${text}`);
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 180 ? `${line.slice(0, 180)}…` : line;
}
