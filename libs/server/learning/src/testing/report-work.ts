import { readReport, readSubmission, saveReport, submitReport } from '@cam-nang/contracts';
import type { Actor } from '@cam-nang/platform';
import type { TestApp } from '@cam-nang/testing';
import type { SpecTrainee } from './study-setting.js';

/** The trainee writes a report and keeps it; gives back what the product answers. */
export async function writeReport(
  app: TestApp,
  { actor, enrolmentId }: SpecTrainee,
  taskNodeId: string,
  text: string,
) {
  const params = { enrolmentId, taskNodeId };
  const { version } = (await app.request(readReport, { params, as: actor })).body;
  return (await app.request(saveReport, { params, body: { version, text }, as: actor })).body;
}

/** The trainee writes a report and hands it in; gives back the submission. */
export async function handInReport(
  app: TestApp,
  trainee: SpecTrainee,
  taskNodeId: string,
  text: string,
): Promise<string> {
  const { version, submissionId } = await writeReport(app, trainee, taskNodeId, text);
  const params = { enrolmentId: trainee.enrolmentId, taskNodeId };
  await app.request(submitReport, { params, body: { version }, as: trainee.actor });
  if (submissionId === null) throw new Error('nothing was written');
  return submissionId;
}

/** Every criterion of a submission's rubric with all its points. */
export async function fullMarks(app: TestApp, submissionId: string, as: Actor) {
  const { task } = (await app.request(readSubmission, { params: { submissionId }, as })).body;
  return task.rubric.map(({ id, points }) => ({ id, points }));
}
