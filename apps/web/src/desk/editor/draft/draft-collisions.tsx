import { useCallback, useEffect, useState } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Note } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { useChangeWords } from '../../kit/changes/change-words.js';
import { ConflictChoice } from '../../kit/conflicts/conflict-choice.js';
import { ConflictTexts } from '../../kit/conflicts/conflict-texts.js';
import type { SideNames } from '../../kit/conflicts/place.js';
import { useChoice } from '../../kit/conflicts/use-choice.js';
import styles from './draft.module.css';
import type { DraftSaver } from './draft-saver.js';
import type { DraftConflict, DraftDecision, DraftState, OtherText } from './draft-state.js';
import { messages } from './messages/index.js';

/** Places at which somebody else wrote as well: both texts, and what is to become of each. */
export function DraftCollisions(props: {
  readonly state: DraftState;
  readonly saver: DraftSaver;
  readonly editable: boolean;
}) {
  const { t } = useMessages(messages);
  const { state, saver } = props;
  const [decided, setDecided] = useState<Readonly<Record<string, DraftDecision>>>({});
  const report = useCallback(
    (key: string, decision: DraftDecision | undefined) =>
      setDecided(({ [key]: _old, ...rest }) =>
        decision === undefined ? rest : { ...rest, [key]: decision },
      ),
    [],
  );
  if (state.at !== 'collided') return null;
  const { conflicts, other } = state;
  const open = conflicts.filter((one) => decided[keyOf(one)] === undefined);
  return (
    <section aria-label={t('collidedTitle')} className={styles.collisions}>
      <div className={styles.note}>
        <Note look="warn" alert>
          <CollidedWords other={other} count={conflicts.length} />
        </Note>
      </div>
      {conflicts.map((conflict, index) => (
        <CollidedPlace
          key={keyOf(conflict)}
          conflict={conflict}
          title={t('place', { no: index + 1, count: conflicts.length })}
          other={other}
          editable={props.editable}
          onDecision={report}
        />
      ))}
      <div className={styles.collisionsEnd}>
        <span>{open.length > 0 ? t('placesLeft', { count: open.length }) : t('placesReady')}</span>
        <Button
          look="main"
          disabled={open.length > 0}
          onClick={() => saver.decide(conflicts.flatMap((one) => decided[keyOf(one)] ?? []))}
        >
          {t('mergeChosen')}
        </Button>
      </div>
    </section>
  );
}

/** A choice belongs to exactly these texts: with other words the place is asked for again. */
function keyOf({ id, triple }: DraftConflict): string {
  return [id, triple.base, triple.ours, triple.theirs].join(' ');
}

function CollidedWords({ other, count }: { readonly other: OtherText; readonly count: number }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { savedBy, savedAt } = other;
  const who =
    savedBy === null || savedAt === null
      ? t('collidedGround')
      : t('collidedBy', { name: savedBy, time: format.dateTime(savedAt) });
  return (
    <>
      <p>
        <b>{t('collidedTitle')}</b>
      </p>
      <p>
        {who} {t('collidedText', { count })}
      </p>
    </>
  );
}

function CollidedPlace(props: {
  readonly conflict: DraftConflict;
  readonly title: string;
  readonly other: OtherText;
  readonly editable: boolean;
  readonly onDecision: (key: string, decision: DraftDecision | undefined) => void;
}) {
  const { conflict, onDecision } = props;
  const about = useAbout(conflict);
  const sides = useSideNames(props.other);
  const place = { ...conflict, hidden: false, decision: null };
  const choice = useChoice(place, props.editable);
  const said = choice.decision === undefined ? '' : JSON.stringify(choice.decision);
  useEffect(() => {
    const { id, triple } = conflict;
    const decision = said === '' ? undefined : (JSON.parse(said) as DraftDecision['decision']);
    onDecision(keyOf(conflict), decision && { id, triple, decision });
  }, [said, conflict, onDecision]);
  return (
    <section className={styles.collision} aria-label={`${props.title}: ${about}`}>
      <h2>
        {props.title}: {about}
      </h2>
      <ConflictTexts conflict={place} names={{}} sides={sides} />
      <ConflictChoice choice={choice} conflict={place} sides={sides} />
      <div className={styles.result}>
        <ConflictChoice.Result choice={choice} conflict={place} sides={sides} />
      </div>
    </section>
  );
}

function useAbout({ subject }: DraftConflict): string {
  const { t } = useMessages(messages);
  const words = useChangeWords();
  if (subject.kind === 'question') return t('aboutQuestion');
  if (subject.kind !== 'field') return t('aboutBlock');
  const [first, ...path] = subject.path;
  return first === 'title' ? t('aboutTitle') : words.field(path);
}

function useSideNames({ savedBy }: OtherText): SideNames {
  const { t } = useMessages(messages);
  const name = savedBy ?? t('ground');
  return {
    ours: t('textOf', { name }),
    theirs: t('mine'),
    keepOurs: t('takeTheirs', { name }),
    keepTheirs: t('keepMine'),
    oursFirst: t('bothTheirsFirst', { name }),
    theirsFirst: t('bothMineFirst'),
    written: t('written'),
    result: t('result'),
  };
}
