import { useState } from 'react';
import { describeChangeRequest } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button } from '../../../ui/button.js';
import { TextArea, TextField } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { Dialog } from '../../../ui/overlay.js';
import text from '../../../ui/text.module.css';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { CheckList, type CheckLink } from '../../kit/curriculum/check-list.js';
import { useCheckWords } from '../../kit/curriculum/check-words.js';
import type { OverlayAnswer } from '../../kit/curriculum/types.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { Block, KeyList } from '../../kit/work.js';
import { href } from '../../routes.js';
import { OF_REQUEST } from './changes-of-request.js';
import { messages } from './messages/index.js';
import { nodeHref } from './node-href.js';
import { SettingsDialog } from './settings-dialog.js';
import styles from './tree.module.css';

/** The request while no line is selected: why, what is still open, which keys. */
export function RequestSummary({ answer }: { readonly answer: OverlayAnswer }) {
  const { t } = useMessages(messages);
  const checks = useCheckWords();
  const { request, nodes } = answer;
  const linkTo: CheckLink = ({ nodeId }) =>
    nodeId === null
      ? undefined
      : (nodeHref(
          request.id,
          nodes.find((node) => node.nodeId === nodeId),
        ) ?? href('changeRequest', { requestId: request.id }, { node: nodeId }));
  return (
    <>
      <p className={text.soft}>{t('choose1')}</p>
      <Block title={t('why')}>
        {request.reason === '' ? (
          <p className={text.soft}>{t('noReason')}</p>
        ) : (
          <p lang="vi">{request.reason}</p>
        )}
        {request.allowed.edit && <Describe request={request} />}
      </Block>
      <CourseBlock answer={answer} />
      {request.checks.length > 0 && (
        <Block title={t('checks')} aside={checks.sum(request.checks)}>
          <CheckList checks={request.checks} linkTo={linkTo} />
        </Block>
      )}
      <KeyList
        keys={[
          { key: '↑ ↓', does: t('keyWalk') },
          { key: '← →', does: t('keyFold') },
          { key: 'Enter', does: t('keyOpen') },
          { key: 'Alt ↑ ↓', does: t('keyMove') },
        ]}
      />
    </>
  );
}

/** Days, periods and elective groups belong to the course, which is no line of the tree. */
function CourseBlock({ answer }: { readonly answer: OverlayAnswer }) {
  const { t } = useMessages(messages);
  const { request, nodes, hours } = answer;
  const root = nodes.find((node) => node.kind === 'root');
  if (root === undefined) return null;
  return (
    <Block title={t('course')}>
      <p>{t('courseFacts', { days: hours.days, periods: hours.periodsPerDay })}</p>
      {request.allowed.edit && <SettingsDialog requestId={request.id} node={root} nodes={nodes} />}
    </Block>
  );
}

const FORM = 'describe-request';

function Describe({ request }: { readonly request: OverlayAnswer['request'] }) {
  const { t } = useMessages(messages);
  const [open, setOpen] = useState(false);
  const [missing, setMissing] = useState(false);
  const act = useAct(describeChangeRequest, {
    changes: OF_REQUEST,
    onDone: () => {
      setOpen(false);
      toast(t('described'));
    },
  });
  const submit = (data: FormData) => {
    const title = String(data.get('title') ?? '').trim();
    const reason = String(data.get('reason') ?? '').trim();
    setMissing(title === '');
    if (title === '') return;
    void act.run({ params: { requestId: request.id }, body: { title, reason } });
  };
  return (
    <div className={styles.open}>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('describe')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('describe')}
        actions={
          <>
            <Button type="submit" form={FORM} look="main" busy={act.busy}>
              {t('save')}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
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
            <TextField
              label={t('requestTitle')}
              name="title"
              lang="vi"
              maxLength={200}
              defaultValue={request.title}
              error={missing ? t('missing') : undefined}
            />
            <TextArea
              label={t('requestReason')}
              name="reason"
              lang="vi"
              rows={4}
              maxLength={2000}
              defaultValue={request.reason}
            />
            <ProblemNote problem={act.problem} />
          </Stack>
        </form>
      </Dialog>
    </div>
  );
}
