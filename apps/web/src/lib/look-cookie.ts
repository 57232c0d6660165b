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

const looks = Object.keys(LOOKS) as readonly Look[];

const cookieOf = (look: Look): string => `cam-nang.${look}`;

/** Tells the server a look, or with nothing takes it back. */
function tell(look: Look, value: string | undefined): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  const age = String(value === undefined ? 0 : YEAR_SECONDS);
  document.cookie = `${cookieOf(look)}=${value ?? ''}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
}

/** Sets the attribute of the page's root and tells the server; the usual look has neither. */
export function wearLook(look: Look, value: string): void {
  const { attribute, values } = LOOKS[look];
  if ((values as readonly string[]).includes(value)) {
    document.documentElement.setAttribute(attribute, value);
    tell(look, value);
  } else {
    document.documentElement.removeAttribute(attribute);
    if (document.cookie.includes(`${cookieOf(look)}=`)) tell(look, undefined);
  }
}

/** Takes back what the server was told; the page keeps its look. */
export function forgetLooks(): void {
  for (const look of looks) tell(look, undefined);
}

/** The attributes of the page's root that cookies ask for; what they should not hold is passed over. */
export function lookAttributes(
  cookies: Readonly<Record<string, string>>,
): readonly (readonly [name: string, value: string])[] {
  return looks.flatMap((look) => {
    const { attribute, values } = LOOKS[look];
    const value = (values as readonly string[]).find((one) => one === cookies[cookieOf(look)]);
    return value === undefined ? [] : [[attribute, value] as const];
  });
}
