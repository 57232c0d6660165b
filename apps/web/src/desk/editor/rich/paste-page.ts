import { DOMSerializer, Fragment, type Schema } from '@tiptap/pm/model';
import {
  foreignTree,
  readForeignHtml,
  type ForeignElement,
  type ForeignImage,
  type ForeignLoss,
} from '@cam-nang/content/editor';

/** Pages of the clipboard that this editor wrote itself: its schema reads them whole. */
export function isOwnPage(html: string): boolean {
  return /\sdata-pm-slice=/.test(html);
}

/** A page of the clipboard as plain data. */
export function pageOf(html: string): ForeignElement {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return foreignTree<Node>(body, {
    look: (node) => {
      if (node instanceof Text) return node.data;
      if (!(node instanceof Element)) return null;
      const attributes = [...node.attributes].map(({ name, value }): [string, string] => [
        name,
        value,
      ]);
      return { name: node.localName, attributes };
    },
    children: (node) => node.childNodes,
  });
}

/** A page of somebody else as this editor writes pages, and what it could not keep. */
export function ownPage(
  page: ForeignElement,
  schema: Schema,
  images: ReadonlyMap<string, ForeignImage>,
): { readonly html: string; readonly losses: readonly ForeignLoss[] } {
  const { document: text, losses } = readForeignHtml(page, (source) => images.get(source) ?? null);
  const blocks = Fragment.fromJSON(schema, text.content);
  // After a table or a picture the cursor would stand in whatever comes next.
  const last = blocks.lastChild?.type;
  const needsLine = last !== undefined && (last.isAtom || last.spec.isolating === true);
  const fragment = needsLine ? blocks.addToEnd(schema.node('paragraph')) : blocks;
  const holder = document.createElement('div');
  holder.append(DOMSerializer.fromSchema(schema).serializeFragment(fragment));
  return { html: holder.innerHTML, losses };
}
