import { settingChanges, type FieldChange, type NodeDiff } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { cx } from '../../../ui/class-names.js';
import { DiffBlock } from '../diff.js';
import { ChangeMark } from '../marks.js';
import { ValueChange } from './block-attributes.js';
import { hasOwnFields, placeId, type PlaceKind } from './change-places.js';
import { useChangeWords } from './change-words.js';
import styles from './changes.module.css';
import { DocumentDiffView, type DiffLayout, type SideTitles } from './document-diff-view.js';
import { messages } from './messages/index.js';
import { QuestionDiffView } from './question-diff-view.js';
import { TextRuns } from './segments.js';
import { HiddenQuestion, WholeNode } from './whole-node.js';

interface Props {
  readonly diff: NodeDiff;
  readonly layout: DiffLayout;
  readonly selected?: string | undefined;
  /** Shows one kind of change only. */
  readonly only?: PlaceKind | undefined;
  /** Names of the two sides, where they are not the edition and the request. */
  readonly titles?: SideTitles | undefined;
}

/** Everything that differs in one node, each part under the id of its place. */
export function NodeDiffView(props: Props) {
  const { diff, only } = props;
  const shows = (kind: PlaceKind) => only === undefined || only === kind;
  if (diff.status !== 'changed') return <WholeNode diff={diff} />;
  const ofText = shows('words') || shows('format');
  return (
    <div className={styles.node}>
      {shows('structure') && <PlaceChange diff={diff} />}
      {shows('structure') && <Fields {...props} />}
      {shows('questions') && diff.question !== null && !diff.question.empty && (
        <QuestionDiffView
          id={placeId.question(diff.nodeId)}
          diff={diff.question}
          layout={props.layout}
          selected={props.selected === placeId.question(diff.nodeId)}
        />
      )}
      {isHidden(diff) && <HiddenQuestion />}
      {ofText && <Text {...props} />}
    </div>
  );
}

function Text({ diff, layout, selected, only, titles }: Props) {
  if (diff.document === null) return null;
  return (
    <DocumentDiffView
      diff={diff.document}
      layout={layout}
      selected={selected}
      nodeId={diff.nodeId}
      titles={titles}
      only={only === 'words' || only === 'format' ? only : undefined}
    />
  );
}

/** A question that changed and whose words this person may not see, because they would tell the key. */
function isHidden({ kind, question, moved, renamed }: NodeDiff): boolean {
  return kind === 'question' && question === null && !moved && renamed === null;
}

/** Where a node went, and its new name. */
function PlaceChange({ diff }: { readonly diff: NodeDiff }) {
  const { t } = useMessages(messages);
  const { from, to, renamed } = diff;
  const moved = diff.moved && from !== null && to !== null;
  if (!moved && renamed === null) return null;
  return (
    <>
      {moved && (
        <DiffBlock change="moved" say={<ChangeMark change="moved">{t('node.moved')}</ChangeMark>}>
          <p className={styles.under}>
            {from.parentId === to.parentId
              ? t('movedNode', { from: from.ordinal, to: to.ordinal })
              : t('movedParent', { to: to.ordinal })}
            {diff.movedWith.length > 0 && `, ${t('movedWith', { count: diff.movedWith.length })}`}
          </p>
        </DiffBlock>
      )}
      {renamed !== null && (
        <DiffBlock
          change="changed"
          say={
            <>
              <ChangeMark change="changed">{t('node.changed')}</ChangeMark>
              <span>{t('renamed')}</span>
            </>
          }
        >
          <p className={styles.line}>
            <TextRuns diff={renamed} view="both" />
          </p>
        </DiffBlock>
      )}
    </>
  );
}

function Fields({ diff, selected }: Props) {
  const { t } = useMessages(messages);
  const fields = settingChanges(diff.meta);
  if (!hasOwnFields(diff.kind) || fields.length === 0) return null;
  const id = placeId.fields(diff.nodeId);
  return (
    <div id={id} className={styles.place}>
      <DiffBlock
        change="changed"
        selected={selected === id}
        say={
          <>
            <ChangeMark change="changed">{t('node.changed')}</ChangeMark>
            <span>{t('settings')}</span>
          </>
        }
      >
        <FieldList changes={fields} />
      </DiffBlock>
    </div>
  );
}

/** Settings that differ, each with its name. */
export function FieldList({ changes }: { readonly changes: readonly FieldChange[] }) {
  const words = useChangeWords();
  const { locale } = useMessages(messages);
  return (
    <dl className={cx(styles.facts)} lang={locale}>
      {changes.map((change) => (
        <div key={change.path.join('.')}>
          <dt>{words.field(change.path)}</dt>
          <dd>
            <ValueChange change={change} view="both" />
          </dd>
        </div>
      ))}
    </dl>
  );
}
