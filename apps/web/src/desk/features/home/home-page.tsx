import { useRoleName } from '../../../account/roles.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { serverNow, useSession } from '../../../lib/session/session.js';
import { ListRow, RowList } from '../../../ui/lists.js';
import { Block, Pane, WorkHead } from '../../kit/work.js';
import { href } from '../../routes.js';
import { messages as shellMessages } from '../../shell/messages/index.js';
import { usePlace } from '../../shell/place-of-page.js';
import { placesFor } from '../../shell/places.js';
import { messages } from './messages/index.js';

/** First page of the desk: who I am today, and where I work. */
export function HomePage() {
  const { t } = useMessages(messages);
  const shell = useMessages(shellMessages);
  const format = useFormat();
  const session = useSession();
  const roleName = useRoleName();
  usePlace(t('title'));
  const roles = [
    ...new Set(session.roles.map((role) => `${roleName(role.role)}, ${role.unitName}`)),
  ];
  return (
    <>
      <WorkHead
        title={t('title')}
        facts={
          <>
            {format.longDate(new Date(serverNow()))} · <b>{session.account.fullName}</b> ·{' '}
            {roles.join(' · ')}
          </>
        }
      />
      <Pane>
        {placesFor(session).groups.map((group) => (
          <Block key={group.name} title={shell.t(`group.${group.name}`)}>
            <RowList>
              {group.places.map((place) => (
                <ListRow
                  key={place.name}
                  icon={place.icon}
                  href={href(place.name)}
                  title={shell.t(`place.${place.name}`)}
                />
              ))}
            </RowList>
          </Block>
        ))}
      </Pane>
    </>
  );
}
