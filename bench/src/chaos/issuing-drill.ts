import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { VerifyRegister } from '@cam-nang/certification';
import { openAwardCohort, signedAward } from '@cam-nang/certification/testing';
import { Database, Storage } from '@cam-nang/platform';
import type { Stage } from '../stage/stage.js';
import { exactly, type Finding } from './finding.js';
import { killOften } from './kill.js';

const PEOPLE = 300;
const KILLS = 4;
const LONGEST_MS = 300_000;

interface Paper {
  readonly position: number;
  readonly serialNo: number;
  readonly registerNo: number;
  readonly name: string;
  readonly storageKey: string | null;
  readonly sha256: string | null;
}

/**
 * `kill -9` of the worker, again and again, while 300 certificates are made: afterwards there are exactly
 * 300, numbered 1 to 300 in list order, every file is what the register says, and the register holds.
 */
export async function issuingDrill(stage: Stage, say: (line: string) => void): Promise<Finding[]> {
  const { setting, clock } = stage;
  const database = setting.app.get(Database);
  const names = Array.from({ length: PEOPLE }, (_, index) => `Hà Thị Người ${String(index + 1)}`);
  const cohort = await openAwardCohort(setting, 'CAP-GIAY', names);
  say(`  ${String(PEOPLE)} people have earned a certificate; the list is signed`);
  const decisionId = await signedAward(setting, cohort, '300/QĐ-SNV');
  clock.release();
  const made = () => countMade(database, decisionId);
  const kills = await killOften(() => stage.system.pids().worker, {
    times: KILLS,
    between: () => untilMore(made, PEOPLE / (KILLS + 2)),
    say,
  });
  await untilDone(database, decisionId);
  const papers = await papersOf(database, decisionId);
  const findings = await setting.app.get(VerifyRegister).run();
  const inOrder = papers.every(
    ({ position, serialNo, registerNo }, index) =>
      position === index + 1 && serialNo === index + 1 && registerNo === index + 1,
  );
  return [
    exactly('times the worker was killed', kills, KILLS),
    exactly('lines of the register', papers.length, PEOPLE),
    exactly('numbered 1 to 300 in list order', inOrder, true),
    exactly('people with a paper', new Set(papers.map((paper) => paper.name)).size, PEOPLE),
    exactly('files that are what the register says', await genuine(stage, papers), PEOPLE),
    exactly('things wrong with the register', findings.length, 0),
  ];
}

async function countMade(database: Database, decisionId: string): Promise<number> {
  const [row] = await database.query<{ n: number }>(
    `select count(*)::int as n from register_document d join register_entry e on e.id = d.entry_id
     where e.decision_id = $1`,
    [decisionId],
  );
  return row?.n ?? 0;
}

/** Waits until so many more are made; false when all of them are. */
async function untilMore(made: () => Promise<number>, more: number): Promise<boolean> {
  const before = await made();
  const end = Date.now() + LONGEST_MS;
  while (Date.now() < end) {
    const now = await made();
    if (now >= PEOPLE) return false;
    if (now >= before + more) return true;
    await delay(50);
  }
  throw new Error('No certificate was made for a long time.');
}

async function untilDone(database: Database, decisionId: string): Promise<void> {
  const end = Date.now() + LONGEST_MS;
  while (Date.now() < end) {
    const [batch] = await database.query<{ state: string }>(
      'select state from award_batch where decision_id = $1',
      [decisionId],
    );
    if (batch?.state === 'done') return;
    await delay(200);
  }
  throw new Error('The certificates were not finished.');
}

function papersOf(database: Database, decisionId: string): Promise<Paper[]> {
  return database.query<Paper>(
    `select e.position, e.serial_no as "serialNo", e.register_no as "registerNo",
       e.printed->>'holderName' as name, d.storage_key as "storageKey",
       encode(d.sha256, 'hex') as sha256
     from register_entry e left join register_document d on d.entry_id = e.id
     where e.decision_id = $1 order by e.position`,
    [decisionId],
  );
}

async function genuine(stage: Stage, papers: readonly Paper[]): Promise<number> {
  const storage = stage.setting.app.get(Storage);
  let right = 0;
  for (const { storageKey, sha256 } of papers) {
    if (storageKey === null) continue;
    const bytes = await storage.get(storageKey);
    if (createHash('sha256').update(bytes).digest('hex') === sha256) right += 1;
  }
  return right;
}
