import type { BallotValue, CouncilDuty, CouncilOutcome, CouncilStage } from '@cam-nang/domain';
import { Database, Ids } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { column } from './batches.js';

/** A council as it is kept. */
export interface CouncilRow {
  readonly id: string;
  readonly editionId: string;
  readonly ruleSetId: string;
  readonly decisionNo: string;
  readonly decisionDate: string;
  readonly papersSentOn: string;
  readonly manifestHash: string;
  readonly convenedBy: string;
  readonly convenedAt: Date;
  readonly stage: CouncilStage;
  readonly outcome: CouncilOutcome | null;
  readonly conclusion: string;
  readonly endedAt: Date | null;
}

export interface CouncilMemberRow {
  readonly councilId: string;
  readonly accountId: string;
  readonly name: string;
  readonly organisation: string;
  readonly duty: CouncilDuty;
  readonly isTeacher: boolean;
  readonly representsUsers: boolean;
  readonly yearsOfExperience: number;
}

export interface CouncilBallotRow {
  readonly councilId: string;
  readonly memberId: string;
  readonly value: BallotValue;
  readonly manifestHash: string;
  readonly comment: string;
  readonly at: Date;
}

export type NewCouncil = Omit<CouncilRow, 'stage' | 'outcome' | 'conclusion' | 'endedAt'>;

/** A chair's finding that a later candidate holds what the council asked for. */
export interface ConfirmationRow {
  readonly editionId: string;
  readonly councilId: string;
  readonly manifestHash: string;
  readonly confirmedBy: string;
  readonly at: Date;
}

const COLUMNS = `id, edition_id as "editionId", rule_set_id as "ruleSetId", decision_no as "decisionNo",
  decision_date::text as "decisionDate", papers_sent_on::text as "papersSentOn",
  encode(manifest_hash, 'hex') as "manifestHash", convened_by as "convenedBy", convened_at as "convenedAt",
  stage, outcome, conclusion, ended_at as "endedAt"`;

/** Councils, who sits on them and how they voted. */
@Injectable()
export class CouncilStore {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  /** Councils of editions, newest first. */
  ofEditions(editionIds: readonly string[]): Promise<CouncilRow[]> {
    return this.database.query<CouncilRow>(
      `select ${COLUMNS} from council where edition_id = any($1::uuid[]) order by convened_at desc, id desc`,
      [editionIds],
    );
  }

  async byId(id: string): Promise<CouncilRow | null> {
    const [row] = await this.database.query<CouncilRow>(
      `select ${COLUMNS} from council where id = $1`,
      [id],
    );
    return row ?? null;
  }

  /** The council, with everybody else waiting who would change it. */
  async lock(id: string): Promise<CouncilRow | null> {
    await this.database.query('select id from council where id = $1 for update', [id]);
    return this.byId(id);
  }

  /** Councils at work first, then the newest. */
  recent(limit: number): Promise<CouncilRow[]> {
    return this.database.query<CouncilRow>(
      `select ${COLUMNS} from council order by (stage = 'sitting') desc, convened_at desc, id desc limit $1`,
      [limit],
    );
  }

  members(councilIds: readonly string[]): Promise<CouncilMemberRow[]> {
    return this.database.query<CouncilMemberRow>(
      `select council_id as "councilId", account_id as "accountId", name, organisation, duty,
         is_teacher as "isTeacher", represents_users as "representsUsers",
         years_of_experience as "yearsOfExperience"
       from council_member where council_id = any($1::uuid[]) order by position`,
      [councilIds],
    );
  }

  /** Votes in the order they were given. */
  ballots(councilIds: readonly string[]): Promise<CouncilBallotRow[]> {
    return this.database.query<CouncilBallotRow>(
      `select council_id as "councilId", member_id as "memberId", value,
         encode(manifest_hash, 'hex') as "manifestHash", comment, at
       from council_ballot where council_id = any($1::uuid[]) order by at, id`,
      [councilIds],
    );
  }

  async insert(council: NewCouncil, members: readonly CouncilMemberRow[]): Promise<void> {
    await this.database.query(
      `insert into council (id, edition_id, rule_set_id, decision_no, decision_date, papers_sent_on, manifest_hash,
         convened_by, convened_at)
       values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, $9)`,
      [
        council.id,
        council.editionId,
        council.ruleSetId,
        council.decisionNo,
        council.decisionDate,
        council.papersSentOn,
        council.manifestHash,
        council.convenedBy,
        council.convenedAt,
      ],
    );
    await this.database.query(
      `insert into council_member (council_id, position, account_id, name, organisation, duty, is_teacher,
         represents_users, years_of_experience)
       select $1, m.ordinality, m.account_id, m.name, m.organisation, m.duty, m.is_teacher, m.represents_users, m.years
       from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::bool[], $7::bool[], $8::int[])
         with ordinality as m (account_id, name, organisation, duty, is_teacher, represents_users, years, ordinality)`,
      [
        council.id,
        column(members, (member) => member.accountId),
        column(members, (member) => member.name),
        column(members, (member) => member.organisation),
        column(members, (member) => member.duty),
        column(members, (member) => member.isTeacher),
        column(members, (member) => member.representsUsers),
        column(members, (member) => member.yearsOfExperience),
      ],
    );
  }

  async insertBallot(ballot: CouncilBallotRow): Promise<void> {
    await this.database.query(
      `insert into council_ballot (id, council_id, member_id, value, manifest_hash, comment, at)
       values ($1, $2, $3, $4, decode($5, 'hex'), $6, $7)`,
      [
        this.ids.next(),
        ballot.councilId,
        ballot.memberId,
        ballot.value,
        ballot.manifestHash,
        ballot.comment,
        ballot.at,
      ],
    );
  }

  /** Ends a council: decided with an outcome, or dissolved without. */
  async end(
    id: string,
    how: Pick<CouncilRow, 'outcome' | 'conclusion'> & { readonly by: string; readonly at: Date },
  ): Promise<void> {
    const stage = how.outcome === null ? 'dissolved' : 'decided';
    await this.database.query(
      `update council set stage = $2, outcome = $3, conclusion = $4, ended_by = $5, ended_at = $6 where id = $1`,
      [id, stage, how.outcome, how.conclusion, how.by, how.at],
    );
  }

  async confirmation(editionId: string): Promise<ConfirmationRow | null> {
    const [row] = await this.database.query<ConfirmationRow>(
      `select edition_id as "editionId", council_id as "councilId", encode(manifest_hash, 'hex') as "manifestHash",
         confirmed_by as "confirmedBy", at
       from council_confirmation where edition_id = $1`,
      [editionId],
    );
    return row ?? null;
  }

  async insertConfirmation(row: ConfirmationRow): Promise<void> {
    await this.database.query(
      `insert into council_confirmation (edition_id, council_id, manifest_hash, confirmed_by, at)
       values ($1, $2, decode($3, 'hex'), $4, $5)`,
      [row.editionId, row.councilId, row.manifestHash, row.confirmedBy, row.at],
    );
  }
}
