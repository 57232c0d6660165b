import type { readEditionBases, ResponseOf } from '@cam-nang/contracts';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Link } from '../../../ui/link.js';
import { Checks } from '../marks.js';
import styles from './legal.module.css';
import { messages } from './messages/index.js';
import { useStandingWords } from './standing.js';

export type LegalBases = ResponseOf<typeof readEditionBases>;
type Finding = LegalBases['findings'][number];

/** Legal bases that the register does not confirm for the day: where they stand and why. They stop nobody. */
export function LegalFindings(props: {
  readonly bases: LegalBases;
  readonly hrefOf: (finding: Finding) => string;
}) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { bases, hrefOf } = props;
  const date = format.date(bases.on);
  if (bases.findings.length === 0) {
    const text = t(bases.total === 0 ? 'basesNone' : 'basesHold', { count: bases.total, date });
    return <Checks checks={[{ key: 'hold', verdict: 'yes', text }]} />;
  }
  return (
    <>
      <p className={styles.say}>
        {t('basesOpen', { count: bases.findings.length, total: bases.total, date })}
      </p>
      <Checks
        checks={bases.findings.map((finding, index) => ({
          key: `${finding.nodeId}-${index}`,
          verdict: 'warn',
          text: <FindingText finding={finding} href={hrefOf(finding)} />,
        }))}
      />
    </>
  );
}

function FindingText({ finding, href }: { readonly finding: Finding; readonly href: string }) {
  const { t } = useMessages(messages);
  const words = useStandingWords();
  const { citedAs, label, title, standing } = finding;
  return (
    <>
      <span lang="vi">{citedAs}</span>: {standing === null ? t('unlisted') : words(standing)}.{' '}
      <Link href={href} lang="vi">
        {label === '' ? title : `${label} ${title}`}
      </Link>
    </>
  );
}
