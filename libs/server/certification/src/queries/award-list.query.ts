import { computeAward, type AwardCandidate, type AwardList } from '@cam-nang/domain';
import { hasConfirmed, TrainingFacade, type EnrolmentRow } from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import { EntryRepository } from '../persistence/entry.repository.js';
import type { ProposalItem } from '../persistence/proposal-item.repository.js';
import type { ListedPerson } from '../policies/award-print.js';
import { conditionView } from '../policies/condition-view.js';
import { sha256 } from '../register/sha256.js';
import type { AwardSetting } from './award-setting.query.js';
import { Eligibility } from './eligibility.query.js';
import { Papers } from './papers.query.js';

/** The award of a cohort as the facts stand now. */
export interface CurrentAward {
  readonly list: AwardList<ListedPerson>;
  /** The eligible by position, then the others by name. */
  readonly items: readonly ProposalItem[];
  /** Names of the eligible who have not confirmed what will be printed. */
  readonly unconfirmed: readonly string[];
  /** Names of the eligible who hold this certificate already. */
  readonly certified: readonly string[];
}

const LEFT: ReadonlySet<string> = new Set(['withdrawn', 'transferred', 'nominated']);

/** Computes award lists from the facts of the moment; stores nothing. */
@Injectable()
export class AwardLists {
  readonly #collator = new Intl.Collator('vi');

  constructor(
    private readonly training: TrainingFacade,
    private readonly eligibility: Eligibility,
    private readonly papers: Papers,
    private readonly entries: EntryRepository,
  ) {}

  /** Everyone of the cohort but those who left and those who hold this certificate from an earlier round. */
  async of(setting: AwardSetting): Promise<CurrentAward> {
    const people = await this.candidates(setting);
    const judged = await this.eligibility.of(setting, people);
    const papers = await this.papers.of(setting, people, judged);
    const candidates = people.flatMap((person): AwardCandidate<ListedPerson>[] => {
      const [outcome, printed] = [judged.get(person.id), papers.get(person.id)];
      if (outcome === undefined || printed === undefined) return [];
      return [{ enrolmentId: person.id, name: person, printed, evaluation: outcome.evaluation }];
    });
    const list = computeAward(candidates, this.#collator, sha256);
    const eligible = new Set(list.eligible.map((line) => line.enrolmentId));
    const listed = people.filter((person) => eligible.has(person.id));
    const persons = listed.map((person) => person.personId);
    const held = await this.entries.certified(persons, setting.type.id, setting.course.code);
    return {
      list,
      items: itemsOf(list, setting),
      unconfirmed: names(listed.filter((person) => !hasConfirmed(person))),
      certified: names(listed.filter((person) => held.has(person.personId))),
    };
  }

  private async candidates(setting: AwardSetting): Promise<EnrolmentRow[]> {
    const people = await this.training.enrolmentsOf(setting.cohort.id);
    const entries = await this.entries.ofEnrolments(people.map((person) => person.id));
    const done = new Set(
      entries.filter((entry) => entry.typeId === setting.type.id).map((one) => one.enrolmentId),
    );
    return people.filter((person) => !LEFT.has(person.state) && !done.has(person.id));
  }
}

function names(people: readonly EnrolmentRow[]): string[] {
  return people.map((person) => person.fullName);
}

function itemsOf(list: AwardList<ListedPerson>, { outline }: AwardSetting): ProposalItem[] {
  const item = (
    { enrolmentId, printed, evaluation }: AwardCandidate<ListedPerson>,
    position: number | null,
  ): ProposalItem => ({
    enrolmentId,
    position,
    conditions: evaluation.conditions.map((condition) => conditionView(condition, outline)),
    mark: evaluation.mark,
    grade: evaluation.grade?.label.vi ?? null,
    printed,
  });
  return [
    ...list.eligible.map((line) => item(line, line.position)),
    ...list.notEligible.map((candidate) => item(candidate, null)),
  ];
}
