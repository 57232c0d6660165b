import { useState } from 'react';
import {
  castBallot,
  closeCouncil,
  listCouncils,
  readEdition,
  readEditionCouncil,
} from '@cam-nang/contracts/routes';
import { BALLOT_VALUES } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Note } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { TextArea } from '../../../ui/field.js';
import { ScaleIcon } from '../../../ui/icons.js';
import { Stack } from '../../../ui/layout.js';
import { OptionRows } from '../../../ui/options.js';
import text from '../../../ui/text.module.css';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { Block } from '../../kit/work.js';
import type { Council } from './council-types.js';
import styles from './councils.module.css';
import { messages } from './messages/index.js';

interface WithCouncil {
  readonly council: Council;
}

/** Where the vote stands on the page. */
export const YOUR_VOTE = 'your-vote';

const OF_COUNCIL = [readEditionCouncil, readEdition, listCouncils];

/** Whether there is anything to say beside the council to whoever looks. */
export function hasCouncilSide({ allowed, mine, stage }: Council): boolean {
  return allowed.close || allowed.vote || mine?.recused === true || stage !== 'sitting';
}

/** What one may do on the council, or what it concluded. */
export function CouncilSide({ council }: WithCouncil) {
  const { t } = useMessages(messages);
  return (
    <div className={styles.side}>
      {council.allowed.close && <CloseForm council={council} />}
      {council.allowed.vote && (
        <div id={YOUR_VOTE}>
          <VoteForm council={council} />
        </div>
      )}
      {council.mine?.recused === true && <p>{t('mineRecused')}</p>}
      {council.stage !== 'sitting' && <Concluded council={council} />}
    </div>
  );
}

/** What the person has voted so far: a later vote begins with it. */
function votedBefore({ mine }: Council) {
  return { given: mine?.ballot ?? null, voted: mine?.voted === true };
}

function VoteForm({ council }: WithCouncil) {
  const { t } = useMessages(messages);
  const { given, voted } = votedBefore(council);
  const [value, setValue] = useState(given?.value);
  const [comment, setComment] = useState(given?.comment ?? '');
  const [missing, setMissing] = useState(false);
  const act = useAct(castBallot, { changes: OF_COUNCIL, onDone: () => toast(t('sent')) });
  const [unchosen, setUnchosen] = useState(false);
  const send = () => {
    setUnchosen(value === undefined);
    if (value === undefined) return;
    const silent = comment.trim() === '' && value !== 'pass' && value !== 'abstain';
    setMissing(silent);
    if (silent) return;
    const { manifestHash } = council;
    void act.run({ params: { councilId: council.id }, body: { value, manifestHash, comment } });
  };
  return (
    <Block title={t('yourVote')}>
      <Stack>
        <p>{t('yourVoteSay', { hash: council.manifestHash.slice(0, 8) })}</p>
        <fieldset>
          <legend className={text.vh}>{t('yourVote')}</legend>
          <OptionRows
            choices={BALLOT_VALUES.map((one) => ({ value: one, text: t(`value.${one}`) }))}
            chosen={value === undefined ? [] : [value]}
            onChange={([one]) => setValue(BALLOT_VALUES.find((known) => known === one))}
          />
        </fieldset>
        <TextArea
          label={t('comment')}
          hint={t('commentHint')}
          lang="vi"
          rows={4}
          maxLength={4000}
          value={comment}
          error={missing ? t('commentMissing') : undefined}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <ProblemNote problem={act.problem} />
        {unchosen && value === undefined && (
          <Note look="warn" alert>
            {t('voteMissing')}
          </Note>
        )}
        <Button
          look={council.allowed.close ? 'plain' : 'main'}
          block
          busy={act.busy}
          onClick={send}
        >
          {t(voted ? 'sendAgain' : 'send')}
        </Button>
      </Stack>
    </Block>
  );
}

function CloseForm({ council }: WithCouncil) {
  const { t } = useMessages(messages);
  const [conclusion, setConclusion] = useState('');
  const [missing, setMissing] = useState(false);
  const act = useAct(closeCouncil, { changes: OF_COUNCIL, onDone: () => toast(t('closed')) });
  const { outcome } = council.tally;
  if (outcome === null) return null;
  const close = () => {
    const silent = outcome !== 'pass' && conclusion.trim() === '';
    setMissing(silent);
    if (!silent) void act.run({ params: { councilId: council.id }, body: { conclusion } });
  };
  return (
    <Block title={t('conclude')}>
      <Stack>
        <p>{t('concludeSay', { outcome: t(`value.${outcome}`) })}</p>
        {outcome !== 'pass' && <p>{t('concludeBack')}</p>}
        <TextArea
          label={t('conclusion')}
          lang="vi"
          rows={4}
          maxLength={4000}
          optional={outcome === 'pass'}
          value={conclusion}
          error={missing ? t('conclusionMissing') : undefined}
          onChange={(event) => setConclusion(event.currentTarget.value)}
        />
        <ProblemNote problem={act.problem} />
        <Button look="main" block busy={act.busy} onClick={close}>
          <ScaleIcon />
          {t('close')}
        </Button>
      </Stack>
    </Block>
  );
}

function Concluded({ council }: WithCouncil) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { outcome, conclusion, endedAt } = council;
  return (
    <Block
      title={t('concluded')}
      aside={endedAt === null ? undefined : t('endedAt', { time: format.dateTime(endedAt) })}
    >
      <p>
        <b>{outcome === null ? t('dissolvedSay') : t(`value.${outcome}`)}</b>
      </p>
      {conclusion !== '' && (
        <p lang="vi" className={styles.said}>
          {conclusion}
        </p>
      )}
    </Block>
  );
}
