import { readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Class names that a CSS module declares, in the order of the alphabet. */
export function classNames(css) {
  const plain = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/:global\([^)]*\)/g, '')
    .replace(/url\([^)]*\)|"[^"]*"|'[^']*'/g, '');
  const names = [...plain.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].map((match) => match[1]);
  return [...new Set(names)].sort();
}

/** The declaration file of a CSS module: a misspelt class is then a type error. */
export function declaration(css) {
  const lines = classNames(css).map((name) => `  readonly ${name}: string;`);
  return `declare const classes: {\n${lines.join('\n')}\n};\nexport default classes;\n`;
}

/** Path of the declaration that belongs to a CSS module (`x.module.css` → `x.module.d.css.ts`). */
export function declarationPath(cssPath) {
  return cssPath.replace(/\.css$/, '.d.css.ts');
}

/** Every CSS module of the application, as absolute paths. */
export function cssModules(root) {
  const folder = join(root, 'src');
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('.module.css'))
    .map((path) => join(folder, path));
}

/** Writes the declarations that are missing or out of date; answers the paths written. */
export function writeDeclarations(root) {
  return cssModules(root).filter((path) => {
    const wanted = declaration(readFileSync(path, 'utf8'));
    const target = declarationPath(path);
    if (existsSync(target) && readFileSync(target, 'utf8') === wanted) return false;
    writeFileSync(target, wanted);
    return true;
  });
}

/** Vite plugin: declarations are brought up to date at the start of a build. */
export function cssTypes(root) {
  return {
    name: 'css-module-declarations',
    buildStart() {
      writeDeclarations(root);
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const path of writeDeclarations(fileURLToPath(new URL('..', import.meta.url)))) {
    console.log(declarationPath(path));
  }
}
