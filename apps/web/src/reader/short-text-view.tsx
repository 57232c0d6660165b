import { InlineText } from './inline-text.js';
import { shortBlocks } from './short-text.js';
import styles from './text.module.css';

/** A short text of the course format as one reads it: the task of a report, the summary of a topic. */
export function ShortText({
  markdown,
  lang,
}: {
  readonly markdown: string;
  readonly lang?: string | undefined;
}) {
  return (
    <div className={styles.text} lang={lang}>
      {shortBlocks(markdown).map((block, index) => {
        if (block.kind === 'paragraph') {
          return (
            <p key={index}>
              <InlineText markdown={block.text} />
            </p>
          );
        }
        const List = block.ordered ? 'ol' : 'ul';
        return (
          <List key={index}>
            {block.items.map((item) => (
              <li key={item}>
                <InlineText markdown={item} />
              </li>
            ))}
          </List>
        );
      })}
    </div>
  );
}
