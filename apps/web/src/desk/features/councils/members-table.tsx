import { useMessages } from '../../../lib/i18n/catalogue.js';
import { Cell, ColumnHead, RowHead, TableRow, WorkTable } from '../../../ui/table.js';
import text from '../../../ui/text.module.css';
import { Block } from '../../kit/work.js';
import type { Council, CouncilMember } from './council-types.js';
import styles from './councils.module.css';
import { messages } from './messages/index.js';

/** Who sits on the council, as what, and how they voted. */
export function MembersTable({ council }: { readonly council: Council }) {
  const { t } = useMessages(messages);
  return (
    <Block title={t('members')} aside={t('memberCount', { count: council.members.length })}>
      <WorkTable caption={t('members')}>
        <thead>
          <tr>
            <ColumnHead>{t('name')}</ColumnHead>
            <ColumnHead>{t('duty')}</ColumnHead>
            <ColumnHead>{t('vote')}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {council.members.map((member) => (
            <MemberRow key={member.accountId} member={member} />
          ))}
        </tbody>
      </WorkTable>
    </Block>
  );
}

function MemberRow({ member }: { readonly member: CouncilMember }) {
  const { t } = useMessages(messages);
  const { duty, organisation, isTeacher, representsUsers, yearsOfExperience, ballot } = member;
  const about = [
    organisation,
    ...(isTeacher ? [t('teacher')] : []),
    ...(representsUsers ? [t('user')] : []),
    t('years', { count: yearsOfExperience }),
  ].filter((one) => one !== '');
  return (
    <TableRow>
      <RowHead>
        <span>
          {member.name}
          <br />
          <small className={text.xs}>{about.join(' · ')}</small>
        </span>
      </RowHead>
      <Cell label={t('duty')}>{t(`duty.${duty}`)}</Cell>
      <Cell label={t('vote')}>
        <span>
          <BallotWord member={member} />
          {ballot !== null && ballot.comment !== '' && (
            <>
              <br />
              <span lang="vi" className={styles.said}>
                {ballot.comment}
              </span>
            </>
          )}
        </span>
      </Cell>
    </TableRow>
  );
}

function BallotWord({ member: { ballot, recused } }: { readonly member: CouncilMember }) {
  const { t } = useMessages(messages);
  if (recused) return <>{t('recused')}</>;
  if (ballot === null) return <>{t('noVote')}</>;
  if (ballot.counts) return <b>{t(`value.${ballot.value}`)}</b>;
  return (
    <>
      <s>{t(`value.${ballot.value}`)}</s> {t('outdated')}
    </>
  );
}
