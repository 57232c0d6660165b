import { Module } from '@nestjs/common';
import { CurriculumModule } from '@cam-nang/curriculum';
import { IdentityModule } from '@cam-nang/identity';
import { OrganisationModule } from '@cam-nang/organisation';
import { CohortRepository } from './persistence/cohort.repository.js';
import { EnrolmentRepository } from './persistence/enrolment.repository.js';
import { ImportRepository } from './persistence/import.repository.js';
import { MeetingRepository } from './persistence/meeting.repository.js';
import { RuleSetRepository } from './persistence/rule-set.repository.js';
import { CommuneDirectories } from './policies/commune-directory.js';
import { KnownPeople } from './policies/known-people.js';
import { ReachableCohort } from './queries/reachable-cohort.js';
import { CohortViews } from './queries/cohort-view.js';
import { ListCohorts } from './queries/list-cohorts.query.js';
import { ListEnrolments } from './queries/list-enrolments.query.js';
import { ListMeetings } from './queries/list-meetings.query.js';
import { ListRuleSets } from './queries/list-rule-sets.query.js';
import { RunningCohorts } from './queries/running-cohorts.query.js';
import { TrainingFacade } from './training.facade.js';
import { ApplyImport } from './use-cases/apply-import.js';
import { CheckImport } from './use-cases/check-import.js';
import { CorrectPerson } from './use-cases/correct-person.js';
import { EnrolPerson } from './use-cases/enrol-person.js';
import { KeepAttendance } from './use-cases/keep-attendance.js';
import { LoadRuleSet } from './use-cases/load-rule-set.js';
import { MoveCohortState } from './use-cases/move-cohort-state.js';
import { OpenCohort } from './use-cases/open-cohort.js';
import { PlanMeeting } from './use-cases/plan-meeting.js';
import { WithdrawEnrolment } from './use-cases/withdraw-enrolment.js';

const FOR_CONTROLLERS = [
  ApplyImport,
  CheckImport,
  CohortViews,
  CorrectPerson,
  EnrolPerson,
  KeepAttendance,
  ListCohorts,
  ListEnrolments,
  ListMeetings,
  ListRuleSets,
  LoadRuleSet,
  MoveCohortState,
  OpenCohort,
  PlanMeeting,
  ReachableCohort,
  RunningCohorts,
  WithdrawEnrolment,
];

@Module({
  imports: [OrganisationModule, IdentityModule, CurriculumModule],
  providers: [
    CohortRepository,
    EnrolmentRepository,
    ImportRepository,
    MeetingRepository,
    RuleSetRepository,
    CommuneDirectories,
    KnownPeople,
    ...FOR_CONTROLLERS,
    TrainingFacade,
  ],
  exports: [...FOR_CONTROLLERS, TrainingFacade],
})
export class TrainingModule {}
