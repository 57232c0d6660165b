import { useState } from 'react';
import { LEGAL_EFFECTS } from '@cam-nang/domain';
import { addLegalChange, listLegalDocuments, readLegalDocument } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button, ButtonRow } from '../../../ui/button.js';
import { DateField, Field, SelectField, TextField } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { Sheet } from '../../../ui/overlay.js';
import { useAct } from '../../data/act.js';
import { LegalSearch } from '../../editor/legal/legal-search.js';
import type { LegalDocument } from '../../kit/legal/legal-types.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { errorsOf, readChange, type Errors } from './legal-form.js';
import styles from './legal-documents.module.css';
import { messages } from './messages/index.js';

interface Props {
  readonly document: LegalDocument;
  readonly onClose: () => void;
}

/** Records which document replaces or amends this one, from when. */
export function ChangeSheet(props: Props) {
  const { t } = useMessages(messages);
  return (
    <Sheet open title={t('addChange')} onClose={props.onClose}>
      <ChangeForm {...props} />
    </Sheet>
  );
}

function ChangeForm({ document, onClose }: Props) {
  const { t } = useMessages(messages);
  const [by, setBy] = useState<LegalDocument>();
  const [own, setOwn] = useState<Errors>({});
  const changes = [listLegalDocuments, readLegalDocument];
  const act = useAct(addLegalChange, { changes, onDone: onClose });
  const told = Object.keys(own).length > 0 ? own : errorsOf(act.problem);
  const words = (name: string) => (told[name] === undefined ? undefined : t(told[name]));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { body, errors } = readChange(new FormData(event.currentTarget), by?.id);
        setOwn(errors ?? {});
        if (body !== undefined) void act.run({ params: { documentId: document.id }, body });
      }}
    >
      <Stack>
        <ByField by={by} except={document.id} error={words('byId')} onPick={setBy} />
        <SelectField
          label={t('effect')}
          name="effect"
          error={words('effect')}
          options={LEGAL_EFFECTS.map((effect) => ({ value: effect, label: t(`effect.${effect}`) }))}
        />
        <DateField
          key={by?.id}
          label={t('from')}
          name="from"
          date={by?.inForceFrom}
          error={words('from')}
        />
        <TextField
          label={t('scope')}
          name="scope"
          lang="vi"
          maxLength={300}
          optional
          error={words('scope')}
        />
        <ProblemNote problem={Object.keys(told).length > 0 ? undefined : act.problem} />
        <ButtonRow>
          <Button type="submit" look="main" busy={act.busy}>
            {t('save')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </ButtonRow>
      </Stack>
    </form>
  );
}

function ByField(props: {
  readonly by: LegalDocument | undefined;
  readonly except: string;
  readonly error: string | undefined;
  readonly onPick: (document: LegalDocument | undefined) => void;
}) {
  const { t } = useMessages(messages);
  const { by, error, onPick } = props;
  if (by === undefined) {
    return <LegalSearch label={t('by')} error={error} except={props.except} onPick={onPick} />;
  }
  return (
    <Field label={t('by')} error={error}>
      {({ id }) => (
        <span className={styles.picked}>
          <output id={id} lang="vi">
            {by.citedAs}
          </output>
          <Button size="small" onClick={() => onPick(undefined)}>
            {t('otherBy')}
          </Button>
        </span>
      )}
    </Field>
  );
}
