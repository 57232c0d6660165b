import { calendarDate, DomainError, type CouncilSession } from '@cam-nang/domain';
import { Clock } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { CommitStore } from '../persistence/commit-store.js';
import {
  AppraisalRuleStore,
  type AppraisalRuleSetRow,
} from '../persistence/appraisal-rule-store.js';
import {
  CouncilStore,
  type CouncilBallotRow,
  type CouncilMemberRow,
  type CouncilRow,
} from '../persistence/council-store.js';
import { EditionStore, type EditionRow } from '../persistence/edition-store.js';
import { writtenSince } from './edition-dossier.query.js';

/** A council with everything its rules look at. */
export interface CouncilFile {
  readonly row: CouncilRow;
  readonly edition: EditionRow;
  readonly rules: AppraisalRuleSetRow;
  readonly members: readonly CouncilMemberRow[];
  readonly ballots: readonly CouncilBallotRow[];
  readonly session: CouncilSession;
}

/** How an edition stands with councils: whether it needs one, and whether one has let it through. */
export interface EditionAppraisal {
  readonly rules: AppraisalRuleSetRow | null;
  readonly required: boolean;
  readonly passed: boolean;
}

/** Gathers councils as the rules of the domain want them. */
@Injectable()
export class CouncilSessions {
  constructor(
    private readonly councils: CouncilStore,
    private readonly rules: AppraisalRuleStore,
    private readonly editions: EditionStore,
    private readonly commits: CommitStore,
    private readonly clock: Clock,
  ) {}

  async of(rows: readonly CouncilRow[]): Promise<CouncilFile[]> {
    const ids = rows.map((row) => row.id);
    const [members, ballots] = [await this.councils.members(ids), await this.councils.ballots(ids)];
    const rules = await this.rules.byIds(rows.map((row) => row.ruleSetId));
    const editions = await this.editions.byIds(rows.map((row) => row.editionId));
    const files: CouncilFile[] = [];
    for (const row of rows) {
      const edition = editions.find((one) => one.id === row.editionId);
      const own = rules.find((one) => one.id === row.ruleSetId);
      if (edition === undefined || own === undefined) throw new DomainError('resource.not_found');
      const mine = {
        members: members.filter((one) => one.councilId === row.id),
        ballots: ballots.filter((one) => one.councilId === row.id),
      };
      files.push({
        row,
        edition,
        rules: own,
        ...mine,
        session: await this.session(row, edition, mine),
      });
    }
    return files;
  }

  async ofOne(row: CouncilRow): Promise<CouncilFile> {
    const [file] = await this.of([row]);
    if (file === undefined) throw new DomainError('resource.not_found');
    return file;
  }

  /** Everybody who wrote in an edition's requests or prepared it: recused from judging it. */
  async recusedIds(edition: EditionRow): Promise<string[]> {
    const rows = await this.editions.ofCurricula([edition.curriculumId]);
    const since = writtenSince(rows, edition.lineId, edition);
    const authors = await this.commits.authorsBetween(edition.lineId, since, edition.seq);
    return [...new Set([...authors, ...(edition.preparedBy === null ? [] : [edition.preparedBy])])];
  }

  /** Errata take the short track; and without rules in force on the day a signature is enough. */
  async appraisalOf(edition: EditionRow): Promise<EditionAppraisal> {
    const [council] = await this.councils.ofEditions([edition.id]);
    const rules = await this.rulesFor(edition, council);
    const required = edition.kind !== 'erratum' && !edition.recordOnly && rules !== null;
    if (!required) return { rules, required, passed: false };
    if (council?.outcome === 'pass' && council.manifestHash === edition.manifestHash) {
      return { rules, required, passed: true };
    }
    const confirmation = await this.councils.confirmation(edition.id);
    const passed = confirmation?.manifestHash === edition.manifestHash;
    return { rules, required, passed };
  }

  /** The rules a council was set up by stay its rules; otherwise those in force today. */
  private async rulesFor(
    edition: EditionRow,
    council: CouncilRow | undefined,
  ): Promise<AppraisalRuleSetRow | null> {
    if (council !== undefined && council.stage !== 'dissolved') {
      const [own] = await this.rules.byIds([council.ruleSetId]);
      return own ?? null;
    }
    return this.rules.inForceOn(edition.issuedAt === null ? this.clock.today() : dayOf(edition));
  }

  private async session(
    row: CouncilRow,
    edition: EditionRow,
    { members, ballots }: Pick<CouncilFile, 'members' | 'ballots'>,
  ): Promise<CouncilSession> {
    return {
      stage: row.stage,
      outcome: row.outcome,
      members,
      manifestHash: row.manifestHash,
      recusedIds: await this.recusedIds(edition),
      papersSentOn: calendarDate(row.papersSentOn),
      ballots,
    };
  }
}

function dayOf({ decisionDate, preparedAt }: EditionRow): string {
  return decisionDate ?? preparedAt.toISOString().slice(0, 10);
}
