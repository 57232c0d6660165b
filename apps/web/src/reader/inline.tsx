import { Fragment } from 'react';
import {
  inlineParts,
  isAllowedLink,
  type InlineNode,
  type InlinePart,
} from '@cam-nang/content/read';

/** A line of text with its marks. Links that the format does not allow stay plain words. */
export function Inline({ nodes }: { readonly nodes: readonly InlineNode[] | undefined }) {
  return <InlineParts parts={inlineParts(nodes)} />;
}

/** Parts of a line, marks included. */
export function InlineParts({ parts }: { readonly parts: readonly InlinePart[] }) {
  return parts.map((part, index) => <Part key={index} part={part} />);
}

function Part({ part }: { readonly part: InlinePart }) {
  switch (part.type) {
    case 'text':
      return <Fragment>{part.text}</Fragment>;
    case 'break':
      return <br />;
    case 'bold':
      return (
        <b>
          <InlineParts parts={part.children} />
        </b>
      );
    case 'italic':
      return (
        <i>
          <InlineParts parts={part.children} />
        </i>
      );
    case 'code':
      return (
        <code>
          <InlineParts parts={part.children} />
        </code>
      );
    case 'link':
      return <LinkPart href={part.href} parts={part.children} />;
  }
}

function LinkPart(props: { readonly href: string; readonly parts: readonly InlinePart[] }) {
  if (!isAllowedLink(props.href)) return <InlineParts parts={props.parts} />;
  return (
    <a href={props.href} rel="noopener noreferrer">
      <InlineParts parts={props.parts} />
    </a>
  );
}
