const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const ALLOWED_SCHEMES: ReadonlySet<string> = new Set(['https', 'http', 'mailto', 'tel']);
const FORBIDDEN = /[\s\\\p{Cc}\p{Cf}<>"`]/u;

export const MAX_LINK_LENGTH = 2000;

/**
 * Whether a link of a document may lead there: https, http, mailto, tel, or an address on this site.
 * `//host` is refused (it leaves the site while looking relative), and so are white space, control
 * characters and backslashes, which browsers drop or turn round before they read the scheme.
 */
export function isAllowedLink(href: string): boolean {
  if (href === '' || href.length > MAX_LINK_LENGTH || FORBIDDEN.test(href)) return false;
  if (href.startsWith('//')) return false;
  const scheme = SCHEME.exec(href)?.[1];
  return scheme === undefined || ALLOWED_SCHEMES.has(scheme.toLowerCase());
}
