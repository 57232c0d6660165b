import type {
  listCohorts,
  readCourse,
  readEditionNode,
  readOutline,
  ResponseOf,
} from '@cam-nang/contracts';

/** A course with its editions. */
export type CourseAnswer = ResponseOf<typeof readCourse>;
/** A cohort of the course. */
export type Cohort = ResponseOf<typeof listCohorts>['cohorts'][number];
/** One line of the tree of an edition. */
export type OutlineNode = ResponseOf<typeof readOutline>['nodes'][number];
/** A node as an edition holds it. */
export type EditionNode = ResponseOf<typeof readEditionNode>['node'];
