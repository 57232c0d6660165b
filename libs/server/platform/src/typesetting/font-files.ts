import type { FontRole } from '@cam-nang/domain';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A face as the typesetter names it, and the file it comes from. */
export interface FontFace {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly path: string;
}

const require = createRequire(import.meta.url);

function packaged(name: string, face: string): string {
  const folder = dirname(require.resolve(`@expo-google-fonts/${name}/package.json`));
  const [weight = ''] = face.split('/');
  return join(folder, weight, `${face.split('/')[1] ?? ''}.ttf`);
}

function serif(weight: number, file: string, style: FontFace['style'] = 'normal'): FontFace {
  const path = packaged('source-serif-4', `${file}/SourceSerif4_${file}`);
  return { family: 'Source Serif 4', weight, style, path };
}

function official(weight: number, file: string, style: FontFace['style'] = 'normal'): FontFace {
  return { family: 'Tinos', weight, style, path: packaged('tinos', `${file}/Tinos_${file}`) };
}

/**
 * The faces of printed papers. Titles and the person's name are Source Serif 4; everything official
 * is Tinos, which has the widths of Times New Roman (Nghị định 30/2020/NĐ-CP, Phụ lục I) and is
 * free. Both come with the program; fonts of the machine are never used.
 */
export const FONT_FACES: Readonly<Record<FontRole, FontFace>> = {
  title: serif(600, '600SemiBold'),
  titleLight: serif(400, '400Regular'),
  titleItalic: serif(400, '400Regular_Italic', 'italic'),
  text: official(400, '400Regular'),
  textBold: official(700, '700Bold'),
  textItalic: official(400, '400Regular_Italic', 'italic'),
};
