import { Controller } from '@nestjs/common';
import {
  handIn,
  handshake,
  openAttempt,
  readAttempt,
  readQuizIntro,
  readResult,
  saveAnswers,
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
import { AttemptResultQuery } from '../queries/attempt-result.query.js';
import { AttemptViews } from '../queries/attempt-view.js';
import { QuizIntroQuery } from '../queries/quiz-intro.query.js';
import { OwnAttempt } from '../queries/own-attempt.js';
import { HandIn } from '../use-cases/hand-in.js';
import { MeetDevice } from '../use-cases/meet-device.js';
import { OpenAttempt } from '../use-cases/open-attempt.js';
import { SaveAnswers } from '../use-cases/save-answers.js';

@Controller()
export class AttemptController {
  constructor(
    private readonly intro: QuizIntroQuery,
    private readonly openCase: OpenAttempt,
    private readonly own: OwnAttempt,
    private readonly views: AttemptViews,
    private readonly save: SaveAnswers,
    private readonly handInCase: HandIn,
    private readonly result: AttemptResultQuery,
    private readonly devices: MeetDevice,
  ) {}

  @Endpoint(readQuizIntro)
  @RequirePermission('attempt.own')
  readIntro(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof readQuizIntro>) {
    return this.intro.run(actor, input.params.enrolmentId, input.params.quizNodeId);
  }

  @Endpoint(openAttempt)
  @RequirePermission('attempt.own')
  open(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof openAttempt>) {
    return this.openCase.run(actor, input.params.enrolmentId, input.params.quizNodeId);
  }

  @Endpoint(readAttempt)
  @RequirePermission('attempt.own')
  async read(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof readAttempt>) {
    return this.views.taking(await this.own.of(actor, input.params.attemptId));
  }

  @Endpoint(saveAnswers)
  @RequirePermission('attempt.own')
  saveAnswers(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof saveAnswers>) {
    return this.save.run(actor, input.params, input.body.entries);
  }

  @Endpoint(handIn)
  @RequirePermission('attempt.own')
  handIn(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof handIn>) {
    return this.handInCase.run(actor, input.params.attemptId);
  }

  @Endpoint(readResult)
  @RequirePermission('attempt.own')
  readResult(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof readResult>) {
    return this.result.run(actor, input.params.attemptId);
  }

  @Endpoint(handshake)
  @SignedIn()
  handshake(@CurrentActor() actor: Actor, @Input() input: InputOf<typeof handshake>) {
    return this.devices.run(actor, input.params.deviceId);
  }
}
