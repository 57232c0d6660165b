/** HTML that is safe to send: made by `html` only. */
export class Html {
  constructor(readonly text: string) {}
}

type Piece = Html | string | number | null | readonly Html[];

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function textOf(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Html) return piece.text;
  if (typeof piece === 'object') return piece.map((one) => one.text).join('');
  return String(piece).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}

/** HTML with every value escaped that is not HTML itself; null leaves nothing. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(
    parts
      .map((part, index) => (index === 0 ? part : textOf(pieces[index - 1] ?? null) + part))
      .join(''),
  );
}
