import { useState } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useSession } from '../../../lib/session/session.js';
import { Note } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { Stack } from '../../../ui/layout.js';
import { forgetRefused, refusedAnswers } from '../../journal/refused-entries.js';
import { messages } from './messages/index.js';
import { textOf } from './refused-note.js';

/** After an attempt: the answers on this device that the office did not take, until the person has read it. */
export function RefusedList({ attemptId }: { readonly attemptId: string }) {
  const { t } = useMessages(messages);
  const { account } = useSession();
  const place = { accountId: account.id, attemptId };
  const [refused, setRefused] = useState(() => refusedAnswers(place));
  if (refused.length === 0) return null;
  return (
    <Note look="warn">
      <Stack>
        <p>{t('refusedAfter')}</p>
        <ul>
          {refused.map((one) => (
            <li key={`${one.deviceId} ${one.entry.seq}`}>
              {t('questionShort', { number: one.entry.slot })}
              {textOf(one) !== '' && (
                <>
                  : <q lang="vi">{textOf(one)}</q>
                </>
              )}
            </li>
          ))}
        </ul>
        <Button
          size="small"
          onClick={() => {
            forgetRefused(place);
            setRefused([]);
          }}
        >
          {t('refusedRead')}
        </Button>
      </Stack>
    </Note>
  );
}
