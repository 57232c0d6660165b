import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useFormat } from '../../../lib/i18n/format.js';
import { Stack } from '../../../ui/layout.js';
import { Checks, type Check } from '../../kit/marks.js';
import { Block } from '../../kit/work.js';
import type { Council } from './council-types.js';
import { messages } from './messages/index.js';

/** How the vote stands and what is missing, with the rules it is counted by. */
export function TallyBlock({ council }: { readonly council: Council }) {
  const { t, rich } = useMessages(messages);
  const checks = useTallyChecks(council);
  const { tally, rules, stage } = council;
  const { pass, pass_with_changes: changes, fail, abstain } = tally.votes;
  return (
    <Block title={t('count')} aside={<small lang="vi">{rules.title}</small>}>
      <Stack gap={2}>
        <p>{t('tallySay', { pass, changes, fail, abstain })}</p>
        <Checks checks={checks} />
        {stage === 'sitting' && (
          <p>
            <b>
              {tally.outcome === null
                ? t('leadsNothing')
                : t('leads', { outcome: t(`value.${tally.outcome}`) })}
            </b>
          </p>
        )}
        <p>
          <small>{rich('basis', { basis: <span lang="vi">{rules.basis}</span> })}</small>
        </p>
      </Stack>
    </Block>
  );
}

function useTallyChecks(council: Council): readonly Check[] {
  const { t } = useMessages(messages);
  const format = useFormat();
  const { tally, rules, members, papersSentOn, decidesFrom, manifestHash } = council;
  const { present, quorum, needed, faults } = tally;
  const fault = (code: (typeof faults)[number]['code']) =>
    faults.some((one) => one.code === code) ? 'no' : 'yes';
  return [
    {
      key: 'quorum',
      verdict: fault('no_quorum'),
      text: t('checkQuorum', { present, all: members.length, quorum }),
    },
    {
      key: 'chair',
      verdict: fault('chair_absent'),
      text: t(fault('chair_absent') === 'yes' ? 'checkChair' : 'checkNoChair'),
    },
    {
      key: 'papers',
      verdict: fault('papers_too_late'),
      text: t('checkPapers', {
        sent: format.date(papersSentOn),
        from: format.date(decidesFrom),
      }),
    },
    {
      key: 'manifest',
      verdict: 'yes',
      text: t('checkManifest', { hash: manifestHash.slice(0, 8) }),
    },
    {
      key: 'majority',
      verdict:
        tally.votes.pass + tally.votes.pass_with_changes >= needed && present > 0 ? 'yes' : 'warn',
      text:
        present === 0
          ? t('checkMajorityNone', { ...rules.parameters.majority })
          : t('checkMajority', { needed, present }),
    },
  ];
}
