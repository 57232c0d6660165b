import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Button } from '../../../ui/button.js';
import { CircleAlertIcon, DownloadIcon, ShieldCheckIcon } from '../../../ui/icons.js';
import { Status } from '../../../ui/tag.js';
import { Checks, type Check } from '../../kit/marks.js';
import { Block, Details, Hash } from '../../kit/work.js';
import { messages } from './messages/index.js';
import type { Proof, ProofCheck, Verdict } from './proof-check.js';
import { ProofDrawing } from './proof-drawing.js';
import { shortHash } from './register-model.js';
import styles from './register.module.css';
import type { Entry, Seal } from './register-types.js';
import { useProofCheck } from './use-proof-check.js';

/** How the line is tied to the seal of the register, worked out on this device. */
export function ProofBlock({ entry }: { readonly entry: Entry }) {
  const { t } = useMessages(messages);
  const { proof, head } = entry;
  const checks = useChecks(entry, useProofCheck(entry));
  if (proof === null || head === null) {
    return (
      <Block title={t('proof')}>
        <p className={styles.soft}>{t('noProof')}</p>
      </Block>
    );
  }
  return (
    <Block title={t('proof')} aside={<Sum checks={checks} />}>
      <ProofDrawing entry={entry} steps={proof.path.length} seal={head} />
      <div className={styles.checks}>
        <Checks checks={checks} />
      </div>
      <ProofFacts proof={proof} seal={head} />
      <p className={styles.soft}>{t('proofText')}</p>
      <Button size="small" onClick={() => save(entry, proof, head)}>
        <DownloadIcon />
        {t('proofFile')}
      </Button>
    </Block>
  );
}

function Sum({ checks }: { readonly checks: readonly Check[] }) {
  const { t } = useMessages(messages);
  if (checks.some(({ verdict }) => verdict === 'no')) {
    return (
      <Status tone="bad" icon={CircleAlertIcon}>
        {t('broken')}
      </Status>
    );
  }
  const sure = checks.length > 0 && checks.every(({ verdict }) => verdict === 'yes');
  if (!sure) return undefined;
  return (
    <Status tone="ok" icon={ShieldCheckIcon}>
      {t('holds')}
    </Status>
  );
}

const sign = { holds: 'yes', broken: 'no', unable: 'warn' } as const;

/** What was looked at, in words; empty until the device has worked it out. */
function useChecks(entry: Entry, device: ProofCheck | undefined): readonly Check[] {
  const { t } = useMessages(messages);
  const { check } = entry;
  if (device === undefined || check === null) return [];
  const own = (key: 'path' | 'signature', verdict: Verdict): Check => ({
    key,
    verdict: sign[verdict],
    text: t(`${key}.${verdict}`),
  });
  const file = check.file;
  return [
    {
      key: 'row',
      verdict: check.row === 'intact' ? 'yes' : 'no',
      text: t(`row.${check.row}`),
    },
    own('path', device.path),
    own('signature', device.signature),
    ...(file === null
      ? []
      : [
          {
            key: 'file',
            verdict: file === 'intact' ? 'yes' : 'no',
            text: t(`file.${file}`),
          } as const,
        ]),
  ];
}

function ProofFacts({ proof, seal }: { readonly proof: Proof; readonly seal: Seal }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  return (
    <Details
      rows={[
        { name: t('leafHash'), value: <Hash>{shortHash(proof.leafHash, 12)}</Hash> },
        {
          name: t('path'),
          value: t('pathFacts', { count: proof.path.length, bytes: 32 * proof.path.length }),
        },
        {
          name: t('leaf'),
          value: t('leafOf', { leaf: proof.leafIndex + 1, size: proof.treeSize }),
        },
        { name: t('sealRoot'), value: <Hash>{shortHash(seal.root, 12)}</Hash> },
        { name: t('sealSigned'), value: format.dateTime(seal.signedAt) },
      ]}
    />
  );
}

/** The proof as a file that says nothing of the person. */
function save(entry: Entry, proof: Proof, head: Seal): void {
  const { registerNumber } = entry.row;
  const file = { method: 'RFC 9162, SHA-256', registerNumber, proof, head };
  const blob = new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${registerNumber.replace(/[^\w-]+/g, '-')}.proof.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}
