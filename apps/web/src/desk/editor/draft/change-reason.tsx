import { useState } from 'react';
import { explainChange, readRequestDiff } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { TextArea } from '../../../ui/field.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import type { DraftView } from '../../kit/curriculum/types.js';
import { ProblemNote } from '../../kit/problem-note.js';
import styles from './draft.module.css';
import { messages } from './messages/index.js';

/** Why the text changes, as the comparison table will say; kept when the field is left. */
export function ChangeReason(props: { readonly draft: DraftView; readonly editable: boolean }) {
  const { t } = useMessages(messages);
  const { requestId, nodeId, reason } = props.draft;
  const [typed, setTyped] = useState(reason);
  const [saved, setSaved] = useState(reason);
  const act = useAct(explainChange, {
    changes: [readRequestDiff],
    onDone: () => toast(t('reasonSaved')),
  });
  const save = async () => {
    const words = typed.trim();
    if (words === saved || !props.editable) return;
    const done = await act.run({ params: { requestId, nodeId }, body: { reason: words } });
    if (done) setSaved(words);
  };
  return (
    <div className={styles.reason}>
      <TextArea
        label={t('reason')}
        hint={t('reasonHint')}
        lang="vi"
        rows={3}
        maxLength={1000}
        readOnly={!props.editable}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => void save()}
      />
      <ProblemNote problem={act.problem} />
    </div>
  );
}
