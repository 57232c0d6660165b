/**
 * Guards the weight of the trainee's program: what must arrive before its first page works.
 * Run `npm run size -w @cam-nang/web`; fails above the budget or when code of the desk travels with it.
 */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const budget = 100_000;
const root = fileURLToPath(new URL('..', import.meta.url));
const forbidden = [
  /\/src\/desk\//,
  /\/node_modules\/zod\//,
  /\/node_modules\/@tanstack\//,
  /\/node_modules\/@base-ui\//,
  /\/node_modules\/@tiptap\//,
  /\/node_modules\/prosemirror-/,
  /\/node_modules\/react-hook-form\//,
  /\/node_modules\/@headless-tree\//,
];

/** Files of a build that load before the first page: what the page names and, transitively, what that imports. */
export function closureOf(output, html) {
  const chunks = new Map(
    output.filter((file) => file.type === 'chunk').map((file) => [file.fileName, file]),
  );
  const entries = [...chunks.values()].filter((chunk) => html.includes(chunk.fileName));
  const seen = new Set();
  const visit = (chunk) => {
    if (chunk === undefined || seen.has(chunk)) return;
    seen.add(chunk);
    for (const name of chunk.imports) visit(chunks.get(name));
  };
  entries.forEach(visit);
  return [...seen];
}

/** Every module that travels in these chunks. */
function modulesOf(chunks) {
  return chunks.flatMap((chunk) => Object.keys(chunk.modules));
}

function gzipSize(content) {
  return gzipSync(content, { level: 9 }).length;
}

const config = process.argv[2] ?? 'vite.config.mjs';
const built = await build({
  configFile: `${root}${config}`,
  logLevel: 'warn',
  build: { write: false },
});
const { output } = Array.isArray(built) ? built[0] : built;
const html = String(output.find((file) => file.fileName.endsWith('.html'))?.source ?? '');
const chunks = closureOf(output, html);
const styles = output.filter(
  (file) => file.fileName.endsWith('.css') && html.includes(file.fileName),
);
const sizes = [
  ...chunks.map((chunk) => [chunk.fileName, chunk.code]),
  ...styles.map((file) => [file.fileName, file.source]),
].map(([name, content]) => [name, gzipSize(content)]);
const total = sizes.reduce((sum, [, size]) => sum + size, 0);
const intruders = modulesOf(chunks).filter((id) => forbidden.some((pattern) => pattern.test(id)));
const inline = /<style|<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=/i.test(html);

for (const [name, size] of sizes)
  console.log(`${(size / 1000).toFixed(1).padStart(7)} kB gzip  ${name}`);
console.log(`${(total / 1000).toFixed(1).padStart(7)} kB gzip  of ${budget / 1000}`);
const faults = [
  ...(chunks.length === 0 ? ['no entry was built'] : []),
  ...(total > budget ? [`${total - budget} bytes above the budget`] : []),
  ...intruders.map((id) => `does not belong to the trainee's program: ${id}`),
  ...(inline ? ['the page holds inline script or style'] : []),
];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
