import { readEdition } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Loaded } from '../../../ui/states.js';
import { TabLinks } from '../../../ui/tabs.js';
import { useRead } from '../../data/query.js';
import type { EditionDetail } from '../../kit/curriculum/types.js';
import { usePageParams, usePageQuery } from '../../page.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { Dossier } from './dossier.js';
import styles from './editions.module.css';
import { EditionHead } from './edition-head.js';
import { messages } from './messages/index.js';
import { ReadPart } from './read-part.js';

/** An edition: what it changes and for whom, the act that issues it, and its whole text. */
export function EditionPage() {
  const { editionId } = usePageParams('edition');
  const detail = useRead(readEdition, { params: { editionId } });
  return (
    <Loaded from={detail} page>
      {(data) => <Edition key={data.edition.id} detail={data} />}
    </Loaded>
  );
}

function Edition({ detail }: { readonly detail: EditionDetail }) {
  const { t } = useMessages(messages);
  const query = usePageQuery((raw) => ({
    reading: raw['tab'] === 'tree',
    node: raw['node'],
    with: raw['with'],
  }));
  const { edition } = detail;
  const title = t(edition.state === 'candidate' ? 'titleIssue' : 'titleEdition', {
    label: edition.label,
  });
  usePlace(title, [
    { title: t('title'), href: href('editions') },
    { title: t('titleEdition', { label: edition.label }) },
  ]);
  const tab = (name: 'dossier' | 'tree') => ({
    href: href('edition', { editionId: edition.id }, name === 'tree' ? { tab: 'tree' } : {}),
    title: t(name === 'tree' ? 'tabRead' : 'tabDossier'),
    current: (name === 'tree') === query.reading,
  });
  return (
    <>
      <EditionHead detail={detail} title={title} />
      <div className={styles.tabs}>
        <TabLinks label={t('parts')} tabs={[tab('dossier'), tab('tree')]} />
      </div>
      {query.reading ? (
        <ReadPart edition={edition} nodeId={query.node} />
      ) : (
        <Dossier detail={detail} comparedWith={query.with} />
      )}
    </>
  );
}
