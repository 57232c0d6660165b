import {
  listCourses,
  readCourse,
  readEditionNode,
  readOutline,
  type InputOf,
  type ResponseOf,
} from '@cam-nang/contracts';
import { CurrentActor, Endpoint, Input, RequirePermission, type Actor } from '@cam-nang/platform';
import { Controller } from '@nestjs/common';
import { Courses } from '../queries/courses.query.js';
import { EditionReader } from '../queries/edition-reader.query.js';

@Controller()
export class CourseController {
  constructor(
    private readonly courses: Courses,
    private readonly editions: EditionReader,
  ) {}

  @Endpoint(listCourses)
  @RequirePermission('course.read')
  list(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof listCourses>> {
    return this.courses.list(actor);
  }

  @Endpoint(readCourse)
  @RequirePermission('course.read')
  read(
    @CurrentActor() actor: Actor,
    @Input() input: InputOf<typeof readCourse>,
  ): Promise<ResponseOf<typeof readCourse>> {
    return this.courses.read(actor, input.params.courseId);
  }

  @Endpoint(readOutline)
  @RequirePermission('curriculum.read')
  outline(
    @CurrentActor() actor: Actor,
    @Input() input: InputOf<typeof readOutline>,
  ): Promise<ResponseOf<typeof readOutline>> {
    return this.editions.outline(actor, input.params.editionId);
  }

  @Endpoint(readEditionNode)
  @RequirePermission('curriculum.read')
  node(
    @CurrentActor() actor: Actor,
    @Input() input: InputOf<typeof readEditionNode>,
  ): Promise<ResponseOf<typeof readEditionNode>> {
    return this.editions.node(actor, input.params);
  }
}
