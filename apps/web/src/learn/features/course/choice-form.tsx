import { useState, type FormEvent } from 'react';
import { chooseElectives, readStudyCourse } from '@cam-nang/contracts/routes';
import { useAction } from '../../../lib/api/action.js';
import { call } from '../../../lib/api/call.js';
import { useProblemText } from '../../../lib/api/problem-text.js';
import { useResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { pick } from '../../../lib/i18n/pick.js';
import { Note } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { Tick } from '../../../ui/field.js';
import { Section, Stack } from '../../../ui/layout.js';
import { toast } from '../../../ui/toast.js';
import type { Course, Module } from './course-outline.js';
import { messages } from './messages/index.js';

/** Choosing among elective topics: as many as the group asks. */
export function ChoiceForm(props: {
  readonly group: Course['groups'][number];
  readonly modules: readonly Module[];
  readonly enrolmentId: string;
}) {
  const { t, locale } = useMessages(messages);
  const say = useProblemText();
  const { group, enrolmentId } = props;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(group.chosenNodeIds));
  const course = useResource(readStudyCourse, { params: { enrolmentId } });
  const save = useAction(async ({ idempotencyKey }) => {
    const body = { moduleNodeIds: [...chosen] };
    await call(
      chooseElectives,
      { params: { enrolmentId, groupCode: group.code }, body },
      { idempotencyKey },
    );
    toast(t('choiceSaved'));
    course.reload();
  });
  const toggle = (nodeId: string) => {
    const next = new Set(chosen);
    if (!next.delete(nodeId)) next.add(nodeId);
    setChosen(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save.run();
  };
  return (
    <Section title={t('choose', { count: group.choose })}>
      <form onSubmit={submit}>
        <Stack>
          {props.modules
            .filter((module) => group.moduleNodeIds.includes(module.nodeId))
            .map((module) => (
              <Tick
                key={module.nodeId}
                checked={chosen.has(module.nodeId)}
                onChange={() => toggle(module.nodeId)}
                hint={pick(locale, module.summary ?? '', module.summaryEn)}
              >
                {module.code}. {pick(locale, module.title, module.titleEn)}
              </Tick>
            ))}
          {save.problem && (
            <Note look="bad" alert>
              {say(save.problem)}
            </Note>
          )}
          <Button
            type="submit"
            look="main"
            busy={save.busy}
            disabled={chosen.size !== group.choose}
          >
            {t('saveChoice')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
