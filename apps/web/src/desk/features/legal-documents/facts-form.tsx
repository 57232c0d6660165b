import { useState } from 'react';
import { LEGAL_KINDS } from '@cam-nang/domain';
import {
  addLegalDocument,
  amendLegalDocument,
  listLegalDocuments,
  readLegalDocument,
} from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Button, ButtonRow } from '../../../ui/button.js';
import { DateField, SelectField, TextArea, TextField } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { Sheet } from '../../../ui/overlay.js';
import { useAct } from '../../data/act.js';
import type { LegalDocument } from '../../kit/legal/legal-types.js';
import { ProblemNote } from '../../kit/problem-note.js';
import { errorsOf, readFacts, type Errors } from './legal-form.js';
import { messages } from './messages/index.js';

interface Props {
  /** The document that is amended; undefined for a new one. */
  readonly document?: LegalDocument | undefined;
  readonly onDone: (document: LegalDocument) => void;
  readonly onClose: () => void;
}

/** Enters a document into the register, or puts right what it says of one. */
export function FactsSheet(props: Props) {
  const { t } = useMessages(messages);
  const { document } = props;
  const title = document === undefined ? t('add') : t('amendTitle', { number: document.number });
  return (
    <Sheet open title={title} onClose={props.onClose}>
      <FactsForm {...props} />
    </Sheet>
  );
}

function FactsForm({ document, onDone, onClose }: Props) {
  const { t } = useMessages(messages);
  const [own, setOwn] = useState<Errors>({});
  const options = { changes: [listLegalDocuments, readLegalDocument], onDone };
  const add = useAct(addLegalDocument, options);
  const amend = useAct(amendLegalDocument, options);
  const act = document === undefined ? add : amend;
  const told = Object.keys(own).length > 0 ? own : errorsOf(act.problem);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { body, errors } = readFacts(new FormData(event.currentTarget));
        setOwn(errors ?? {});
        if (body === undefined) return;
        if (document === undefined) void add.run({ body });
        else {
          const params = { documentId: document.id };
          void amend.run({ params, body: { ...body, version: document.version } });
        }
      }}
    >
      <Stack>
        <NameFields document={document} errors={told} />
        <DayFields document={document} errors={told} />
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

interface FieldsProps {
  readonly document: LegalDocument | undefined;
  readonly errors: Errors;
}

function useErrorWords(errors: Errors) {
  const { t } = useMessages(messages);
  return (name: string) => {
    const wrong = errors[name];
    return wrong === undefined ? undefined : t(wrong);
  };
}

function NameFields({ document, errors }: FieldsProps) {
  const { t } = useMessages(messages);
  const words = useErrorWords(errors);
  return (
    <>
      <SelectField
        label={t('kind')}
        name="kind"
        defaultValue={document?.kind ?? 'decree'}
        options={LEGAL_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <TextField
        label={t('number')}
        hint={t('numberHint')}
        name="number"
        maxLength={60}
        autoComplete="off"
        defaultValue={document?.number}
        error={words('number')}
      />
      <TextField
        label={t('issuer')}
        name="issuer"
        lang="vi"
        maxLength={200}
        defaultValue={document?.issuer}
        error={words('issuer')}
      />
      <TextArea
        label={t('name')}
        name="title"
        lang="vi"
        rows={3}
        maxLength={600}
        defaultValue={document?.title}
        error={words('title')}
      />
      <TextField
        label={t('citedAs')}
        hint={t('citedAsHint')}
        name="citedAs"
        lang="vi"
        maxLength={300}
        autoComplete="off"
        defaultValue={document?.citedAs}
        error={words('citedAs')}
      />
    </>
  );
}

function DayFields({ document, errors }: FieldsProps) {
  const { t } = useMessages(messages);
  const words = useErrorWords(errors);
  return (
    <>
      <DateField
        label={t('signedOn')}
        name="signedOn"
        optional
        date={document?.signedOn}
        error={words('signedOn')}
      />
      <DateField
        label={t('inForceFrom')}
        name="inForceFrom"
        optional
        date={document?.inForceFrom}
        error={words('inForceFrom')}
      />
      <DateField
        label={t('inForceTo')}
        hint={t('inForceToHint')}
        name="inForceTo"
        optional
        date={document?.inForceTo}
        error={words('inForceTo')}
      />
      <TextField
        label={t('sourceUrl')}
        name="sourceUrl"
        type="url"
        inputMode="url"
        optional
        maxLength={500}
        defaultValue={document?.sourceUrl ?? undefined}
        error={words('sourceUrl')}
      />
    </>
  );
}
