import { useRoleName } from '../../../account/roles.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { serverNow, useSession } from '../../../lib/session/session.js';
import { CalendarCheckIcon } from '../../../ui/icons.js';
import { ListRow, RowList } from '../../../ui/lists.js';
import { EmptyState, Skeleton } from '../../../ui/states.js';
import { Block, Pane, WorkHead } from '../../kit/work.js';
import { href } from '../../routes.js';
import { messages as shellMessages } from '../../shell/messages/index.js';
import { usePlace } from '../../shell/place-of-page.js';
import { placesFor } from '../../shell/places.js';
import { messages } from './messages/index.js';
import { tasksOf } from './model/tasks.js';
import { TaskRow } from './task-row.js';
import { useDeskFacts } from './use-desk-facts.js';

/** First page of the desk: what waits for me, and where I work. */
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
        <Waiting />
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

function Waiting() {
  const { t } = useMessages(messages);
  const facts = useDeskFacts();
  const tasks = facts === undefined ? [] : tasksOf(facts);
  return (
    <Block title={t('waiting')}>
      {facts === undefined && <Skeleton />}
      {facts !== undefined && tasks.length === 0 && (
        <EmptyState icon={CalendarCheckIcon} title={t('none')} text={t('noneText')} />
      )}
      <RowList>
        {tasks.map((task, index) => (
          <TaskRow key={index} task={task} />
        ))}
      </RowList>
    </Block>
  );
}
