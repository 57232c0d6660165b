import { useState } from 'react';
import { createPortal } from 'react-dom';
import { listLegalDocuments } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../../lib/i18n/catalogue.js';
import { Button } from '../../../../ui/button.js';
import { CircleHelpIcon } from '../../../../ui/icons.js';
import { Sheet } from '../../../../ui/overlay.js';
import { Status } from '../../../../ui/tag.js';
import { useRead } from '../../../data/query.js';
import { LegalSearch } from '../../legal/legal-search.js';
import type { LegalDocument } from '../../../kit/legal/legal-types.js';
import { lastDay, Standing } from '../../../kit/legal/standing.js';
import { useRested } from '../../../kit/legal/use-rested.js';
import styles from '../editor.module.css';
import { messages } from '../messages/index.js';
import type { BlockProps } from './attribute-field.js';

/** What a picked document writes into its block; the block keeps it from then on by itself. */
export function attributesOf({
  citedAs,
  standing,
}: LegalDocument): Readonly<Record<string, string>> {
  const { state, from, endsOn } = standing;
  const over = state === 'replaced' ? 'superseded' : state === 'expired' ? 'expired' : 'in-force';
  return {
    document: citedAs,
    from: from ?? '',
    to: endsOn === null ? '' : lastDay(endsOn),
    state: over,
  };
}

/** Under the fields of a legal basis: what the register says of it today, and the way to choose from it. */
export function LegalRegister({ of }: { readonly of: BlockProps }) {
  const { t } = useMessages(messages);
  const [choosing, setChoosing] = useState(false);
  const close = () => setChoosing(false);
  return (
    <div className={styles.register}>
      <RegisterState cited={textOf(of)} />
      {of.editor.isEditable && (
        <Button size="small" onClick={() => setChoosing(true)}>
          {t('legalChoose')}
        </Button>
      )}
      {choosing &&
        createPortal(
          <Sheet open title={t('legalChoose')} onClose={close}>
            <LegalSearch
              onPick={(document) => {
                of.updateAttributes(attributesOf(document));
                close();
              }}
            />
          </Sheet>,
          window.document.body,
        )}
    </div>
  );
}

function RegisterState({ cited }: { readonly cited: string }) {
  const { t } = useMessages(messages);
  const rested = useRested(cited);
  const found = useRead(
    listLegalDocuments,
    rested === '' ? undefined : { query: { cited: rested, limit: 1 } },
    { keepPrevious: true },
  );
  if (rested === '' || found.data === undefined) return <span />;
  const [document] = found.data.documents;
  if (document !== undefined) return <Standing standing={document.standing} />;
  return (
    <Status tone="warn" icon={CircleHelpIcon}>
      {t('legalUnlisted')}
    </Status>
  );
}

function textOf({ node }: BlockProps): string {
  const value: unknown = node.attrs['document'];
  return typeof value === 'string' ? value.trim().slice(0, 300) : '';
}
