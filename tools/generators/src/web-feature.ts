import { join } from 'node:path';
import { featureName, type FeatureName } from './name.js';
import { writeNewFolder, type Files } from './write-files.js';

/** The two entries of the web. */
export type Entry = 'learn' | 'desk';

/**
 * Makes a web feature with one page and its catalogues.
 * @returns what is left to do by hand, one step a line
 */
export async function newWebFeature(
  root: string,
  nameText: string | undefined,
  entryText: string | undefined,
): Promise<string[]> {
  const name = featureName(nameText);
  if (entryText !== 'learn' && entryText !== 'desk') {
    throw new Error('Say for whom: npm run new:web-feature <name> <learn|desk>.');
  }
  const source = join('apps/web/src', entryText);
  await writeNewFolder(
    join(root, source, 'features', name.kebab),
    webFeatureFiles(name, entryText),
  );
  return [
    `${source}/routes.ts: its address`,
    `${source}/pages: its page, loaded when it is opened`,
    ...(entryText === 'desk' ? [`${source}/shell/places.ts: its place in the navigation`] : []),
    `features/${name.kebab}/messages/vi.ts and en.ts: its words`,
  ];
}

/** The files of a new feature, below its folder. */
export function webFeatureFiles(name: FeatureName, entry: Entry): Files {
  return {
    [`${name.kebab}-page.tsx`]: entry === 'desk' ? deskPage(name) : learnPage(name),
    'messages/index.ts': `import { catalogue } from '../../../../lib/i18n/catalogue.js';
import { vi } from './vi.js';

export const messages = catalogue(vi, () => import('./en.js').then((file) => file.en));
`,
    'messages/vi.ts': `export const vi = {\n  title: '${name.title}',\n} as const;\n`,
    'messages/en.ts': `import type { English } from '../../../../lib/i18n/message.js';
import type { vi } from './vi.js';

export const en: English<typeof vi> = {
  title: '${name.title}',
};
`,
    ...(entry === 'desk'
      ? { 'api/.gitkeep': '', 'components/.gitkeep': '', 'model/.gitkeep': '' }
      : {}),
  };
}

function learnPage({ pascal, title }: FeatureName): string {
  return `import { useMessages } from '../../../lib/i18n/catalogue.js';
import { messages } from './messages/index.js';

/** ${title}. */
export function ${pascal}Page() {
  const { t } = useMessages(messages);
  return <h1>{t('title')}</h1>;
}
`;
}

function deskPage({ pascal, title }: FeatureName): string {
  return `import { useMessages } from '../../../lib/i18n/catalogue.js';
import { WorkHead } from '../../kit/work.js';
import { usePlace } from '../../shell/place-of-page.js';
import { messages } from './messages/index.js';

/** ${title}. */
export function ${pascal}Page() {
  const { t } = useMessages(messages);
  usePlace(t('title'));
  return <WorkHead title={t('title')} />;
}
`;
}
