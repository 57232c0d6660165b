import { Fragment } from 'react';
import {
  inlineParts,
  isAllowedLink,
  type InlineNode,
  type InlinePart,
} from '@cam-nang/content/read';

/** A line of text with its marks. Links that the format does not allow stay plain words. */
export function Inline({ nodes }: { readonly nodes: readonly InlineNode[] | undefined }) {
  return <Parts parts={inlineParts(nodes)} />;
}

function Parts({ parts }: { readonly parts: readonly InlinePart[] }) {
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
          <Parts parts={part.children} />
        </b>
      );
    case 'italic':
      return (
        <i>
          <Parts parts={part.children} />
        </i>
      );
    case 'code':
      return (
        <code>
          <Parts parts={part.children} />
        </code>
      );
    case 'link':
      return <LinkPart href={part.href} parts={part.children} />;
  }
}

function LinkPart(props: { readonly href: string; readonly parts: readonly InlinePart[] }) {
  if (!isAllowedLink(props.href)) return <Parts parts={props.parts} />;
  return (
    <a href={props.href} rel="noopener noreferrer">
      <Parts parts={props.parts} />
    </a>
  );
}
