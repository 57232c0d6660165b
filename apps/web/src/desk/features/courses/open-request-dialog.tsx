import { useState } from 'react';
import {
  listChangeRequests,
  listCourses,
  openChangeRequest,
  readCourse,
} from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { useGo } from '../../../ui/link.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { useRead } from '../../data/query.js';
import { OpenRequestForm } from '../../kit/curriculum/open-request-form.js';
import { href } from '../../routes.js';
import { messages } from './messages/index.js';

/** Begins a change request on this course and goes to its tree. */
export function OpenRequestDialog(props: {
  readonly course: { readonly id: string; readonly code: string };
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useMessages(messages);
  const go = useGo();
  const [erratumTo, setErratumTo] = useState<string>();
  const correctable = useRead(
    readCourse,
    erratumTo === undefined ? undefined : { params: { courseId: erratumTo } },
  );
  const act = useAct(openChangeRequest, {
    changes: [listChangeRequests, listCourses, readCourse],
    onDone: (request) => {
      toast(t('opened', { number: request.number }));
      go(href('changeRequest', { requestId: request.id }));
    },
  });
  const { id, code } = props.course;
  return (
    <OpenRequestForm
      courses={[{ id, name: code }]}
      open={props.open}
      busy={act.busy}
      problem={act.problem}
      correctable={correctable}
      onErratum={setErratumTo}
      onClose={props.onClose}
      onOpen={({ courseId, ...body }) => void act.run({ params: { courseId }, body })}
    />
  );
}
