import type { listCourses, ResponseOf } from '@cam-nang/contracts';
import type { RequestView } from '../../kit/curriculum/types.js';

export type Course = ResponseOf<typeof listCourses>['courses'][number];

/** A change request with the course it is about. */
export type Listed = RequestView & { readonly course: Course | undefined };
