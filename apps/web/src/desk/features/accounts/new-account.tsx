import { useState } from 'react';
import { ROLES } from '@cam-nang/domain';
import { createAccount, listAccounts } from '@cam-nang/contracts/routes';
import { useRoleName } from '../../../account/roles.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { may, useSession } from '../../../lib/session/session.js';
import { Button, ButtonRow } from '../../../ui/button.js';
import { DateField, SelectField, TextField } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { Sheet } from '../../../ui/overlay.js';
import { useAct } from '../../data/act.js';
import { readNewAccount, type Errors } from './account-form.js';
import type { IssuedCode } from './account-types.js';
import { messages } from './messages/index.js';
import { Refusal } from './refusal.js';
import { UnitPicker, type PickedUnit } from './unit-picker.js';
import { usernameOf } from './username-of.js';

/** A new person with an account, a first role and a one-time code. */
export function NewAccount(props: {
  readonly onMade: (code: IssuedCode) => void;
  readonly onClose: () => void;
}) {
  const { t } = useMessages(messages);
  return (
    <Sheet open title={t('newTitle')} onClose={props.onClose}>
      <NewAccountForm {...props} />
    </Sheet>
  );
}

function NewAccountForm(props: Parameters<typeof NewAccount>[0]) {
  const { t } = useMessages(messages);
  const [unit, setUnit] = useState<PickedUnit>();
  const [errors, setErrors] = useState<Errors>({});
  const make = useAct(createAccount, {
    changes: [listAccounts],
    onDone: ({ account, oneTimeCode, codeExpiresAt }) => {
      const { fullName, username } = account;
      props.onMade({ fullName, username, code: oneTimeCode, expiresAt: codeExpiresAt });
    },
  });
  const words = (key: keyof Errors) => (errors[key] === undefined ? undefined : t(errors[key]));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const read = readNewAccount(new FormData(event.currentTarget), unit?.id);
        setErrors(read.errors ?? {});
        if (read.body !== undefined) void make.run({ body: read.body });
      }}
    >
      <Stack>
        <NameFields fullNameError={words('fullName')} usernameError={words('username')} />
        <DateField label={t('birthDate')} name="birthDate" optional error={words('birthDate')} />
        <RoleField />
        <UnitPicker picked={unit} onPick={setUnit} error={words('unitId')} />
        <Refusal problem={make.problem} />
        <ButtonRow>
          <Button type="submit" look="main" busy={make.busy}>
            {t('make')}
          </Button>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
        </ButtonRow>
      </Stack>
    </form>
  );
}

/** The user name follows the full name until it is written by hand. */
function NameFields(props: {
  readonly fullNameError: string | undefined;
  readonly usernameError: string | undefined;
}) {
  const { t } = useMessages(messages);
  const [username, setUsername] = useState('');
  const [byHand, setByHand] = useState(false);
  return (
    <>
      <TextField
        label={t('fullName')}
        name="fullName"
        lang="vi"
        autoComplete="off"
        maxLength={120}
        error={props.fullNameError}
        onChange={(event) => {
          if (!byHand) setUsername(usernameOf(event.currentTarget.value));
        }}
      />
      <TextField
        label={t('username')}
        hint={t('usernameHint')}
        name="username"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={60}
        error={props.usernameError}
        value={username}
        onChange={(event) => {
          setByHand(event.currentTarget.value !== '');
          setUsername(event.currentTarget.value);
        }}
      />
    </>
  );
}

function RoleField() {
  const { t } = useMessages(messages);
  const roleName = useRoleName();
  const grants = may(useSession(), 'account.grant');
  const roles = grants ? ROLES : (['trainee'] as const);
  return (
    <SelectField
      label={t('role')}
      name="role"
      hint={grants ? t('roleHint') : t('roleHintTrainee')}
      options={roles.map((role) => ({ value: role, label: roleName(role) }))}
    />
  );
}
