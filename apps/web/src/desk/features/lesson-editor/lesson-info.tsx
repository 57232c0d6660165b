import { useMessages } from '../../../lib/i18n/catalogue.js';
import { pick } from '../../../lib/i18n/pick.js';
import { TextArea, TextField, Tick } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import type { OverlayNode } from '../../kit/curriculum/types.js';
import { messages } from './messages/index.js';
import type { Lesson } from './use-lesson.js';

interface Props {
  readonly lesson: Lesson;
  readonly nodes: readonly OverlayNode[];
  readonly editable: boolean;
}

/** Settings of a lesson or annex, saved with its text. */
export function LessonInfo(props: Props) {
  const { t } = useMessages(messages);
  const { lesson, editable } = props;
  const { meta } = lesson;
  const write = (name: string, value: unknown) => lesson.writeMeta({ ...meta, [name]: value });
  const said = (name: string) => String(meta[name] ?? '');
  const texts = ['summary', 'summaryEn'] as const;
  return (
    <div data-density="dense">
      <Stack gap={2}>
        <TextField
          label={t('titleEn')}
          lang="en"
          maxLength={300}
          readOnly={!editable}
          value={said('titleEn')}
          onChange={(event) => write('titleEn', event.currentTarget.value)}
        />
        {typeof meta['minutes'] === 'number' && <Minutes {...props} />}
        {texts.map((name) => (
          <TextArea
            key={name}
            label={t(name)}
            lang={name === 'summary' ? 'vi' : 'en'}
            rows={3}
            maxLength={2000}
            readOnly={!editable}
            value={said(name)}
            onChange={(event) => write(name, event.currentTarget.value)}
          />
        ))}
        <Keywords {...props} />
        {Array.isArray(meta['outcomes']) && <Outcomes {...props} />}
      </Stack>
    </div>
  );
}

function Minutes({ lesson, editable }: Props) {
  const { t } = useMessages(messages);
  return (
    <TextField
      figures
      label={t('minutes')}
      hint={t('minutesSuggested', { count: lesson.seen.minutes })}
      type="number"
      min={1}
      max={600}
      readOnly={!editable}
      value={Number(lesson.meta['minutes'])}
      onChange={(event) => {
        const minutes = Math.round(event.currentTarget.valueAsNumber);
        if (minutes >= 1) lesson.writeMeta({ ...lesson.meta, minutes });
      }}
    />
  );
}

function Keywords({ lesson, editable }: Props) {
  const { t } = useMessages(messages);
  const { meta } = lesson;
  const kept = Array.isArray(meta['keywords']) ? meta['keywords'].join(', ') : '';
  return (
    <TextField
      key={kept}
      label={t('keywords')}
      lang="vi"
      readOnly={!editable}
      defaultValue={kept}
      onBlur={(event) => {
        const words = event.currentTarget.value.split(',').map((word) => word.trim());
        const keywords = [...new Set(words.filter((word) => word !== ''))];
        if (keywords.join(', ') !== kept) lesson.writeMeta({ ...meta, keywords });
      }}
    />
  );
}

function Outcomes({ lesson, nodes, editable }: Props) {
  const { t, locale } = useMessages(messages);
  const chosen = (lesson.meta['outcomes'] as readonly unknown[]).map(String);
  const toggle = (code: string, on: boolean) => {
    const others = chosen.filter((one) => one !== code);
    lesson.writeMeta({ ...lesson.meta, outcomes: on ? [...others, code].sort() : others });
  };
  return (
    <fieldset>
      <legend>
        <b>{t('outcomes')}</b>
      </legend>
      {nodes
        .filter((node) => node.kind === 'outcome' && node.change !== 'deleted')
        .map(({ nodeId, code, title, titleEn }) => (
          <Tick
            key={nodeId}
            disabled={!editable}
            checked={chosen.includes(code ?? '')}
            onChange={(event) => toggle(code ?? '', event.currentTarget.checked)}
          >
            <b>{code}</b> {pick(locale, title, titleEn)}
          </Tick>
        ))}
    </fieldset>
  );
}
