import type { Tangle, TangleReason } from '@cam-nang/content/course-format';
import { placeInOneLine } from '@cam-nang/curriculum';

const WHAT_TO_MEND: Readonly<Record<TangleReason, string>> = {
  nesting: 'all of it: quotes and lists stand in each other more than 100 deep; nest them less',
  headings: 'all of it: more than 2,000 headings are underlined; write them with #',
  definitions:
    'all of it: it defines more than 10,000 links; write addresses where they belong, or part it',
  paragraph:
    'this block: a paragraph in it is too long or holds too many signs; part it with empty lines',
};

/** Says of an imported article what stands as it was written, and what would mend that. */
export function tangleLine(place: string, { reason, line }: Tangle): string {
  return `  ${placeInOneLine(`${place}:${line}`)}: stands as it was written, ${WHAT_TO_MEND[reason]}`;
}
