import { blockPlainText, RENDER_LABELS, shownDate, type TopBlock } from '@cam-nang/content/read';
import type { RichNode } from '@cam-nang/domain';

/**
 * What a passage says, a line for each line of it and for each row of a table: its words, its titles and questions,
 * and for a legal basis the days and the state that readers see beside it.
 */
export function passageWords(block: RichNode): string {
  // Stored documents were checked against the schema before they were kept.
  const known = block as unknown as TopBlock;
  const words = known.type === 'table' ? tableWords(known) : blockPlainText(known);
  const facts = known.type === 'legal' ? legalFacts(known.attrs) : '';
  return [words, facts]
    .filter((line) => line !== '')
    .join('\n')
    .normalize('NFC');
}

/** Cells that stand side by side are read in one line. */
function tableWords({ content }: Extract<TopBlock, { readonly type: 'table' }>): string {
  return content
    .map((row) => row.content.map((cell) => blockPlainText(cell).replaceAll('\n', ' ')).join(' | '))
    .join('\n');
}

type LegalFacts = Pick<
  Extract<TopBlock, { readonly type: 'legal' }>['attrs'],
  'from' | 'to' | 'state'
>;

/** The text of a lesson is Vietnamese, so its facts are. */
const labels = RENDER_LABELS.vi;

function legalFacts({ from = '', to = '', state }: LegalFacts): string {
  const states = { superseded: labels.superseded, expired: labels.expired, 'in-force': '' };
  return [
    from === '' ? '' : labels.from(shownDate(from)),
    to === '' ? '' : labels.until(shownDate(to)),
    states[state] ?? '',
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}
