import type { listCourses, ResponseOf } from '@cam-nang/contracts';
import type { ListedRequestView } from '../../kit/curriculum/types.js';

export type Course = ResponseOf<typeof listCourses>['courses'][number];

/** A change request with the course it is about. */
export type Listed = ListedRequestView & { readonly course: Course | undefined };
