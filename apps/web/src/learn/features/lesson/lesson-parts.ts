import { lessonSections, type LessonSection, type RichDocument } from '@cam-nang/content/read';
import { markOfSection } from '../../../reader/reading-state.js';

/** The parts of a lesson and how many have been read whole. */
export interface LessonParts {
  readonly sections: readonly LessonSection[];
  readonly done: number;
  readonly total: number;
}

/** Counts parts (not blocks): they are what a person sees ticked. */
export function lessonParts(document: RichDocument, read: ReadonlySet<string>): LessonParts {
  const sections = lessonSections(document);
  const done = sections.filter(
    (section) => markOfSection(section, read, undefined) === 'done',
  ).length;
  return { sections, done, total: sections.length };
}
