import { Fragment, type ReactNode } from 'react';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { LinkButton } from '../../../ui/button.js';
import type { RequestView } from '../../kit/curriculum/types.js';
import { WorkHead } from '../../kit/work.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { messages } from './messages/index.js';
import { titleKey, type Conflict, type Conflicts } from './model/conflict.js';

/** What collides, with what the main text took in meanwhile, and how much is still to be chosen. */
export function ConflictHead(props: {
  readonly request: RequestView;
  readonly data: Conflicts;
  readonly shown: Conflict | undefined;
}) {
  const { t } = useMessages(messages);
  const { request, data } = props;
  const { number, id } = request;
  usePlace(t('place'), [
    { title: t('courses'), href: href('course', { courseId: request.courseId }) },
    { title: t('request', { number }), href: href('review', { requestId: id }) },
    { title: t('place') },
  ]);
  const facts: ReactNode[] = [
    data.movesTo === null ? (
      <MergesInto key="into" data={data} number={number} />
    ) : (
      t('mergesIntoLine', { number, edition: data.movesTo })
    ),
    ...(data.settled > 0 ? [t('settled', { count: data.settled })] : []),
    ...(data.open > 0 ? [<b key="open">{t('toChoose', { count: data.open })}</b>] : []),
    ...(data.open === 0 && data.conflicts.length > 0 ? [t('allChosen')] : []),
  ];
  return (
    <WorkHead
      title={t(titleKey(props.shown))}
      facts={facts.map((fact, index) => (
        <Fragment key={index}>
          {index > 0 && ' · '}
          {fact}
        </Fragment>
      ))}
      actions={<LinkButton href={href('review', { requestId: id })}>{t('back')}</LinkButton>}
    />
  );
}

function MergesInto({ data, number }: { readonly data: Conflicts; readonly number: number }) {
  const { t, rich } = useMessages(messages);
  if (data.commits.length === 0) return t('mergesInto', { number });
  return <>{rich('after', { number, names: <CommitNames data={data} /> })}</>;
}

function CommitNames({ data }: { readonly data: Conflicts }) {
  const format = useFormat();
  const last = data.commits.slice(-2);
  return (
    <>
      {last.map(({ seq, message, at }, index) => (
        <Fragment key={seq}>
          {index > 0 && ', '}
          <b lang="vi">{message}</b> ({format.dateTime(at)})
        </Fragment>
      ))}
    </>
  );
}
