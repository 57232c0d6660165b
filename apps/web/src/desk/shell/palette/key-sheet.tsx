import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useSession } from '../../../lib/session/session.js';
import { Dialog } from '../../../ui/overlay.js';
import { messages as shellMessages } from '../messages/index.js';
import { placesFor } from '../places.js';
import { messages } from './messages/index.js';
import styles from './palette.module.css';
import { PLACE_KEYS } from './place-keys.js';

interface Line {
  readonly keys: readonly string[];
  readonly does: string;
}

/** Every key of the desk on one page. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useMessages(messages);
  const sections = useSections();
  return (
    <Dialog open wide title={t('keySheet')} onClose={onClose}>
      <div className={styles.sheet}>
        {sections.map(({ title, lines }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {lines.map(({ keys, does }) => (
                <div key={keys.join()}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.note}>{t('keyNote')}</p>
    </Dialog>
  );
}

function useSections(): readonly { readonly title: string; readonly lines: readonly Line[] }[] {
  const { t } = useMessages(messages);
  const places = usePlaceLines();
  const line = (does: string, ...keys: readonly string[]): Line => ({ keys, does });
  return [
    {
      title: t('everywhere'),
      lines: [
        line(t('doPalette'), 'Ctrl', 'K'),
        line(t('doSheet'), '?'),
        line(t('doFilter'), '/'),
        line(t('doClose'), 'Esc'),
      ],
    },
    { title: t('goTo'), lines: places },
    {
      title: t('tree'),
      lines: [
        line(t('doNode'), '↑', '↓'),
        line(t('doFold'), '←', '→'),
        line(t('doOpen'), 'Enter'),
        line(t('doMove'), 'Alt', '↑', '↓'),
      ],
    },
    {
      title: t('review'),
      lines: [line(t('doChange'), 'N', 'P'), line(t('doColumns'), '2'), line(t('doComment'), 'C')],
    },
    {
      title: t('writing'),
      lines: [
        line(t('doBlock'), '/'),
        line(t('doMoveBlock'), 'Alt', '↑', '↓'),
        line(t('doLink'), 'Ctrl', 'K'),
        line(t('doUndo'), 'Ctrl', 'Z'),
      ],
    },
    {
      title: t('rollCall'),
      lines: [
        line(t('doPeriods'), '0', '…', '9'),
        line(t('doPerson'), '↑', '↓'),
        line(t('doSave'), 'Ctrl', 'S'),
      ],
    },
  ];
}

function usePlaceLines(): readonly Line[] {
  const { t } = useMessages(messages);
  const shell = useMessages(shellMessages);
  const { home, groups } = placesFor(useSession());
  return [home, ...groups.flatMap(({ places }) => places)].map(({ name }) => ({
    keys: ['G', PLACE_KEYS[name].toUpperCase()],
    does: t('doGo', { place: shell.t(`place.${name}`) }),
  }));
}
