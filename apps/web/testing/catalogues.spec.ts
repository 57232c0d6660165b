import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { Message } from '../src/lib/i18n/message.js';

const root = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(root, { recursive: true }).map(String);
const folders = files
  .filter((path) => path.endsWith('messages/vi.ts'))
  .map((path) => path.slice(0, -5));

type Texts = Readonly<Record<string, Message>>;

async function textsOf(folder: string, language: 'vi' | 'en'): Promise<Texts> {
  const file = (await import(join(root, folder, `${language}.ts`))) as Readonly<
    Record<string, Texts>
  >;
  return file[language] ?? {};
}

function wordings(message: Message | undefined): readonly string[] {
  if (message === undefined) return [];
  return typeof message === 'string' ? [message] : [message.one, message.other];
}

function variables(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();
}

/** Letters that only Vietnamese uses; the product's name is the same in both languages. */
const vietnamese = /[ăâđêôơư\u1ea0-\u1ef9]/i;
const allowed = /Cẩm Nang|Tiếng Việt/g;

describe.each(folders)('the texts of %s', (folder) => {
  it('have the same keys and variables in both languages', async () => {
    const [vi, en] = [await textsOf(folder, 'vi'), await textsOf(folder, 'en')];
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const [key, message] of Object.entries(vi)) {
      const wanted = variables(wordings(message).join());
      const used = wordings(en[key]).flatMap(variables);
      expect([key, used.filter((name) => !wanted.includes(name))]).toEqual([key, []]);
    }
  });

  it('are English in English', async () => {
    const en = await textsOf(folder, 'en');
    const left = Object.entries(en).filter(([, message]) =>
      wordings(message).some((text) => vietnamese.test(text.replace(allowed, ''))),
    );
    expect(left).toEqual([]);
  });

  it('carry no exclamation mark and no empty text', async () => {
    for (const language of ['vi', 'en'] as const) {
      const texts = Object.values(await textsOf(folder, language)).flatMap(wordings);
      expect(texts.filter((text) => text.trim() === '' || text.includes('!'))).toEqual([]);
    }
  });
});

describe('the sources', () => {
  const sources = files.filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.spec.ts'));
  const read = (path: string) => readFileSync(join(root, path), 'utf8');

  it('take icons from one file only', () => {
    const takers = sources.filter((path) => read(path).includes("from 'lucide-react'"));
    expect(takers).toEqual(['ui/icons.ts']);
  });

  it('use colours by name only', () => {
    const sheets = files.filter((path) => path.endsWith('.module.css'));
    // Certificates and QR codes are paper: light in both themes.
    const paper = /certificate|marks|account\.module|banner|toast/;
    const literal = sheets.filter(
      (path) => !paper.test(path) && /#[0-9a-f]{3,8}\b/i.test(read(path)),
    );
    expect(literal).toEqual([]);
  });
});
