import { renderToString } from 'preact-render-to-string';
import { Router } from 'wouter';
import type { readSession as readSessionContract, ResponseOf } from '@cam-nang/contracts';
import { readSession } from '@cam-nang/contracts/routes';
import { putAnswers, type Answers } from '../../lib/api/resource.js';
import { fetchEnglish, inLocale } from '../../lib/i18n/locale.js';
import { inSession } from '../../lib/session/session.js';
import { App } from '../app.js';
import { firstReadOf, preloadPage } from '../pages.js';
import { fillPage } from './fill-page.js';

/*
 * Entry for the server, not for a browser: draws the page of a lesson with its text, so that a phone on a bad
 * line can show it before the program is there. The program then takes the page over (take-over.ts).
 */

/** A page to be drawn. `answers` are what the endpoints of `readsOf` answered, by their addresses. */
export interface PageToDraw {
  readonly path: string;
  /** The built page of the program, without a text. */
  readonly template: string;
  readonly answers: Answers;
  /** The cookies of the program's own (`cam-nang.…`), by name. */
  readonly cookies: Readonly<Record<string, string>>;
}

/** The session and what the page shows first, as addresses of endpoints; nothing when the page is not drawn. */
export function readsOf(path: string): readonly string[] {
  const first = firstReadOf(path);
  return first === undefined ? [] : [readSession.path, first];
}

/** The file with the page of the program which has what this page needs in its head. */
export function templateOf(path: string): string {
  return path.startsWith('/handbook/') ? 'handbook-lesson.html' : 'lesson.html';
}

/** The whole page as HTML. Texts and program must be here: wait for `ready()` once. */
export function drawPage({ path, template, answers, cookies }: PageToDraw): string {
  const { [readSession.path]: session, ...shown } = answers;
  // The endpoint answered it, by its contract.
  const reader = session as ResponseOf<typeof readSessionContract>;
  const { locale } = reader.account;
  const forget = putAnswers(shown);
  try {
    const body = inSession(reader, () =>
      inLocale(locale, () =>
        renderToString(
          <Router ssrPath={path}>
            <App />
          </Router>,
        ),
      ),
    );
    const drawn = { accountId: reader.account.id, answers: shown };
    return fillPage({ template, body, drawn, title: titleIn(shown), locale, cookies });
  } finally {
    forget();
  }
}

/** The title that an answer has. */
function titleIn(answers: Answers): string {
  const [shown] = Object.values(answers) as readonly { readonly title?: unknown }[];
  return typeof shown?.title === 'string' ? shown.title : '';
}

/** Fetches the texts and the pages that are drawn; fails when one cannot be had. */
export async function ready(): Promise<void> {
  const pages = await Promise.all(
    ['/course/_/lessons/_', '/handbook/_/lessons/_'].map((path) => preloadPage(path)),
  );
  if (pages.includes(false)) throw new Error('A page that is drawn cannot be loaded.');
  await fetchEnglish();
}
