import type { listChangeRequests, ResponseOf } from '@cam-nang/contracts';
import type { Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { ChangeRequestStore } from '../persistence/change-request-store.js';
import { CourseAccess } from './course-access.query.js';
import { RequestAccess } from './request-access.query.js';
import { ChangeRequestViews, type ChangeRequestView } from './change-request-views.query.js';

/** Change requests within one's reach. */
@Injectable()
export class ChangeRequests {
  constructor(
    private readonly courses: CourseAccess,
    private readonly access: RequestAccess,
    private readonly requests: ChangeRequestStore,
    private readonly views: ChangeRequestViews,
  ) {}

  async list(actor: Actor, courseId: string): Promise<ResponseOf<typeof listChangeRequests>> {
    const course = await this.courses.course(actor, 'curriculum.read', courseId);
    const rows = await this.requests.ofCurriculum(course.curriculumId);
    return { requests: await this.views.list(actor, course, rows) };
  }

  async read(actor: Actor, requestId: string): Promise<ChangeRequestView> {
    const { request, course } = await this.access.read(actor, 'curriculum.read', requestId);
    return this.views.ofOne(actor, course, request);
  }
}
