import { calendarDate, formatPaperDate, nfc, toMark, type PrintedModule } from '@cam-nang/domain';
import { OrganisationFacade, type PlacementNames } from '@cam-nang/organisation';
import type { EnrolmentRow } from '@cam-nang/training';
import { Injectable } from '@nestjs/common';
import type { AwardPrint, ListedPerson } from '../policies/award-print.js';
import { moduleOf } from '../policies/module-of.js';
import { dayText, insideSentence, markText, workplaceText } from '../policies/paper-texts.js';
import type { AwardSetting } from './award-setting.query.js';
import type { Judged } from './eligibility.query.js';

/** Leading characters of the manifest's hash on the paper. */
const MANIFEST_DIGITS = 16;

/** Where a person serves, as named today. */
interface Workplace {
  readonly unitName: string;
  readonly organisation: string | null;
}

type SharedPrint = Pick<
  AwardPrint,
  | 'salutation'
  | 'courseCode'
  | 'courseTitle'
  | 'editionLabel'
  | 'editionDecision'
  | 'editionInForceFrom'
  | 'manifestHash'
  | 'cohortLabel'
  | 'studiedFrom'
  | 'studiedTo'
  | 'hours'
  | 'sample'
>;

/** What the papers of a cohort will say, with units named as on the day of the question (law 6). */
@Injectable()
export class Papers {
  constructor(private readonly organisations: OrganisationFacade) {}

  /** Each person's paper, by enrolment. */
  async of(
    setting: AwardSetting,
    people: readonly EnrolmentRow[],
    judged: ReadonlyMap<string, Judged>,
  ): Promise<ReadonlyMap<string, ListedPerson>> {
    const workplaces = await this.workplaces(people);
    const shared = sharedPrint(setting);
    return new Map(
      people.map((person) => {
        const outcome = judged.get(person.id);
        const workplace = workplaces(person);
        const { birthDate } = person;
        const paper: AwardPrint = {
          ...shared,
          holderName: nfc(person.fullName),
          birthDate: birthDate === null ? '' : formatPaperDate(calendarDate(birthDate)),
          position: positionText(person.placement.positionTitle),
          organisation: workplace.organisation,
          mark: markText(outcome?.evaluation.mark ?? null),
          grade: outcome?.evaluation.grade?.label.vi ?? null,
          modules: modulesOf(setting, outcome),
        };
        const { unitName } = workplace;
        const { personId, fullName } = person;
        return [person.id, { personId, fullName, birthDate, unitName, paper }];
      }),
    );
  }

  private async workplaces(
    people: readonly EnrolmentRow[],
  ): Promise<(person: EnrolmentRow) => Workplace> {
    const ids = people.flatMap((one) => (one.organisationId === null ? [] : [one.organisationId]));
    const rows = await this.organisations.organisations([...new Set(ids)]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    const places = new Map<string, PlacementNames | null>();
    for (const unitId of new Set(rows.map((row) => row.unitId))) {
      places.set(unitId, await this.organisations.placementOf(unitId));
    }
    return ({ organisationId, placement }) => {
      const row = organisationId === null ? undefined : byId.get(organisationId);
      const names = row === undefined ? null : (places.get(row.unitId) ?? null);
      const organisation = row?.name ?? placement.organisationName;
      const province = names?.provinceName ?? placement.provinceName;
      return {
        unitName: names?.unitName ?? placement.unitName,
        organisation: workplaceText(organisation, province),
      };
    };
  }
}

function sharedPrint({ cohort, course, edition, hours, type }: AwardSetting): SharedPrint {
  const { decisionNo, decisionDate } = edition;
  return {
    salutation: null,
    courseCode: course.code,
    courseTitle: nfc(course.title),
    editionLabel: edition.label,
    editionDecision:
      decisionNo === null || decisionDate === null
        ? null
        : { number: decisionNo, date: dayText(decisionDate) },
    editionInForceFrom: dayText(edition.forceFrom ?? edition.appliesFrom),
    manifestHash: edition.manifestHash.slice(0, MANIFEST_DIGITS),
    cohortLabel: cohort.code,
    studiedFrom: dayText(cohort.opensOn),
    studiedTo: dayText(cohort.closesOn),
    hours,
    sample: cohort.isSample || type.isSample,
  };
}

function positionText(title: string | null): string | null {
  return title === null || title.trim() === '' ? null : insideSentence(nfc(title.trim()));
}

/** The modules taken, each with the marks of the quizzes and reports that lie in it. */
function modulesOf(
  { outline, ruleSet }: AwardSetting,
  judged: Judged | undefined,
): PrintedModule[] {
  const works = judged?.works ?? [];
  return outline.flatMap((node): PrintedModule[] => {
    if (node.kind !== 'module' || node.hours === null || judged?.spared.has(node.nodeId)) return [];
    const marks = works
      .filter((work) => moduleOf(outline, work.nodeId)?.nodeId === node.nodeId)
      .flatMap(({ score }) => (score === null ? [] : [markText(toMark(score, ruleSet.scale))]));
    const result = marks.length === 0 ? null : marks.join(' · ');
    return [{ code: node.code ?? '', title: nfc(node.title), hours: node.hours, result }];
  });
}
