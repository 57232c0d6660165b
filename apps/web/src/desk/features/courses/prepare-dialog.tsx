import type { readCourse as contract, ResponseOf } from '@cam-nang/contracts';
import { listCourses, prepareEdition, readCourse } from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useGo } from '../../../ui/link.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { PrepareForm } from '../../kit/editions/prepare-form.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';

/** Seals the head of the line as the candidate of the next edition, and goes to it. */
export function PrepareDialog(props: {
  readonly answer: ResponseOf<typeof contract>;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useMessages(messages);
  const go = useGo();
  const { course, editions } = props.answer;
  const act = useAct(prepareEdition, {
    changes: [readCourse, listCourses],
    onDone: ({ edition }) => {
      toast(t('prepared', { label: edition.label }));
      go(href('edition', { editionId: edition.id }));
    },
  });
  return (
    <PrepareForm
      course={course.code}
      correctable={editions.some((edition) => edition.decisionNo !== null)}
      busy={act.busy}
      problem={act.problem}
      open={props.open}
      onClose={props.onClose}
      onPrepare={(body) => void act.run({ params: { courseId: course.id }, body })}
    />
  );
}
