import { useState } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Note } from '../../../ui/banner.js';
import { SelectField } from '../../../ui/field.js';
import { usualCorrection, type CorrectionChoice } from './correction-choice.js';
import { useEditionWords } from './edition-words.js';
import { messages } from './messages/index.js';

/** Which edition an erratum corrects, and what it will not reach. The field is `edition`. */
export function CorrectionField({ choices }: { readonly choices: readonly CorrectionChoice[] }) {
  const { t } = useMessages(messages);
  const words = useEditionWords();
  const [chosenId, setChosenId] = useState<string>();
  const chosen = choices.find(({ edition }) => edition.id === chosenId) ?? usualCorrection(choices);
  if (chosen === undefined) return <Note look="warn">{t('correctionNone')}</Note>;
  return (
    <>
      <SelectField
        label={t('correctionOf')}
        name="edition"
        value={chosen.edition.id}
        onChange={(event) => setChosenId(event.currentTarget.value)}
        options={choices.map(({ edition }) => ({
          value: edition.id,
          label: t('correctionChoice', {
            edition: words.name(edition),
            state: t(`editionState.${edition.state}`).toLocaleLowerCase(),
          }),
        }))}
      />
      <Reach choice={chosen} />
    </>
  );
}

function Reach({ choice }: { readonly choice: CorrectionChoice }) {
  const { t } = useMessages(messages);
  const { next, apart, newer, edition } = choice;
  if (!apart) return <Note>{t('correctionNewest', { label: edition.label, next })}</Note>;
  return (
    <Note look="warn">
      <p>
        {newer.length === 0
          ? t('correctionApart', { next })
          : t('correctionNotNewest', { next, newer: newer.join(', ') })}
      </p>
      <p>{t('correctionFollow')}</p>
    </Note>
  );
}
