import {
  chooseElectives,
  readLesson,
  readStudyCourse,
  readStudyResults,
  readToday,
  saveProgress,
  type InputOf,
} from '@cam-nang/contracts';
import {
  CurrentActor,
  Endpoint,
  Input,
  RequirePermission,
  SignedIn,
  type Actor,
} from '@cam-nang/platform';
import { Controller } from '@nestjs/common';
import { LessonQuery } from '../queries/lesson.query.js';
import { StudyCourseQuery } from '../queries/study-course.query.js';
import { StudyResultsQuery } from '../queries/study-results.query.js';
import { TodayQuery } from '../queries/today.query.js';
import { ChooseElectives } from '../use-cases/choose-electives.js';
import { SaveProgress } from '../use-cases/save-progress.js';

@Controller()
export class StudyController {
  constructor(
    private readonly today: TodayQuery,
    private readonly course: StudyCourseQuery,
    private readonly results: StudyResultsQuery,
    private readonly lesson: LessonQuery,
    private readonly choose: ChooseElectives,
    private readonly progress: SaveProgress,
  ) {}

  @Endpoint(readToday)
  @SignedIn()
  readToday(@CurrentActor() actor: Actor) {
    return this.today.run(actor);
  }

  @Endpoint(readStudyCourse)
  @RequirePermission('study.own')
  readCourse(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof readStudyCourse>) {
    return this.course.run(actor, input.params.enrolmentId);
  }

  @Endpoint(readStudyResults)
  @RequirePermission('study.own')
  readResults(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof readStudyResults>) {
    return this.results.run(actor, input.params.enrolmentId);
  }

  @Endpoint(chooseElectives)
  @RequirePermission('study.own')
  chooseElectives(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof chooseElectives>) {
    return this.choose.run(actor, input.params, input.body.moduleNodeIds);
  }

  @Endpoint(readLesson)
  @RequirePermission('study.own')
  readLesson(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof readLesson>) {
    return this.lesson.run(actor, input.params.enrolmentId, input.params.nodeId);
  }

  @Endpoint(saveProgress)
  @RequirePermission('study.own')
  saveProgress(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof saveProgress>) {
    return this.progress.run(actor, input.params, input.body);
  }
}
