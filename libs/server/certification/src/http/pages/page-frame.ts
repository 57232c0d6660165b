import { type Html, html } from './html.js';
import { BRAND, icon, type PageIcon } from './page-icons.js';
import { wordsOf, type PageLanguage } from './page-language.js';

/** What every verification page is made of. */
export interface PageParts {
  readonly language: PageLanguage;
  /** Path of the stylesheet. */
  readonly stylesheet: string;
  readonly tone: 'good' | 'bad' | 'unsure' | 'plain';
  readonly icon: PageIcon;
  readonly title: string;
  readonly lead: string;
  readonly body: readonly Html[];
}

/** The page asked for in the other language: the same address with another `lang`. */
function languageLink(language: PageLanguage): Html {
  const other = language === 'vi' ? 'en' : 'vi';
  const words = wordsOf(language)('otherLanguage');
  return html`<a class="lang" href="?lang=${other}" lang="${other}" hreflang="${other}"
    >${words}</a
  >`;
}

/** A whole page: plain HTML, no script, nothing from elsewhere. */
export function page(parts: PageParts): string {
  const { language, title } = parts;
  const say = wordsOf(language);
  const whole = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <title>${say('titlePage', { title })}</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href="${parts.stylesheet}" />
      </head>
      <body>
        <div class="in">
          <header class="vb">
            <a class="brand" href="/">${BRAND}${say('brand')}</a>${languageLink(language)}
          </header>
          <main id="main">
            <div class="verdict verdict-${parts.tone}">
              ${icon(parts.icon)}
              <div>
                <h1>${title}</h1>
                <p>${parts.lead}</p>
              </div>
            </div>
            ${parts.body}
          </main>
        </div>
      </body>
    </html> `;
  return whole.text;
}

/** The form for a typed code. */
export function codeForm(
  language: PageLanguage,
  form: { readonly heading: string | null; readonly typed: string; readonly wrong: boolean },
): Html {
  const say = wordsOf(language);
  const heading = form.heading === null ? null : html`<h2 id="again">${form.heading}</h2>`;
  const label =
    form.heading === null ? html`aria-label="${say('code')}"` : html`aria-labelledby="again"`;
  const error = form.wrong
    ? html`<p class="wrong" id="code-wrong">${say('codeMissing')}</p>`
    : null;
  const described = form.wrong ? 'code-hint code-wrong' : 'code-hint';
  const invalid = form.wrong ? html` aria-invalid="true"` : null;
  const ruled = form.heading === null ? 'again again-first' : 'again';
  return html`<section class="${ruled}" ${label}>
    ${heading}
    <form method="get" action="/x">
      <input type="hidden" name="lang" value="${language}" />
      <div class="field">
        <label for="code">${say('code')}</label
        ><input
          class="input num"
          id="code"
          name="code"
          maxlength="300"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          value="${form.typed}"
          aria-describedby="${described}"
          ${invalid}
        />${error}
        <p class="hint" id="code-hint">${say('codeHint')}</p>
      </div>
      <div><button class="btn" type="submit">${say('submit')}</button></div>
    </form>
  </section>`;
}
