import { useEffect, useRef, useState } from 'react';
import { explainChange, readDraft, readRequestDiff } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { TextArea } from '../../../ui/field.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { useRead } from '../../data/query.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { OF_REQUEST } from './changes-of-request.js';
import { messages } from './messages/index.js';
import styles from './tree.module.css';

/** Why a node changes; kept when the field is left. */
export function NodeReason(props: {
  readonly requestId: string;
  readonly nodeId: string;
  readonly editable: boolean;
}) {
  const { t } = useMessages(messages);
  const { requestId, nodeId } = props;
  const params = { requestId, nodeId };
  const draft = useRead(readDraft, { params });
  const saved = draft.data?.reason;
  const [typed, setTyped] = useState<string>();
  const sent = useRef<string>(undefined);
  const act = useAct(explainChange, {
    changes: [...OF_REQUEST, readRequestDiff],
    onDone: () => toast(t('reasonSaved')),
  });
  useEffect(() => {
    sent.current = saved;
  }, [saved]);
  const save = () => {
    const reason = typed?.trim();
    if (reason === undefined || reason === sent.current) return;
    sent.current = reason;
    void act.run({ params, body: { reason } });
  };
  if (saved === undefined) return null;
  return (
    <div className={styles.reason}>
      <TextArea
        label={t('nodeReason')}
        hint={t('nodeReasonHint')}
        lang="vi"
        rows={3}
        maxLength={1000}
        readOnly={!props.editable}
        value={typed ?? saved}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={save}
      />
      <ProblemNote problem={act.problem} />
    </div>
  );
}
