import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Folders of the web program and what each may import of the others. `learn` and `desk` are two entries
 * that never import each other: a trainee's phone must not pay for the desk.
 */
export const WEB_FOLDERS = {
  lib: [],
  ui: ['lib'],
  reader: ['ui', 'lib'],
  // The signed-in person, the same in both entries.
  account: ['ui', 'lib'],
  learn: ['account', 'reader', 'ui', 'lib'],
  desk: ['account', 'reader', 'ui', 'lib'],
};

/** Inside an entry. Features never import each other; routes join them. */
export const ENTRY_FOLDERS = {
  learn: {
    routes: ['features', 'shell', 'journal', 'study'],
    // Pages as the server draws them: takes the place of the browser's entry.
    drawn: ['features', 'shell', 'journal', 'study'],
    // The shell sends what earlier visits left in the journal.
    shell: ['journal'],
    features: ['journal', 'study', 'shell'],
    // What several features of studying share: addresses of items, reasons of the next step.
    study: ['journal'],
    // Answers kept on the device until the office has them.
    journal: [],
  },
  desk: {
    routes: ['features', 'shell', 'editor', 'kit', 'data'],
    shell: ['kit', 'data'],
    features: ['editor', 'kit', 'shell', 'data'],
    editor: ['kit', 'data'],
    kit: [],
    data: [],
  },
};

/** Inside a feature of the desk: shapes of data never know the parts that show them. */
const DESK_FEATURE_FOLDERS = {
  components: ['api', 'model', 'messages'],
  api: ['model'],
  model: [],
  messages: [],
};

/** Zones for `import-x/no-restricted-paths`. @param {string} root */
export function webZones(root) {
  const source = join(root, 'apps/web/src');
  return [
    ...zones(source, WEB_FOLDERS, 'web'),
    ...Object.entries(ENTRY_FOLDERS).flatMap(([entry, folders]) => [
      ...entryZones(join(source, entry), folders, entry),
      ...featureZones(join(source, entry, 'features'), entry),
    ]),
  ];
}

function zones(source, folders, where) {
  return Object.entries(folders).map(([folder, allowed]) => ({
    target: join(source, folder),
    from: source,
    except: [folder, ...allowed].map((name) => `./${name}`),
    message: `${where}: ${folder}/ may import only ${allowed.map((name) => `${name}/`).join(', ') || 'itself'} (docs/architecture.md).`,
  }));
}

/** Files beside the folders (route table, sign-in state) are open to all; other folders are not. */
function entryZones(source, folders, entry) {
  return Object.entries(folders).flatMap(([folder, allowed]) => {
    const closed = Object.keys(folders).filter(
      (name) => name !== folder && !allowed.includes(name),
    );
    return closed.map((other) => ({
      target: join(source, folder),
      from: join(source, other),
      message: `${entry}: ${folder}/ may not import ${other}/ (docs/architecture.md).`,
    }));
  });
}

function featureZones(source, entry) {
  return subfolders(source).flatMap((feature) => [
    {
      target: join(source, feature),
      from: source,
      except: [`./${feature}`],
      message: `${entry}: features never import each other; a route joins them.`,
    },
    ...(entry === 'desk' ? zones(join(source, feature), DESK_FEATURE_FOLDERS, feature) : []),
  ]);
}

/** Names of the folders in a folder that may not exist yet. */
export function subfolders(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
