import { useMessages } from '../../../lib/i18n/catalogue.js';
import { ChangeReason } from '../../editor/draft/change-reason.js';
import type { OverlayNode } from '../../kit/curriculum/types.js';
import { Checks } from '../../kit/marks.js';
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
      <ChangeReason draft={lesson.draft} editable={props.editable} />
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
