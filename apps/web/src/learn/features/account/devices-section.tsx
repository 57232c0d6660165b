import { endDevice, listDevices } from '@cam-nang/contracts/routes';
import { useAction } from '../../../lib/api/action.js';
import { call } from '../../../lib/api/call.js';
import { useProblemText } from '../../../lib/api/problem-text.js';
import { useResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Note } from '../../../ui/banner.js';
import { Button } from '../../../ui/button.js';
import { SmartphoneIcon } from '../../../ui/icons.js';
import { Section } from '../../../ui/layout.js';
import { ListRow, RowList } from '../../../ui/lists.js';
import { Loaded } from '../../../ui/states.js';
import { Tag } from '../../../ui/tag.js';
import { toast } from '../../../ui/toast.js';
import { deviceName } from './device-name.js';
import { messages } from './messages/index.js';

/** Sessions of one's own account; every one but this can be ended from here. */
export function DevicesSection() {
  const { t } = useMessages(messages);
  const format = useFormat();
  const say = useProblemText();
  const devices = useResource(listDevices, {});
  const end = useAction(async ({ idempotencyKey }, sessionId: string) => {
    await call(endDevice, { params: { sessionId } }, { idempotencyKey });
    devices.reload();
    toast(t('deviceEnded'));
  });
  return (
    <Section title={t('devicesTitle')}>
      {end.problem !== undefined && (
        <Note look="bad" alert>
          {say(end.problem)}
        </Note>
      )}
      <Loaded from={devices} skeleton={[60, 40, 'rule', 60, 40]}>
        {({ devices: list }) => (
          <RowList>
            {list.map((device) => {
              const name = deviceName(device.userAgent) ?? t('unknownDevice');
              return (
                <ListRow
                  key={device.sessionId}
                  icon={SmartphoneIcon}
                  title={name}
                  sub={t('lastSeen', { time: format.dateTime(device.lastSeenAt) })}
                  end={
                    device.current ? (
                      <Tag look="accent">{t('thisDevice')}</Tag>
                    ) : (
                      <Button
                        size="small"
                        busy={end.busy}
                        aria-label={t('endDeviceNamed', { device: name })}
                        onClick={() => void end.run(device.sessionId)}
                      >
                        {t('endDevice')}
                      </Button>
                    )
                  }
                />
              );
            })}
          </RowList>
        )}
      </Loaded>
    </Section>
  );
}
