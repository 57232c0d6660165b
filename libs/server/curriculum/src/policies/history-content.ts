import { foldForSearch, hashText, type RevisionContentOf } from '@cam-nang/domain';
import { sha256 } from '../integrity/sha256.js';

const SLUG = /^[a-z0-9][a-z0-9._/-]{0,199}$/;
const LONGEST_CODE = 20;

/** The name of a node of a file: its path where that can be one, else a hash of it. */
export function slugOfPath(path: string): string {
  return SLUG.test(path) ? path : `f/${hashText(path, sha256).slice(0, 40)}`;
}

/** A course code made of a title: its first words, without accents, in capitals. */
export function codeOfTitle(title: string): string {
  const words =
    foldForSearch(title)
      .toUpperCase()
      .match(/[A-Z\d]+/g) ?? [];
  let code = /^[A-Z]/.test(words[0] ?? '') ? '' : 'H';
  for (const word of words) {
    const longer = code === '' ? word : `${code}-${word}`;
    if (longer.length > LONGEST_CODE) break;
    code = longer;
  }
  if (code === '' || code === 'H') code += (words[0] ?? 'LICHSU').slice(0, LONGEST_CODE - 1);
  return code;
}

/** The root of a history: hours are not counted, so that zero of them add up. */
export function historyRoot(code: string, title: string): RevisionContentOf<'root'> {
  const meta = { code, titleEn: title, days: 0, periodsPerDay: 8, goals: [], groups: [] };
  return { kind: 'root', title, meta: { ...meta, notice: '', noticeEn: '' }, doc: null };
}

/** A chapter of a history; `number` tells its code from those of all other chapters. */
export function historyChapter(key: string, number: number, title: string) {
  const name = key === './' ? title : key.slice(0, -1).split('/').join(' / ');
  const content: RevisionContentOf<'module'> = {
    kind: 'module',
    title: name.length > 300 ? `${name.slice(0, 298)}…` : name,
    meta: {
      code: `C${number}`,
      titleEn: name.slice(0, 300),
      moduleKind: 'compulsory',
      hours: { theory: 0, discussion: 0, practice: 0 },
      outcomes: [],
      summary: '',
      summaryEn: '',
    },
    doc: null,
  };
  return content;
}
