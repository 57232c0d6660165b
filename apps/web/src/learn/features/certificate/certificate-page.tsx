import { useParams } from 'wouter';
import type { readOwnCertificate as readOwnContract, ResponseOf } from '@cam-nang/contracts';
import { readOwnCertificate } from '@cam-nang/contracts/routes';
import { useResource } from '../../../lib/api/resource.js';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useTitle } from '../../../lib/title.js';
import { Page } from '../../../ui/layout.js';
import { Loaded } from '../../../ui/states.js';
import { ConditionsView } from './conditions-view.js';
import { IssuedView } from './issued-view.js';
import { messages } from './messages/index.js';

export type OwnCertificate = ResponseOf<typeof readOwnContract>;
export type Condition = OwnCertificate['conditions'][number];
export type Certificate = NonNullable<OwnCertificate['certificate']>;

/** The way to the certificate, condition by condition; once it is issued, the certificate. */
export function CertificatePage() {
  const { t } = useMessages(messages);
  const { enrolmentId = '' } = useParams();
  const own = useResource(readOwnCertificate, { params: { enrolmentId } });
  useTitle(t('title'));
  return (
    <Page>
      <Loaded from={own} skeleton={['title', 82, 'rule', 70, 54, 'rule', 78]}>
        {(data) =>
          data.certificate === null ? (
            <ConditionsView own={data} enrolmentId={enrolmentId} onChanged={own.reload} />
          ) : (
            <IssuedView own={data} certificate={data.certificate} />
          )
        }
      </Loaded>
    </Page>
  );
}
