import { useState } from 'react';
import { QUIZ_PURPOSES, QUIZ_REVIEWS, type QuizMeta } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { pick } from '../../../lib/i18n/pick.js';
import { SelectField, TextField, Tick } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { messages } from './messages/index.js';
import { drawField, readQuizForm, type QuizFormErrors } from './model/quiz-form.js';
import type { SettingsFormProps } from './settings-form.js';
import styles from './tree.module.css';

/** Name, questions, limits and answers of a quiz. */
export function QuizForm({ id, draft, nodes, onSave }: SettingsFormProps) {
  const { t } = useMessages(messages);
  const [errors, setErrors] = useState<QuizFormErrors>({});
  const meta = draft.node.meta as unknown as QuizMeta;
  const error = (name: string) => (errors[name] === undefined ? undefined : t(errors[name]));
  const banks = nodes.filter(({ kind, change }) => kind === 'bank' && change !== 'deleted');
  const submit = (data: FormData) => {
    const held = banks.map((bank) => ({ bankId: bank.nodeId, questions: bank.questions ?? 0 }));
    const read = readQuizForm(data, held, meta);
    setErrors(read.errors);
    if (Object.keys(read.errors).length > 0) return;
    const { title, ...values } = read.values;
    onSave({ title, meta: { ...values } });
  };
  return (
    <form
      id={id}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      <Stack>
        <TextField
          label={t('formTitle')}
          name="title"
          lang="vi"
          maxLength={300}
          defaultValue={draft.node.title}
          error={error('title')}
        />
        <TextField
          label={t('formTitleEn')}
          name="titleEn"
          lang="en"
          maxLength={300}
          defaultValue={meta.titleEn}
        />
        <Draws banks={banks} nodes={nodes} meta={meta} error={error} />
        <Limits meta={meta} error={error} />
        <Conduct meta={meta} />
      </Stack>
    </form>
  );
}

interface Part {
  readonly meta: QuizMeta;
  readonly error: (name: string) => string | undefined;
}

/** How many questions come from each bank. */
function Draws(
  props: Part & Pick<SettingsFormProps, 'nodes'> & { readonly banks: SettingsFormProps['nodes'] },
) {
  const { t, locale } = useMessages(messages);
  const { banks, nodes, meta, error } = props;
  const nameOf = (nodeId: string | null) => {
    const topic = nodes.find((node) => node.nodeId === nodeId);
    return topic === undefined ? '' : (topic.code ?? pick(locale, topic.title, topic.titleEn));
  };
  return (
    <fieldset>
      <legend>
        <b>{t('quizDraws')}</b>
      </legend>
      <p>{error('draws') ?? t('quizDrawsHint')}</p>
      <div className={styles.three}>
        {banks.map((bank) => (
          <TextField
            key={bank.nodeId}
            figures
            label={`${nameOf(bank.parentId)} · ${t('questionsOf', { count: bank.questions ?? 0 })}`}
            name={drawField(bank.nodeId)}
            inputMode="numeric"
            maxLength={4}
            defaultValue={meta.draws.find(({ bankId }) => bankId === bank.nodeId)?.count}
            error={error(drawField(bank.nodeId))}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Limits({ meta, error }: Part) {
  const { t } = useMessages(messages);
  const field = (name: 'timeLimitMinutes' | 'attempts' | 'passMark') => ({
    name,
    error: error(name),
    inputMode: 'decimal' as const,
    maxLength: 6,
    figures: true,
  });
  return (
    <div className={styles.three}>
      <TextField
        {...field('timeLimitMinutes')}
        label={t('quizMinutes')}
        hint={t('quizNoLimit')}
        defaultValue={meta.timeLimitMinutes ?? ''}
      />
      <TextField
        {...field('attempts')}
        label={t('quizAttempts')}
        hint={t('quizNoLimit')}
        defaultValue={meta.attempts ?? ''}
      />
      <TextField
        {...field('passMark')}
        label={t('quizPassMark')}
        hint={t('quizScale', { scale: meta.scale })}
        defaultValue={String(meta.passMark).replace('.', ',')}
      />
    </div>
  );
}

function Conduct({ meta }: Pick<Part, 'meta'>) {
  const { t } = useMessages(messages);
  return (
    <>
      <SelectField
        label={t('quizPurpose')}
        name="purpose"
        defaultValue={meta.purpose}
        options={QUIZ_PURPOSES.map((value) => ({ value, label: t(`quizPurpose.${value}`) }))}
      />
      <SelectField
        label={t('quizReview')}
        name="review"
        defaultValue={meta.review}
        options={QUIZ_REVIEWS.map((value) => ({ value, label: t(`quizReview.${value}`) }))}
      />
      <Tick name="shuffle" defaultChecked={meta.shuffle}>
        {t('quizShuffle')}
      </Tick>
      <Tick name="offline" defaultChecked={meta.offline}>
        {t('quizOffline')}
      </Tick>
    </>
  );
}
