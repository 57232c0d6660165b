import { createHash, randomBytes } from 'node:crypto';
import { openSpecCohort, type SpecTrainee } from '@cam-nang/learning/testing';
import { Database, Ids, SessionCookie } from '@cam-nang/platform';
import type { WireRequest } from '../load/connection.js';
import { dayFromNow, type Stage } from './stage.js';

/** A trainee of a running cohort with a session of their own, as their browser sends requests. */
export interface Student extends SpecTrainee {
  readonly deviceId: string;
  /** The session's, as its cookie holds it. */
  readonly token: string;
  request(method: WireRequest['method'], path: string, body?: string): WireRequest;
}

export interface Class {
  readonly cohortId: string;
  readonly students: readonly Student[];
}

/** Opens a cohort that is running now. Sessions are written down: proving passwords takes the machine. */
export async function openClass(stage: Stage, code: string, count: number): Promise<Class> {
  const names = Array.from({ length: count }, (_, index) => `Bùi Văn Người ${String(index + 1)}`);
  const days = { opensOn: dayFromNow(-3), closesOn: dayFromNow(30) };
  const cohort = await openSpecCohort(stage.setting, { code, ...days }, names);
  stage.clock.release();
  const students: Student[] = [];
  for (const trainee of cohort.trainees) students.push(await signedIn(stage, trainee));
  return { cohortId: cohort.id, students };
}

async function signedIn({ setting }: Stage, trainee: SpecTrainee): Promise<Student> {
  const { app } = setting;
  const [token, csrf] = [
    randomBytes(32).toString('base64url'),
    randomBytes(32).toString('base64url'),
  ];
  await app.get(Database).query(
    `insert into session (id, token_hash, csrf_token, account_id, kind, created_at, expires_at, last_seen_at)
     values ($1, $2, $3, $4, 'learn', now(), now() + interval '1 day', now())`,
    [
      app.get(Ids).next(),
      createHash('sha256').update(token).digest(),
      csrf,
      trainee.actor.accountId,
    ],
  );
  const cookie = `${app.get(SessionCookie).name}=${token}`;
  const deviceId = app.get(Ids).next();
  return { ...trainee, deviceId, token, request: requests(cookie, csrf) };
}

/** Every unsafe request carries a key of its own, as the product's client sends them. */
function requests(cookie: string, csrf: string): Student['request'] {
  let count = 0;
  const accept = 'application/json, application/problem+json, */*';
  return (method, path, body) => {
    if (method === 'GET') return { method, path, headers: { accept, cookie } };
    count += 1;
    const key = `${csrf.slice(0, 20)}-${String(count)}`;
    const headers = { accept, cookie, 'x-csrf-token': csrf, 'idempotency-key': key };
    if (body === undefined) return { method, path, headers };
    return { method, path, headers: { ...headers, 'content-type': 'application/json' }, body };
  };
}
