import { useState } from 'react';
import {
  listCohorts,
  listCourses,
  listOrganisations,
  listUnits,
  openCohort,
} from '@cam-nang/contracts/routes';
import { useMessages } from '../../../lib/i18n/catalogue.js';
import { pick } from '../../../lib/i18n/pick.js';
import { parseTypedDate } from '../../../lib/i18n/typed.js';
import { useProblemText } from '../../../lib/api/problem-text.js';
import { Note } from '../../../ui/banner.js';
import { Button, ButtonRow, LinkButton } from '../../../ui/button.js';
import { DateField, SelectField, TextField } from '../../../ui/field.js';
import { Stack } from '../../../ui/layout.js';
import { useGo } from '../../../ui/link.js';
import { Loaded } from '../../../ui/states.js';
import { toast } from '../../../ui/toast.js';
import { useAct } from '../../data/act.js';
import { useRead } from '../../data/query.js';
import { Pane, WorkHead } from '../../kit/work.js';
import { href } from '../../routes.js';
import { usePlace } from '../../shell/place-of-page.js';
import { messages } from './messages/index.js';
import styles from './opening.module.css';
import { Preview, usePreview } from './opening-preview.js';
import { readOpening, type OpeningErrors } from './opening-form.js';

/** Opening a cohort: the form, and beside it which edition and rules it will go by. */
export function OpenCohortPage() {
  const { t } = useMessages(messages);
  usePlace(t('opening'), [{ title: t('title'), href: href('cohorts') }, { title: t('opening') }]);
  const courses = useRead(listCourses, {});
  const units = useRead(listUnits, { query: { level: 'province' } });
  const issuers = useRead(listOrganisations, { query: { kind: 'home_affairs' } });
  return (
    <>
      <WorkHead title={t('opening')} />
      <Loaded from={courses}>
        {(courseList) => (
          <Loaded from={units}>
            {(unitList) => (
              <Loaded from={issuers}>
                {(issuerList) => (
                  <OpeningForm
                    courses={courseList.courses.filter((course) => !course.recordOnly)}
                    units={unitList.units}
                    issuers={issuerList.organisations}
                  />
                )}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

interface Lists {
  readonly courses: readonly {
    readonly id: string;
    readonly title: string;
    readonly titleEn: string;
  }[];
  readonly units: readonly { readonly id: string; readonly fullName: string }[];
  readonly issuers: readonly { readonly id: string; readonly name: string }[];
}

function OpeningForm(lists: Lists) {
  const { t } = useMessages(messages);
  const say = useProblemText();
  const go = useGo();
  const [courseId, setCourseId] = useState(lists.courses[0]?.id ?? '');
  const [opens, setOpens] = useState('');
  const [errors, setErrors] = useState<OpeningErrors>({});
  const open = useAct(openCohort, {
    changes: [listCohorts],
    onDone: (cohort) => {
      toast(t('opened', { code: cohort.code }));
      go(href('cohort', { cohortId: cohort.id }));
    },
  });
  const opensOn = parseTypedDate(opens);
  return (
    <Pane side={<Preview courseId={courseId} opensOn={opensOn} />} sideLabel={t('willHappen')}>
      <form
        noValidate
        className={styles.opening}
        onSubmit={(event) => {
          event.preventDefault();
          const read = readOpening(new FormData(event.currentTarget));
          setErrors(read.errors);
          if (read.body !== undefined) void open.run({ body: read.body });
        }}
      >
        <Stack>
          <Choices lists={lists} courseId={courseId} onCourse={setCourseId} />
          <Fields errors={errors} onOpens={setOpens} courseId={courseId} opensOn={opensOn} />
          {open.problem && (
            <Note look="bad" alert>
              {say(open.problem)}
            </Note>
          )}
          <ButtonRow>
            <Button type="submit" look="main" busy={open.busy}>
              {t('open')}
            </Button>
            <LinkButton href={href('cohorts')}>{t('cancel')}</LinkButton>
          </ButtonRow>
        </Stack>
      </form>
    </Pane>
  );
}

function Choices(props: {
  readonly lists: Lists;
  readonly courseId: string;
  readonly onCourse: (id: string) => void;
}) {
  const { t, locale } = useMessages(messages);
  const { courses, units, issuers } = props.lists;
  return (
    <>
      <SelectField
        label={t('course')}
        name="courseId"
        value={props.courseId}
        onChange={(event) => props.onCourse(event.currentTarget.value)}
        options={courses.map((course) => ({
          value: course.id,
          label: pick(locale, course.title, course.titleEn),
        }))}
      />
      <SelectField
        label={t('unit')}
        name="ownerUnitId"
        options={units.map((unit) => ({ value: unit.id, label: unit.fullName }))}
      />
      <SelectField
        label={t('issuer')}
        name="issuerId"
        options={issuers.map((issuer) => ({ value: issuer.id, label: issuer.name }))}
      />
    </>
  );
}

function Fields(props: {
  readonly errors: OpeningErrors;
  readonly courseId: string;
  readonly opensOn: string | undefined;
  readonly onOpens: (typed: string) => void;
}) {
  const { t } = useMessages(messages);
  const { errors } = props;
  const words = (key: keyof OpeningErrors) =>
    errors[key] === undefined ? undefined : t(errors[key]);
  const preview = usePreview(props.courseId, props.opensOn);
  const suggested = preview.data?.suggestedCode;
  return (
    <>
      <div className={styles.pair}>
        <DateField
          label={t('opensOn')}
          name="opensOn"
          error={words('opensOn')}
          onChange={(event) => props.onOpens(event.currentTarget.value)}
        />
        <DateField label={t('closesOn')} name="closesOn" error={words('closesOn')} />
      </div>
      <TextField
        key={suggested}
        label={t('code')}
        name="code"
        defaultValue={suggested}
        error={words('code')}
      />
      <TextField label={t('name')} name="title" error={words('title')} />
      <TextField
        label={t('capacity')}
        name="capacity"
        inputMode="numeric"
        defaultValue="50"
        figures
        error={words('capacity')}
      />
      <TextField label={t('place')} name="place" optional />
    </>
  );
}
