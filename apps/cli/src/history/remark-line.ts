import type { TangleReason } from '@cam-nang/content/course-format';
import { DOCUMENT_LIMITS } from '@cam-nang/content';
import { placeInOneLine, type ArticleRemark } from '@cam-nang/curriculum';

const AS_WRITTEN: Readonly<Record<TangleReason, string>> = {
  nesting: 'all of it: quotes and lists stand in each other more than 100 deep; nest them less',
  headings: 'all of it: more than 2,000 headings are underlined; write them with #',
  definitions:
    'all of it: it defines more than 10,000 links; write addresses where they belong, or part it',
  paragraph:
    'this block: a paragraph in it is too long or holds too many signs; part it with empty lines',
};

/** Says of an imported article what is not as its writer meant, and what would mend that. */
export function remarkLine(place: string, remark: ArticleRemark): string {
  if ('line' in remark) {
    const { line, reason } = remark;
    return `  ${placeInOneLine(`${place}:${line}`)}: stands as it was written, ${AS_WRITTEN[reason]}`;
  }
  const { characters, nodes } = DOCUMENT_LIMITS;
  return `  ${placeInOneLine(place)}: can be read, but not changed here: it has more than ${
    remark.reason === 'too_much_text'
      ? `${characters.toLocaleString('en')} characters`
      : `${nodes.toLocaleString('en')} parts (paragraphs, entries, cells, words in bold …)`
  }; part it into several articles`;
}
