import { diffText, type BlockDiff, type FieldChange, type JsonValue } from '@cam-nang/domain';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useChangeWords } from './change-words.js';
import styles from './changes.module.css';
import { messages } from './messages/index.js';
import { TextRuns, type DiffView } from './segments.js';

interface Props {
  readonly block: BlockDiff;
  readonly view: DiffView;
}

/** Attributes that are the heading line of a block, by its type. */
const TITLES: Readonly<Record<string, readonly string[]>> = {
  case: ['title'],
  steps: ['title'],
  form: ['title', 'code'],
  legal: ['document', 'article'],
  warning: ['title'],
  qa: ['question'],
  check: ['question'],
  contact: ['title'],
};

/** Attributes that are words under a block. */
const UNDER: Readonly<Record<string, readonly string[]>> = {
  check: ['answer'],
  image: ['alt', 'caption'],
};

function asText(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function changeOf(block: BlockDiff, name: string): FieldChange | undefined {
  return block.attributeChanges.find(({ path }) => path[0] === name);
}

/** What an attribute said and says; a whole new or deleted block says it on one side only. */
function sidesOf(
  block: BlockDiff,
  name: string,
): { readonly before: string; readonly after: string } {
  const now = asText(block.attrs[name]);
  if (block.status === 'added') return { before: '', after: now };
  if (block.status === 'removed') return { before: now, after: '' };
  const change = changeOf(block, name);
  return change === undefined
    ? { before: now, after: now }
    : { before: asText(change.before), after: asText(change.after) };
}

/** The heading line of a course block, compared by words. */
export function BlockTitle({ block, view }: Props) {
  const { t, locale } = useMessages(messages);
  const names = TITLES[block.type];
  if (names === undefined) return null;
  return (
    <p className={styles.boxTitle}>
      <span className={styles.label} lang={locale}>
        {t(`block.${block.type as 'case'}`, { no: '' })}
      </span>
      {names.map((name, index) => (
        <span key={name}>
          {index > 0 && asText(block.attrs[name]) !== '' && ', '}
          <Said block={block} name={name} view={view} />
        </span>
      ))}
    </p>
  );
}

function Said({ block, name, view }: Props & { readonly name: string }) {
  const { before, after } = sidesOf(block, name);
  return <TextRuns diff={diffText(before, after)} view={view} />;
}

/** Dates, states and other settings of a block that differ, and the words that stand under it. */
export function BlockFacts({ block, view }: Props) {
  const words = useChangeWords();
  const under = UNDER[block.type] ?? [];
  const spoken = new Set([...(TITLES[block.type] ?? []), ...under]);
  const others = block.attributeChanges.filter(({ path }) => !spoken.has(path[0] ?? ''));
  if (under.length === 0 && others.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {under.map((name) => (
        <div key={name}>
          <dt>{words.field([name])}</dt>
          <dd>
            <Said block={block} name={name} view={view} />
          </dd>
        </div>
      ))}
      {others.map((change) => (
        <div key={change.path.join('.')}>
          <dt>{words.field(change.path)}</dt>
          <dd>
            <ValueChange change={change} view={view} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A setting before and after. */
export function ValueChange(props: { readonly change: FieldChange; readonly view: DiffView }) {
  const words = useChangeWords();
  const name = props.change.path.at(-1) ?? '';
  const { before, after } = props.change;
  if (
    typeof before === 'string' &&
    typeof after === 'string' &&
    before.length + after.length > 60
  ) {
    return (
      <span lang="vi">
        <TextRuns diff={diffText(before, after)} view={props.view} />
      </span>
    );
  }
  const [old, now] = [words.value(name, before), words.value(name, after)];
  return (
    <>
      {props.view !== 'after' && <del lang={languageOf(old, before)}>{old}</del>}{' '}
      {props.view !== 'before' && <ins lang={languageOf(now, after)}>{now}</ins>}
    </>
  );
}

/** Words of the curriculum itself are Vietnamese, whatever language the screens are in. */
function languageOf(said: string, value: JsonValue | undefined): 'vi' | undefined {
  return said === value ? 'vi' : undefined;
}
