import { useState, type ReactNode } from 'react';
import { readDraft, saveDraft } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { SlidersHorizontalIcon } from '../../../ui/icons.js';
import { Dialog } from '../../../ui/overlay.js';
import { Loaded } from '../../../ui/states.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { useRead } from '../../data/query.js';
import type { DraftView, OverlayNode } from '../../kit/curriculum/types.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { OF_REQUEST } from './changes-of-request.js';
import { CourseForm } from './course-form.js';
import { messages } from './messages/index.js';
import { ModuleForm } from './module-form.js';
import { OutcomeForm } from './outcome-form.js';
import { QuizForm } from './quiz-form.js';
import type { Settings, SettingsFormProps } from './settings-form.js';
import styles from './tree.module.css';

const FORM = 'node-settings';

const forms: Readonly<
  Partial<Record<OverlayNode['kind'], (props: SettingsFormProps) => ReactNode>>
> = {
  module: ModuleForm,
  outcome: OutcomeForm,
  bank: OutcomeForm,
  quiz: QuizForm,
  survey: OutcomeForm,
  'report-task': OutcomeForm,
  root: CourseForm,
};

/** Settings of what has no text: hours, names, outcomes, elective groups. */
export function SettingsDialog(props: {
  readonly requestId: string;
  readonly node: OverlayNode;
  readonly nodes: readonly OverlayNode[];
}) {
  const { t } = useMessages(messages);
  const [open, setOpen] = useState(false);
  const { requestId, node } = props;
  const act = useAct(saveDraft, {
    changes: OF_REQUEST,
    onDone: () => {
      setOpen(false);
      toast(t('saved', { title: node.title }));
    },
  });
  if (forms[node.kind] === undefined) return null;
  return (
    <div className={styles.open}>
      <Button onClick={() => setOpen(true)}>
        <SlidersHorizontalIcon />
        {t('edit')}
      </Button>
      <Dialog
        wide
        open={open}
        onClose={() => setOpen(false)}
        title={t('edit')}
        actions={
          <>
            <Button type="submit" form={FORM} look="main" busy={act.busy}>
              {t('save')}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
          </>
        }
      >
        <SettingsForm
          {...props}
          onSave={(settings, { version, hash }) =>
            void act.run({
              params: { requestId, nodeId: node.nodeId },
              body: { baseVersion: version, baseHash: hash, ...settings, document: null },
            })
          }
        />
        <ProblemNote problem={act.problem} />
      </Dialog>
    </div>
  );
}

function SettingsForm(props: {
  readonly requestId: string;
  readonly node: OverlayNode;
  readonly nodes: readonly OverlayNode[];
  readonly onSave: (settings: Settings, from: Pick<DraftView, 'version' | 'hash'>) => void;
}) {
  const { requestId, node } = props;
  const draft = useRead(readDraft, { params: { requestId, nodeId: node.nodeId } });
  const Form = forms[node.kind];
  if (Form === undefined) return null;
  return (
    <Loaded from={draft}>
      {(view) => (
        <Form
          id={FORM}
          draft={view}
          nodes={props.nodes}
          onSave={(settings) => props.onSave(settings, view)}
        />
      )}
    </Loaded>
  );
}
