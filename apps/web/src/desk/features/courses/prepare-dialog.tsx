import { useState } from 'react';
import { listCourses, prepareEdition, readCourse } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { useGo } from '../../../ui/link.js';
import { Dialog } from '../../../ui/overlay.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { KindChoice } from '../../kit/curriculum/open-request-form.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';
import { RefusalList } from './refusal-list.js';

const FORM = 'prepare-edition';

/** Seals the head of the line as the candidate of the next edition. */
export function PrepareDialog(props: {
  readonly courseId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useMessages(messages);
  const go = useGo();
  const act = useAct(prepareEdition, {
    changes: [readCourse, listCourses],
    onDone: ({ edition }) => {
      toast(t('prepared', { label: edition.label }));
      go(href('edition', { editionId: edition.id }));
    },
  });
  const [missing, setMissing] = useState(false);
  const submit = (data: FormData) => {
    const title = String(data.get('title') ?? '').trim();
    setMissing(title === '');
    if (title === '') return;
    const kind = data.get('kind') === 'erratum' ? 'erratum' : 'amendment';
    void act.run({ params: { courseId: props.courseId }, body: { title, kind } });
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('prepare')}
      actions={
        <>
          <Button type="submit" form={FORM} look="main" busy={act.busy}>
            {t('prepareAct')}
          </Button>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <form
        id={FORM}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <Stack>
          <p>{t('prepareText')}</p>
          <TextField
            label={t('editionTitle')}
            name="title"
            maxLength={300}
            required
            error={missing ? t('editionTitleMissing') : undefined}
          />
          <KindChoice />
          <ProblemNote problem={act.problem}>
            {act.problem?.code === 'curriculum.nothing_changed' && <p>{t('notReady')}</p>}
            <RefusalList details={act.problem?.details} />
          </ProblemNote>
        </Stack>
      </form>
    </Dialog>
  );
}
