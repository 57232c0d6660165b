import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Link } from '../../../ui/link.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import type { LegalDocument } from '../../kit/legal/legal-types.js';
import { Standing } from '../../kit/legal/standing.js';
import styles from './legal-documents.module.css';
import { messages } from './messages/index.js';

interface Props {
  readonly documents: readonly LegalDocument[];
  readonly selected: string | undefined;
  readonly hrefOf: (documentId: string) => string;
  readonly onChoose: (documentId: string) => void;
}

/** Documents of the register, the newest first; the selected one is shown beside. */
export function LegalTable(props: Props) {
  const { t } = useMessages(messages);
  return (
    <WorkTable caption={t('title')} edge stickyHead>
      <thead>
        <tr>
          <ColumnHead>{t('document')}</ColumnHead>
          <ColumnHead>{t('issuer')}</ColumnHead>
          <ColumnHead>{t('standing')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {props.documents.map((document) => (
          <DocumentRow key={document.id} {...props} document={document} />
        ))}
      </tbody>
    </WorkTable>
  );
}

function DocumentRow(props: Props & { readonly document: LegalDocument }) {
  const { t } = useMessages(messages);
  const { document } = props;
  const selected = document.id === props.selected;
  return (
    <TableRow selected={selected}>
      <RowHead lang="vi">
        <Link
          href={props.hrefOf(document.id)}
          aria-current={selected ? 'true' : undefined}
          onClick={(event) => {
            // With a modifier it is an ordinary link that opens elsewhere.
            if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
            event.preventDefault();
            props.onChoose(document.id);
          }}
        >
          {document.citedAs}
        </Link>
        <small className={styles.sub}>{document.title}</small>
      </RowHead>
      <Cell label={t('issuer')} lang="vi">
        {document.issuer}
      </Cell>
      <Cell label={t('standing')}>
        <Standing standing={document.standing} />
      </Cell>
    </TableRow>
  );
}
