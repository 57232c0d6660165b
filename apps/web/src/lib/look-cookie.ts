/*
 * How a device wants pages to look, told to the server too: a page that is drawn there comes in the right
 * colours and the right size from its first paint. Nothing else is in these cookies.
 */

const YEAR_SECONDS = 31_536_000;

/** What can be told: the attribute of the page's root, and the values other than the usual one. */
const LOOKS = {
  theme: { attribute: 'data-theme', values: ['light', 'dark'] },
  'text-size': { attribute: 'data-text-size', values: ['large', 'largest'] },
} as const;

type Look = keyof typeof LOOKS;

const cookieOf = (look: Look): string => `cam-nang.${look}`;

/** Sets the attribute of the page's root and tells the server; the usual look has neither. */
export function wearLook<L extends Look>(look: L, value: string): void {
  const { attribute, values } = LOOKS[look];
  const unusual = (values as readonly string[]).includes(value);
  if (unusual) document.documentElement.setAttribute(attribute, value);
  else document.documentElement.removeAttribute(attribute);
  const told = document.cookie.includes(`${cookieOf(look)}=`);
  if (!unusual && !told) return;
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  const age = String(unusual ? YEAR_SECONDS : 0);
  document.cookie = `${cookieOf(look)}=${value}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
}

/** Takes back what the server was told; the page keeps its look. */
export function forgetLooks(): void {
  for (const look of Object.keys(LOOKS)) {
    document.cookie = `cam-nang.${look}=; Path=/; Max-Age=0; SameSite=Lax`;
  }
}

/** The attributes of the page's root that cookies ask for; what they should not hold is passed over. */
export function lookAttributes(
  cookies: Readonly<Record<string, string>>,
): readonly (readonly [name: string, value: string])[] {
  return Object.entries(LOOKS).flatMap(([look, { attribute, values }]) => {
    const value = (values as readonly string[]).find((one) => one === cookies[`cam-nang.${look}`]);
    return value === undefined ? [] : [[attribute, value] as const];
  });
}
