import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every file of a page that arrives later, with those it needs: scripts and style sheets.
 * @param {Record<string, { file: string, css?: string[], imports?: string[] }>} manifest
 * @param {string} module
 */
export function filesOf(manifest, module) {
  const seen = new Set();
  const styles = new Set();
  const visit = (name) => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`${name} is not among the built files.`);
    if (seen.has(chunk.file)) return;
    seen.add(chunk.file);
    for (const style of chunk.css ?? []) styles.add(style);
    for (const next of chunk.imports ?? []) visit(next);
  };
  visit(module);
  return { scripts: [...seen], styles: [...styles] };
}

/**
 * The page of the program for a text that is drawn into it: style sheets of the text first, its scripts asked for
 * at once but after everything that is needed to read.
 * @param {string} html the built page
 * @param {{ scripts: string[], styles: string[] }} files
 */
export function pageWith(html, { scripts, styles }) {
  const missing = (name) => !html.includes(`/${name}"`);
  const links = [
    ...styles
      .filter(missing)
      .map((name) => `<link rel="stylesheet" crossorigin href="/${name}" />`),
    ...scripts
      .filter(missing)
      .map(
        (name) => `<link rel="modulepreload" crossorigin fetchpriority="low" href="/${name}" />`,
      ),
  ];
  return html
    .replace('<script type="module"', '<script type="module" fetchpriority="low"')
    .replace('</head>', `${links.map((link) => `  ${link}\n  `).join('')}</head>`);
}

/**
 * Lays the pages that are drawn beside their program, and takes the list of built files away.
 * @param {string} root folder of the application
 * @param {{ outDir: string, pages: Record<string, string> }} options
 */
export function writeDrawnPages(root, { outDir, pages }) {
  const dist = join(root, 'dist');
  const list = join(dist, '.vite');
  const manifest = JSON.parse(readFileSync(join(list, 'manifest.json'), 'utf8'));
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  mkdirSync(join(root, outDir), { recursive: true });
  for (const [file, module] of Object.entries(pages)) {
    writeFileSync(join(root, outDir, file), pageWith(html, filesOf(manifest, module)));
  }
  rmSync(list, { recursive: true });
}
