import { useMessages } from '../../../lib/i18n/catalogue.js';
import { CheckIcon } from '../../../ui/icons.js';
import { Link } from '../../../ui/link.js';
import { useChangeWords } from '../../kit/changes/change-words.js';
import { usePageParams } from '../../page.js';
import { href } from '../../routes.js';
import styles from './conflicts.module.css';
import { messages } from './messages/index.js';
import type { Conflict, Conflicts } from './model/conflict.js';

/** Every place that collides, in order; those that are decided say so. */
export function ConflictPlaces(props: { readonly data: Conflicts; readonly shown: Conflict }) {
  const { t } = useMessages(messages);
  const { requestId } = usePageParams('conflicts');
  return (
    <nav className={styles.places} aria-label={t('places')}>
      <ol>
        {props.data.conflicts.map((conflict, index) => (
          <li key={conflict.id}>
            <Link
              href={href('conflicts', { requestId }, { place: conflict.id })}
              aria-current={conflict.id === props.shown.id ? 'true' : undefined}
            >
              <i className={styles.no} aria-hidden="true">
                {conflict.decision === null ? index + 1 : <CheckIcon />}
              </i>
              <span>
                <span lang="vi">
                  <Mark conflict={conflict} /> {conflict.title}
                </span>
                : <About conflict={conflict} />
              </span>
              {conflict.decision !== null && <small>{t('chosen')}</small>}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Mark({ conflict: { label, subject } }: { readonly conflict: Conflict }) {
  const { t } = useMessages(messages);
  if (label === '' || subject.kind !== 'question') return label;
  return t('questionNo', { no: label });
}

function About({ conflict: { subject } }: { readonly conflict: Conflict }) {
  const { t } = useMessages(messages);
  const words = useChangeWords();
  switch (subject.kind) {
    case 'block':
      return t('about.block');
    case 'question':
      return t('about.question');
    case 'structure':
      return t(`about.${subject.layers[0] ?? 'order'}`);
    case 'field': {
      const [first, ...path] = subject.path;
      return first === 'title' ? t('field.title') : words.field(path).toLocaleLowerCase();
    }
  }
}
