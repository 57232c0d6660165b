import { useState } from 'react';
import type { ChoiceGroup, RootMeta } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { pick } from '../../../lib/i18n/pick.js';
import { TextField, Tick } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import type { OverlayNode } from '../../kit/curriculum/types.js';
import { messages } from './messages/index.js';
import type { SettingsFormProps } from './settings-form.js';
import styles from './tree.module.css';

type CountField = 'days' | 'periodsPerDay';

/** Days, periods a day and elective groups of a course. */
export function CourseForm({ id, draft, nodes, onSave }: SettingsFormProps) {
  const { t } = useMessages(messages);
  const [wrong, setWrong] = useState<readonly CountField[]>([]);
  const meta = draft.node.meta as unknown as RootMeta;
  const submit = (data: FormData) => {
    const count = (name: string) => Number(data.get(name));
    const faulty = (['days', 'periodsPerDay'] as const).filter(
      (name) => !Number.isInteger(count(name)) || count(name) < 1,
    );
    setWrong(faulty);
    const title = String(data.get('title') ?? '').trim() || draft.node.title;
    if (faulty.length > 0) return;
    const groups = meta.groups.map((group) => readGroup(group, data));
    const counts = { days: count('days'), periodsPerDay: count('periodsPerDay') };
    onSave({ title, meta: { ...meta, ...counts, groups } });
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
        />
        <div className={styles.three}>
          {(['days', 'periodsPerDay'] as const).map((name) => (
            <TextField
              key={name}
              figures
              label={t(name)}
              name={name}
              inputMode="numeric"
              maxLength={2}
              defaultValue={meta[name]}
              error={wrong.includes(name) ? t('wrongHours') : undefined}
            />
          ))}
        </div>
        {meta.groups.map((group) => (
          <GroupFields key={group.code} group={group} nodes={nodes} />
        ))}
      </Stack>
    </form>
  );
}

function readGroup(group: ChoiceGroup, data: FormData): ChoiceGroup {
  const modules = data.getAll(`group.${group.code}`).map(String);
  const choose = Number(data.get(`choose.${group.code}`));
  return { ...group, modules, choose: Number.isInteger(choose) ? choose : group.choose };
}

/** The topics of a group; those in no group may be taken in when they are elective. */
function GroupFields(props: {
  readonly group: ChoiceGroup;
  readonly nodes: readonly OverlayNode[];
}) {
  const { t, locale } = useMessages(messages);
  const { group } = props;
  const offered = props.nodes.filter(
    (node) =>
      node.kind === 'module' &&
      node.change !== 'deleted' &&
      (node.moduleKind === 'elective' || group.modules.includes(node.nodeId)),
  );
  return (
    <fieldset>
      <legend>
        <b>{t('group', { title: pick(locale, group.title, group.titleEn) })}</b>
      </legend>
      {offered.map((module) => (
        <Tick
          key={module.nodeId}
          name={`group.${group.code}`}
          value={module.nodeId}
          defaultChecked={group.modules.includes(module.nodeId)}
        >
          {module.code} {pick(locale, module.title, module.titleEn)}
        </Tick>
      ))}
      <TextField
        figures
        label={t('choose')}
        name={`choose.${group.code}`}
        inputMode="numeric"
        maxLength={2}
        defaultValue={group.choose}
      />
    </fieldset>
  );
}
