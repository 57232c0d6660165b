import type { ApiProblem } from '../../../lib/api/problem.js';
import { useProblemText } from '../../../lib/api/problem-text.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { messages } from './messages/index.js';
import { useMost } from './use-most.js';

/** Of the text as a whole: what is from that block on is too much. */
const TOO_LONG: ReadonlySet<string> = new Set(['too_much_text', 'too_many_nodes']);

const KNOWN = [
  'text_control_character',
  'link_not_allowed',
  'file_not_allowed',
  'text_too_long',
  'too_deep',
  'table_ragged',
  'attribute_invalid',
] as const;

/** What the server found wrong in the text, block by block. */
export function DocumentProblems({ problem }: { readonly problem: ApiProblem }) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const most = useMost();
  const tooLong = (block: string | undefined) =>
    block === undefined
      ? t('tooLong', most)
      : `${t('tooLong', most)} ${t('tooLongFrom', { no: Number(block) + 1 })}`;
  if (problem.code === 'request.too_large') return <p>{t('tooLong', most)}</p>;
  const texts = problem.fields.map(({ path, code }) => {
    const block = /document\.content\.(\d+)/.exec(path)?.[1];
    if (path === 'title' || path === 'body.title') return t('problem.title');
    if (TOO_LONG.has(code)) return tooLong(block);
    const known = KNOWN.find((one) => one === code);
    const words = t(known === undefined ? 'problem.other' : `problem.${known}`);
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
