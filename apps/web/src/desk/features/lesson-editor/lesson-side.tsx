import { useState } from 'react';
import { explainChange } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { TextArea } from '../../../ui/field.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import type { OverlayNode } from '../../kit/curriculum/types.js';
import { Checks } from '../../kit/marks.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { Block, KeyList } from '../../kit/work.js';
import { LessonInfo } from './lesson-info.js';
import styles from './lesson.module.css';
import { messages } from './messages/index.js';
import type { LessonCheck } from './model/lesson-checks.js';
import type { Lesson } from './use-lesson.js';

interface Props {
  readonly lesson: Lesson;
  readonly nodes: readonly OverlayNode[];
  readonly editable: boolean;
}

/** Beside the text: what it still needs, why it changes, what is known about it. */
export function LessonSide(props: Props) {
  const { t } = useMessages(messages);
  const { lesson } = props;
  const say = (check: LessonCheck) =>
    check.count === 0
      ? t(`check.${check.key}.met`)
      : t(`check.${check.key}`, { count: check.count });
  return (
    <div className={styles.side}>
      <Block title={t('checks')}>
        <Checks
          checks={lesson.seen.checks.map((check) => ({
            key: check.key,
            verdict: check.count === 0 ? 'yes' : check.blocking ? 'no' : 'warn',
            text: say(check),
          }))}
        />
      </Block>
      <Reason {...props} />
      <Block title={t('info')}>
        <LessonInfo {...props} />
      </Block>
      <p className={styles.small}>{t('writing')}</p>
      <KeyList
        keys={[
          { key: '/', does: t('keySlash') },
          { key: 'Alt ↑ ↓', does: t('keyMove') },
          { key: 'Ctrl K', does: t('keyLink') },
          { key: 'Ctrl B I', does: t('keyBold') },
        ]}
      />
    </div>
  );
}

/** Why the lesson changes; kept when the field is left. */
function Reason({ lesson, editable }: Props) {
  const { t } = useMessages(messages);
  const { requestId, nodeId, reason } = lesson.draft;
  const [typed, setTyped] = useState(reason);
  const [saved, setSaved] = useState(reason);
  const act = useAct(explainChange, { onDone: () => toast(t('reasonSaved')) });
  const save = async () => {
    const words = typed.trim();
    if (words === saved || !editable) return;
    const done = await act.run({ params: { requestId, nodeId }, body: { reason: words } });
    if (done) setSaved(words);
  };
  return (
    <div className={styles.reason}>
      <TextArea
        label={t('reason')}
        hint={t('reasonHint')}
        lang="vi"
        rows={3}
        maxLength={1000}
        readOnly={!editable}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => void save()}
      />
      <ProblemNote problem={act.problem} />
    </div>
  );
}
