import Link from '@tiptap/extension-link';

import { isAllowedLink } from '../../document/link-address.js';
import { elementAttribute } from '../element-attribute.js';

/** A link is its address and nothing else; how it opens is the reader's business. */
export const LinkMark = Link.extend({
  addAttributes() {
    return { href: { default: null, parseHTML: (element) => elementAttribute(element, 'href') } };
  },
}).configure({
  openOnClick: false,
  autolink: true,
  defaultProtocol: 'https',
  isAllowedUri: (href) => isAllowedLink(href),
});
