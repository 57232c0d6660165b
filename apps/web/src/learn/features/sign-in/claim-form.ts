export type ClaimField = 'code' | 'fullName' | 'username' | 'newPassword';

const USERNAME = /^[a-z0-9][a-z0-9._-]{2,59}$/;
const SHORTEST_CODE = 10;
const SHORTEST_PASSWORD = 10;

/** Reads the form of the first administrator, with the fields that have to be mended. */
export function readClaim(data: FormData): {
  readonly body: Readonly<Record<ClaimField, string>>;
  readonly wrong: ReadonlySet<ClaimField>;
} {
  const text = (name: ClaimField) => String(data.get(name) ?? '');
  const body = {
    code: text('code').trim(),
    fullName: text('fullName').trim(),
    username: text('username').trim().toLowerCase(),
    newPassword: text('newPassword'),
  };
  const wrong = new Set<ClaimField>();
  if (body.code.length < SHORTEST_CODE) wrong.add('code');
  if (body.fullName === '') wrong.add('fullName');
  if (!USERNAME.test(body.username)) wrong.add('username');
  if (body.newPassword.length < SHORTEST_PASSWORD) wrong.add('newPassword');
  return { body, wrong };
}
