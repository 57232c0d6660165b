import { catalogue, translate, useMessages } from '../i18n/catalogue.js';
import { getLocale, type Locale } from '../i18n/locale.js';
import { coreTexts, type CoreCode } from './core-texts-vi.js';
import type { ApiProblem, ProblemCode } from './problem.js';

type Texts = Readonly<Partial<Record<ProblemCode, string>>>;

const core = catalogue(coreTexts, () =>
  import('./core-texts-en.js').then((file) => file.coreTexts),
);

const loaders: Readonly<Record<Locale, () => Promise<{ readonly problemTexts: Texts }>>> = {
  vi: () => import('./problem-texts-vi.js'),
  en: () => import('./problem-texts-en.js'),
};
const loaded = new Map<Locale, Texts>();

/** Fetches the words of a refusal before it is thrown, so that they can be said at once. */
export async function prepareProblemText(code: ProblemCode): Promise<void> {
  if (code in coreTexts) return;
  try {
    await Promise.all(
      (['vi', getLocale()] as const).map(async (locale) => {
        if (!loaded.has(locale)) loaded.set(locale, (await loaders[locale]()).problemTexts);
      }),
    );
  } catch {
    // The words could not be fetched; the general ones are said instead.
  }
}

function special(code: ProblemCode, locale: Locale): string | undefined {
  return loaded.get(locale)?.[code];
}

function coreCode(code: ProblemCode): CoreCode {
  return code in coreTexts ? (code as CoreCode) : 'server.unexpected';
}

/** The words for a problem, in the language of the screens: `const say = useProblemText(); say(problem)`. */
export function useProblemText(): (problem: ApiProblem | ProblemCode) => string {
  const { t, locale } = useMessages(core);
  return (problem) => {
    const code = typeof problem === 'string' ? problem : problem.code;
    return special(code, locale) ?? t(coreCode(code));
  };
}

/** The same outside components. */
export function problemText(code: ProblemCode): string {
  return special(code, getLocale()) ?? translate(core)(coreCode(code));
}
