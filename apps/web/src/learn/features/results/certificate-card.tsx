import { readOwnCertificate } from '@cam-nang/contracts/routes';
import type { readOwnCertificate as readOwnContract, ResponseOf } from '@cam-nang/contracts';
import { useResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { LinkButton } from '../../../ui/button.js';
import { TaskCard } from '../../../ui/card.js';
import { ArrowRightIcon } from '../../../ui/icons.js';
import { Stack } from '../../../ui/layout.js';
import { Segments } from '../../../ui/progress.js';
import { Loaded } from '../../../ui/states.js';
import text from '../../../ui/text.module.css';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';

type Own = ResponseOf<typeof readOwnContract>;

/** The way to the certificate, or the certificate. */
export function CertificateCard({ enrolmentId }: { readonly enrolmentId: string }) {
  const own = useResource(readOwnCertificate, { params: { enrolmentId } });
  return (
    <Loaded from={own} skeleton={[70, 46]}>
      {(data) => <Card own={data} address={href('certificate', { enrolmentId })} />}
    </Loaded>
  );
}

function Card({ own, address }: { readonly own: Own; readonly address: string }) {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { conditions, certificate, mark } = own;
  const met = conditions.filter((condition) => condition.met).length;
  const words = t('conditionsMet', { met, all: conditions.length });
  if (certificate !== null) {
    const { serialNumber, issuedOn } = certificate;
    return (
      <TaskCard tab={t('certificate')} title={t('issued')} href={address}>
        <Stack>
          <p>{t('issuedText', { serial: serialNumber, date: format.date(issuedOn) })}</p>
          <LinkButton look="main" href={address}>
            {t('open')}
            <ArrowRightIcon />
          </LinkButton>
        </Stack>
      </TaskCard>
    );
  }
  return (
    <TaskCard tab={t('certificate')} title={titleOf(own, t)} href={address}>
      <Stack>
        <Segments label={words} done={met} total={conditions.length} />
        <p className={text.soft}>
          {words}
          {mark !== null && ` · ${t('finalMark', { mark: format.mark(mark) })}`}
        </p>
        <LinkButton look="main" href={address}>
          {t('seeConditions')}
          <ArrowRightIcon />
        </LinkButton>
      </Stack>
    </TaskCard>
  );
}

function titleOf(
  { award, conditions }: Own,
  t: ReturnType<typeof useMessages<(typeof messages)['vi']>>['t'],
): string {
  if (award === 'submitted') return t('waitsForSignature');
  if (award === 'computed') return t('listed');
  const missing = conditions.filter((condition) => !condition.met).length;
  return missing === 0 ? t('eligible') : t('missing', { count: missing });
}
