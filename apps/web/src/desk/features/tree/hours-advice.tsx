import { readDraft, saveDraft } from '@cam-nang/contracts/routes';
import { call } from '../../../lib/api/call.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import text from '../../../ui/text.module.css';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import type { OverlayAnswer } from '../../kit/curriculum/types.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { Block } from '../../kit/work.js';
import { OF_REQUEST } from './changes-of-request.js';
import { messages } from './messages/index.js';
import { hourSuggestions, type HourSuggestion } from './model/hour-suggestions.js';
import styles from './tree.module.css';

/** Where to save or add periods so that every path fits; each way is one click and can be taken back. */
export function HoursAdvice({ answer }: { readonly answer: OverlayAnswer }) {
  const { t } = useMessages(messages);
  const { hours, nodes, request } = answer;
  const modules = nodes.filter((node) => node.kind === 'module');
  const ways = request.allowed.edit ? hourSuggestions(modules, hours.paths) : [];
  const act = useAct(saveDraft, { changes: OF_REQUEST });
  const difference = hours.paths[0]?.difference ?? 0;
  if (ways.length === 0) return null;
  const apply = async (way: HourSuggestion) => {
    const params = { requestId: request.id, nodeId: way.nodeId };
    const { version, hash, node } = await call(readDraft, { params });
    const kept = node.meta['hours'] as Readonly<Record<string, number>>;
    const body = {
      baseVersion: version,
      baseHash: hash,
      title: node.title,
      meta: { ...node.meta, hours: { ...kept, [way.kind]: way.to } },
      document: null,
    };
    if (await act.run({ params, body })) toast(t(`advice.${way.kind}`, wordsOf(way)));
  };
  return (
    <Block
      title={t(difference > 0 ? 'adviceOver' : 'adviceUnder', { count: Math.abs(difference) })}
    >
      <p className={text.soft}>
        {t('adviceText', {
          days: hours.days,
          periods: hours.periodsPerDay,
          required: hours.required,
        })}
      </p>
      <ul className={styles.ways}>
        {ways.map((way) => (
          <li key={way.nodeId}>
            <span>{t(`advice.${way.kind}`, wordsOf(way))}</span>
            <Button size="small" busy={act.busy} onClick={() => void apply(way)}>
              {t('apply')}
            </Button>
          </li>
        ))}
      </ul>
      <ProblemNote problem={act.problem} />
    </Block>
  );
}

function wordsOf({ code, from, to }: HourSuggestion) {
  return { code, from, to };
}
