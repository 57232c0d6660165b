import { useEffect, useRef, useState } from 'react';
import { diffText } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Note } from '../../../ui/banner.js';
import { Button, SegmentedControl } from '../../../ui/button.js';
import { TextArea, Tick } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { Sheet } from '../../../ui/overlay.js';
import { TextRuns } from '../../kit/changes/segments.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { messages } from './messages/index.js';
import type { ThreadRights, ThreadTarget } from './thread-types.js';
import styles from './threads.module.css';
import { missingOf, type Composer, type Written } from './use-composer.js';

/** A comment or a proposed wording being written, about the passage that it quotes. */
export function ComposerSheet(props: {
  readonly composer: Composer;
  readonly allowed: ThreadRights;
}) {
  const { composer, allowed } = props;
  const { target, written } = composer;
  if (target === undefined || written === undefined) return null;
  return <OpenSheet composer={composer} allowed={allowed} target={target} written={written} />;
}

function OpenSheet(props: {
  readonly composer: Composer;
  readonly allowed: ThreadRights;
  readonly target: ThreadTarget;
  readonly written: Written;
}) {
  const { t } = useMessages(messages);
  const { composer, allowed, target, written } = props;
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever asked for it begins to write; a dialog by itself would begin at its closing button.
    form.current?.querySelector('textarea')?.focus();
  }, []);
  const suggests = written.kind === 'suggest';
  const missing = tried ? missingOf(target, written) : undefined;
  const send = () => {
    setTried(true);
    if (missingOf(target, written) === undefined) void composer.send();
  };
  return (
    <Sheet
      open
      onClose={composer.close}
      title={t('newTitle', { about: target.about })}
      actions={
        <>
          <Button look="main" busy={composer.busy} onClick={send}>
            {t(suggests ? 'sendWording' : 'send')}
          </Button>
          <Button onClick={composer.close}>{t('cancel')}</Button>
        </>
      }
    >
      <div ref={form}>
        <Stack>
          <Quoted target={target} />
          {allowed.suggest && <KindChoice {...{ composer, target, written }} />}
          {suggests && (
            <WordingField {...{ composer, target, written, missing }} reviews={allowed.block} />
          )}
          <TextArea
            label={t(suggests ? 'why' : 'body')}
            hint={suggests ? undefined : t('bodyHint')}
            lang="vi"
            rows={4}
            maxLength={4000}
            optional={suggests}
            value={written.body}
            error={missing === 'body' ? t('bodyMissing') : undefined}
            onChange={(event) => composer.write({ body: event.currentTarget.value })}
          />
          {allowed.block && (
            <Tick
              checked={written.blocking}
              hint={t('blockingHint')}
              onChange={(event) => composer.write({ blocking: event.currentTarget.checked })}
            >
              {t('blocking')}
            </Tick>
          )}
          <Refusal composer={composer} />
        </Stack>
      </div>
    </Sheet>
  );
}

function Quoted({ target }: { readonly target: ThreadTarget }) {
  const { t } = useMessages(messages);
  const { quote, blockId } = target.passage;
  if (quote !== '') {
    return (
      <blockquote className={styles.quoted} lang="vi">
        {quote}
      </blockquote>
    );
  }
  return <p className={styles.small}>{t(blockId === null ? 'wholeNode' : 'wholeBlock')}</p>;
}

interface FieldProps {
  readonly composer: Composer;
  readonly target: ThreadTarget;
  readonly written: Written;
}

function KindChoice({ composer, target, written }: FieldProps) {
  const { t } = useMessages(messages);
  if (target.passage.blockId === null) return null;
  if (target.wording === null) return <p className={styles.small}>{t('noWording')}</p>;
  return (
    <SegmentedControl
      label={t('kind')}
      value={written.kind}
      choices={(['comment', 'suggest'] as const).map((value) => ({
        value,
        label: t(`kind.${value}`),
      }))}
      onChange={(kind) => composer.write({ kind })}
    />
  );
}

/** Begins with the words of the block; what differs is shown as it is typed. */
function WordingField(
  props: FieldProps & {
    readonly missing: ReturnType<typeof missingOf> | undefined;
    /** Whoever may approve is told what proposing words does to that. */
    readonly reviews: boolean;
  },
) {
  const { t } = useMessages(messages);
  const { composer, target, written, missing } = props;
  const wrong = missing === 'wordsMissing' || missing === 'wordsSame' ? t(missing) : undefined;
  const diff = diffText(target.wording ?? '', written.words);
  const differs = diff.segments.some(({ op }) => op !== 'same');
  return (
    <>
      <TextArea
        label={t('words')}
        hint={t('wordsHint')}
        lang="vi"
        rows={5}
        maxLength={20_000}
        value={written.words}
        error={wrong}
        onChange={(event) => composer.write({ words: event.currentTarget.value })}
      />
      <div>
        <p className={styles.small}>{t('difference')}</p>
        <p className={styles.wording} lang="vi">
          {differs ? <TextRuns diff={diff} view="both" /> : t('noDifference')}
        </p>
      </div>
      {props.reviews && <p className={styles.small}>{t('wordsAuthor')}</p>}
    </>
  );
}

function Refusal({ composer }: { readonly composer: Composer }) {
  const { t } = useMessages(messages);
  const { problem } = composer;
  if (problem === undefined) return null;
  const isOld = problem.code === 'comment.passage_changed' || problem.code === 'request.invalid';
  return (
    <>
      <ProblemNote problem={problem} />
      {isOld && <Note look="plain">{t('renew')}</Note>}
    </>
  );
}
