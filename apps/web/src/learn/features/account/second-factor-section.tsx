import { useState } from 'react';
import { SecondFactorSetup } from '../../../account/second-factor-setup.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { loadSession, useSession } from '../../../lib/session/session.js';
import { Button } from '../../../ui/button.js';
import { ShieldCheckIcon } from '../../../ui/icons.js';
import { Section, Stack } from '../../../ui/layout.js';
import { Status } from '../../../ui/tag.js';
import { toast } from '../../../ui/toast.js';
import { messages } from './messages/index.js';

/** Whether the second factor is on, and the way to switch it on. */
export function SecondFactorSection() {
  const { t } = useMessages(messages);
  const { secondFactor } = useSession();
  const [settingUp, setSettingUp] = useState(false);
  const done = () => {
    setSettingUp(false);
    toast(t('factorDone'));
    void loadSession();
  };
  return (
    <Section title={t('factorTitle')}>
      <Stack>
        {secondFactor === 'on' ? (
          <p>
            <Status tone="ok" icon={ShieldCheckIcon}>
              {t('factorOn')}
            </Status>
          </p>
        ) : (
          <p>{t('factorOff')}</p>
        )}
        {settingUp && <SecondFactorSetup onDone={done} />}
        {!settingUp && secondFactor === 'on' && <p>{t('factorReplaceText')}</p>}
        {!settingUp && (
          <Button onClick={() => setSettingUp(true)}>
            {t(secondFactor === 'on' ? 'factorReplace' : 'factorSetUp')}
          </Button>
        )}
      </Stack>
    </Section>
  );
}
