import { useState } from 'react';
import type { ModuleMeta } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { pick } from '../../../lib/i18n/pick.js';
import { SelectField, TextArea, TextField, Tick } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { messages } from './messages/index.js';
import { MODULE_FORM_KINDS, readModuleForm, type ModuleFormError } from './model/module-form.js';
import type { SettingsFormProps } from './settings-form.js';
import styles from './tree.module.css';

type Errors = readonly ModuleFormError[];

/** Name, hours, kind and outcomes of a topic. */
export function ModuleForm({ id, draft, nodes, onSave }: SettingsFormProps) {
  const { t } = useMessages(messages);
  const [errors, setErrors] = useState<Errors>([]);
  const meta = draft.node.meta as unknown as ModuleMeta;
  return (
    <form
      id={id}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const read = readModuleForm(new FormData(event.currentTarget));
        setErrors(read.errors);
        if (read.errors.length > 0) return;
        const { title, ...values } = read.values;
        onSave({ title, meta: { ...meta, ...values } });
      }}
    >
      <Stack>
        <Names title={draft.node.title} meta={meta} errors={errors} />
        <HourFields meta={meta} errors={errors} />
        <SelectField
          label={t('formKind')}
          name="moduleKind"
          hint={t('electiveHint')}
          defaultValue={meta.moduleKind}
          options={MODULE_FORM_KINDS.map((kind) => ({
            value: kind,
            label: t(`moduleKind.${kind}`),
          }))}
        />
        <OutcomeTicks nodes={nodes} chosen={meta.outcomes} />
        <TextArea
          label={t('formSummary')}
          name="summary"
          lang="vi"
          rows={2}
          maxLength={2000}
          defaultValue={meta.summary}
        />
        <TextArea
          label={t('formSummaryEn')}
          name="summaryEn"
          lang="en"
          rows={2}
          maxLength={2000}
          defaultValue={meta.summaryEn}
        />
      </Stack>
    </form>
  );
}

function Names(props: {
  readonly title: string;
  readonly meta: ModuleMeta;
  readonly errors: Errors;
}) {
  const { t } = useMessages(messages);
  const missing = (name: ModuleFormError) =>
    props.errors.includes(name) ? t('missing') : undefined;
  return (
    <>
      <TextField
        label={t('formCode')}
        name="code"
        maxLength={20}
        defaultValue={props.meta.code}
        error={missing('code')}
      />
      <TextField
        label={t('formTitle')}
        name="title"
        lang="vi"
        maxLength={300}
        defaultValue={props.title}
        error={missing('title')}
      />
      <TextField
        label={t('formTitleEn')}
        name="titleEn"
        lang="en"
        maxLength={300}
        defaultValue={props.meta.titleEn}
      />
    </>
  );
}

function HourFields({ meta, errors }: { readonly meta: ModuleMeta; readonly errors: Errors }) {
  const { t } = useMessages(messages);
  return (
    <fieldset>
      <legend>
        <b>{t('formHours')}</b>
      </legend>
      <div className={styles.three}>
        {(['theory', 'discussion', 'practice'] as const).map((kind) => (
          <TextField
            key={kind}
            figures
            label={t(kind)}
            name={kind}
            inputMode="numeric"
            maxLength={3}
            defaultValue={meta.hours[kind]}
            error={errors.includes(kind) ? t('wrongHours') : undefined}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Outcomes of the course, those of this thing ticked. */
function OutcomeTicks(props: {
  readonly nodes: SettingsFormProps['nodes'];
  readonly chosen: readonly string[];
}) {
  const { t, locale } = useMessages(messages);
  const outcomes = props.nodes.filter(
    (node) => node.kind === 'outcome' && node.change !== 'deleted',
  );
  return (
    <fieldset>
      <legend>
        <b>{t('outcomes')}</b>
      </legend>
      {outcomes.map((outcome) => (
        <Tick
          key={outcome.nodeId}
          name="outcomes"
          value={outcome.code ?? ''}
          defaultChecked={props.chosen.includes(outcome.code ?? '')}
          hint={pick(locale, outcome.title, outcome.titleEn)}
        >
          {outcome.code}
        </Tick>
      ))}
    </fieldset>
  );
}
