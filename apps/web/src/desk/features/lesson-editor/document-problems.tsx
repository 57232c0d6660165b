import type { ApiProblem } from '../../../lib/api/problem.js';
import { useProblemText } from '../../../lib/api/problem-text.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { messages } from './messages/index.js';

const KNOWN = [
  'text_control_character',
  'link_not_allowed',
  'file_not_allowed',
  'text_too_long',
  'too_much_text',
  'table_ragged',
  'attribute_invalid',
] as const;

/** What the server found wrong in the text, block by block. */
export function DocumentProblems({ problem }: { readonly problem: ApiProblem }) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const texts = problem.fields.map(({ path, code }) => {
    if (path === 'title' || path === 'body.title') return t('problem.title');
    const known = KNOWN.find((one) => one === code);
    const words = t(known === undefined ? 'problem.other' : `problem.${known}`);
    const block = /document\.content\.(\d+)/.exec(path)?.[1];
    return block === undefined ? words : t('problemAt', { no: Number(block) + 1, problem: words });
  });
  if (texts.length === 0) return <p>{say(problem)}</p>;
  return (
    <ul>
      {[...new Set(texts)].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
