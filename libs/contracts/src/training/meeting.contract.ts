import * as z from 'zod/mini';
import { defineEndpoint } from '../http/endpoint.js';
import { calendarDate, done, id, instant, line, text } from '../http/fields.js';

export const attendanceMark = z.object({
  enrolmentId: id,
  periodsPresent: z.int().check(z.gte(0), z.lte(8)),
  excused: z.boolean(),
  note: text({ min: 0, max: 300 }),
});

export const meetingView = z.object({
  id,
  onDate: calendarDate,
  halfDay: z.enum(['morning', 'afternoon', 'evening']),
  periods: z.int(),
  moduleNodeId: z.nullable(id),
  moduleCode: z.nullable(z.string()),
  topic: z.string(),
  place: z.string(),
  held: z.boolean(),
  marks: z.array(z.extend(attendanceMark, { fullName: z.string(), recordedAt: instant })),
});

const cohortParams = z.object({ cohortId: id });

export const listMeetings = defineEndpoint({
  id: 'meeting.list',
  method: 'GET',
  path: '/api/cohorts/:cohortId/meetings',
  summary: 'Class meetings with attendance',
  params: cohortParams,
  response: z.object({
    meetings: z.array(meetingView),
    people: z.array(z.object({ enrolmentId: id, fullName: z.string(), unitName: z.string() })),
    /** Modules of the edition in reading order: what a meeting may be about. */
    modules: z.array(z.object({ nodeId: id, code: z.string(), title: z.string() })),
    /** Whoever may add meetings may also change them and take them out. */
    allowed: z.object({ add: z.boolean(), record: z.boolean() }),
  }),
});

const meetingPlan = z.object({
  onDate: calendarDate,
  halfDay: z.enum(['morning', 'afternoon', 'evening']),
  periods: z.int().check(z.gte(1), z.lte(8)),
  moduleNodeId: z.nullable(id),
  topic: line({ min: 0, max: 200 }),
  place: line({ min: 0, max: 200 }),
});

export const addMeeting = defineEndpoint({
  id: 'meeting.add',
  method: 'POST',
  path: '/api/cohorts/:cohortId/meetings',
  summary: 'Plan a class meeting of a half-day',
  params: cohortParams,
  body: meetingPlan,
  response: meetingView,
  status: 201,
  errors: ['meeting.outside_cohort', 'meeting.half_day_taken', 'cohort.wrong_state'],
});

export const changeMeeting = defineEndpoint({
  id: 'meeting.change',
  method: 'PUT',
  path: '/api/meetings/:meetingId',
  summary: 'Put a planned meeting right; after its roll its periods stay',
  params: z.object({ meetingId: id }),
  body: meetingPlan,
  response: meetingView,
  errors: [
    'meeting.outside_cohort',
    'meeting.half_day_taken',
    'meeting.roll_taken',
    'meeting.roll_ahead',
    'cohort.wrong_state',
  ],
});

export const removeMeeting = defineEndpoint({
  id: 'meeting.remove',
  method: 'DELETE',
  path: '/api/meetings/:meetingId',
  summary: 'Take a meeting out whose roll was not taken',
  params: z.object({ meetingId: id }),
  response: done,
  errors: ['meeting.roll_taken', 'cohort.wrong_state'],
});

export const recordAttendance = defineEndpoint({
  id: 'meeting.record-attendance',
  method: 'PUT',
  path: '/api/meetings/:meetingId/attendance',
  summary: 'Roll call of a meeting; earlier records stay, the newest counts',
  params: z.object({ meetingId: id }),
  body: z.object({ marks: z.array(attendanceMark).check(z.minLength(1), z.maxLength(1000)) }),
  response: meetingView,
  errors: ['cohort.wrong_state', 'meeting.not_yet'],
});
