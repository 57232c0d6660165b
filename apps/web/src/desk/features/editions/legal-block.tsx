import { useState } from 'react';
import { readEditionBases } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { parseTypedDate, typedDate } from '../../../lib/i18n/typed.js';
import { DateField } from '../../../ui/field.js';
import { Loaded } from '../../../ui/states.js';
import { useRead } from '../../data/query.js';
import type { EditionDetail } from '../../kit/curriculum/types.js';
import { LegalFindings } from '../../kit/legal/legal-findings.js';
import { Block } from '../../kit/work.js';
import { href } from '../../routes.js';
import styles from './editions.module.css';
import { messages } from './messages/index.js';

/** Whether what the edition rests on still holds on the day on which it is to take effect. */
export function LegalBlock({ detail: { edition } }: { readonly detail: EditionDetail }) {
  const { t } = useMessages(messages);
  const [typed, setTyped] = useState(typedDate(edition.forceFrom));
  const on = parseTypedDate(typed);
  const wrong = typed.trim() !== '' && on === undefined;
  const editionId = edition.id;
  const bases = useRead(
    readEditionBases,
    wrong ? undefined : { params: { editionId }, query: { on } },
    { keepPrevious: true },
  );
  return (
    <Block title={t('legalBases')}>
      <div className={styles.checks} data-density="dense">
        <DateField
          label={t('legalDay')}
          hint={t('legalDayHint')}
          value={typed}
          error={wrong ? t('legalDayWrong') : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Loaded from={bases}>
          {(read) => (
            <LegalFindings
              bases={read}
              hrefOf={({ nodeId }) => href('edition', { editionId }, { tab: 'tree', node: nodeId })}
            />
          )}
        </Loaded>
      </div>
    </Block>
  );
}
