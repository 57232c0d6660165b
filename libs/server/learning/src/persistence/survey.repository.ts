import { Injectable } from '@nestjs/common';
import { Database } from '@cam-nang/platform';

/** Who has answered which survey; what was said is kept apart. */
@Injectable()
export class SurveyRepository {
  constructor(private readonly database: Database) {}

  answered(
    enrolmentIds: readonly string[],
  ): Promise<{ readonly enrolmentId: string; readonly surveyNodeId: string }[]> {
    return this.database.query(
      `select distinct enrolment_id as "enrolmentId", survey_node_id as "surveyNodeId"
       from survey_participation where enrolment_id = any($1::uuid[])`,
      [enrolmentIds],
    );
  }
}
