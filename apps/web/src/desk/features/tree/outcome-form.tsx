import { useState } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { TextArea, TextField } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { messages } from './messages/index.js';
import type { SettingsFormProps } from './settings-form.js';

/** Names of an outcome, a bank, a survey: in both languages, with the code where there is one. */
export function OutcomeForm({ id, draft, onSave }: SettingsFormProps) {
  const { t } = useMessages(messages);
  const [missing, setMissing] = useState(false);
  const { title, meta, kind } = draft.node;
  const code = meta['code'];
  const submit = (data: FormData) => {
    const said = (name: string) => String(data.get(name) ?? '').trim();
    setMissing(said('title') === '');
    if (said('title') === '') return;
    onSave({
      title: said('title'),
      meta: {
        ...meta,
        titleEn: said('titleEn'),
        ...(typeof code === 'string' && { code: said('code') }),
      },
    });
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
        {typeof code === 'string' && (
          <TextField label={t('formCode')} name="code" maxLength={20} defaultValue={code} />
        )}
        <TextArea
          label={t(kind === 'outcome' ? 'addOutcome' : 'formTitle')}
          name="title"
          lang="vi"
          rows={2}
          maxLength={300}
          defaultValue={title}
          error={missing ? t('missing') : undefined}
        />
        <TextArea
          label={t('formTitleEn')}
          name="titleEn"
          lang="en"
          rows={2}
          maxLength={300}
          defaultValue={String(meta['titleEn'] ?? '')}
        />
      </Stack>
    </form>
  );
}
