import type { CoreCode } from './core-texts-vi.js';
import type { ProblemCode } from './problem.js';

/** What each refusal means and how to mend it, for the person who met it; fetched with the first refusal. */
export const problemTexts: Readonly<Record<Exclude<ProblemCode, CoreCode>, string>> = {
  'request.malformed': 'The server could not read what was sent. Reload the page and try again.',
  'request.too_large': 'What was sent is too large.',
  'request.unsupported_media_type': 'This kind of file is not accepted.',
  'request.csrf': 'This page is out of date. Reload it and try again.',
  'request.idempotency_mismatch':
    'The earlier try had other content. Reload the page to see its result.',
  'request.in_progress': 'The earlier try is still running. Wait a moment and reload the page.',
  'request.method_not_allowed': 'This cannot be done here.',
  'session.wrong_credentials': 'The user name or password is not right.',
  'session.second_factor_required': 'Enter the 6-digit code of your authenticator app.',
  'session.second_factor_wrong':
    'The 6-digit code is wrong or has expired. Enter the one shown now.',
  'session.second_factor_setup_required': 'Your role needs a second factor. Set it up to go on.',
  'session.password_change_required': 'A new password has to be set before you can enter.',
  'session.fresh_authentication_required':
    'It has to be certain that this is you: enter your password again to confirm.',
  'session.locked_out':
    'Too many failed sign-ins. Wait 15 minutes, or ask your focal point for a new code.',
  'account.password_weak':
    'This password is easy to guess. Use at least 10 characters, no name or birth date.',
  'account.code_invalid':
    'The one-time code is wrong or has expired. Ask whoever gave it to you for a new one.',
  'account.username_taken': 'This user name is taken.',
  'account.already_granted': 'This account already holds that role there in those days.',
  'account.only_role':
    'This is the only role of the account, granted today. Grant the right role first, or close the account.',
  'account.closed': 'This account is closed. Open it again first.',
  'account.not_closed': 'This account is open.',
  'permission.same_person': 'Authors cannot approve their own work. Another person is needed.',
  'curriculum.document_invalid':
    'The text does not have the right structure. Mend the marked place.',
  'curriculum.not_draft': 'This change request is no longer a draft and cannot be edited.',
  'curriculum.lease_held': 'Someone else is editing this lesson.',
  'curriculum.stale_draft':
    'This lesson was just saved elsewhere. Both texts are kept; choose one or write a new one.',
  'curriculum.hours_do_not_add_up': 'The periods do not add up to the programme.',
  'curriculum.structure_invalid': 'The structure of the curriculum is not valid.',
  'curriculum.question_invalid': 'The question is not valid. Mend the marked place.',
  'curriculum.nothing_changed': 'Nothing differs from the edition in force.',
  'curriculum.base_moved':
    'The curriculum has moved on since this request was opened. Update it to go on.',
  'curriculum.conflicts_open':
    'Some places are changed here and on the main text. Decide about them first.',
  'curriculum.conflict_changed':
    'One of the three texts has changed meanwhile. Look at the place again.',
  'change_request.wrong_state': 'The change request is not in a state that allows this.',
  'change_request.verdict_outdated':
    'The verdict is on an older version. Look at the new one first.',
  'change_request.errata_first':
    'This amendment cannot be merged yet: corrections of the newest edition wait to be issued.',
  'comment.opener_resolves':
    'A comment that must be met is closed by whoever made it, or by the editor-in-chief.',
  'comment.suggestion_settled': 'This wording has been answered already.',
  'legal_document.number_taken': 'The register already has a document with this number and issuer.',
  'comment.passage_changed':
    'This passage has just changed. Your words are still here; look at the new version and send again.',
  'edition.wrong_state': 'The edition is not in a state that allows this.',
  'edition.decision_taken': 'This decision number is used by another edition in the same year.',
  'edition.dates_overlap': 'The date of effect overlaps another edition.',
  'edition.date_in_past': 'The date of effect cannot lie before today.',
  'edition.not_an_erratum': 'This goes beyond an erratum. Issue it as an amended edition.',
  'edition.none_in_force': 'No edition is in force on that day.',
  'edition.manifest_changed':
    'The content changed after it was sent for signing. Prepare the edition again.',
  'edition.not_appraised':
    'The appraisal council has not passed this edition, so it cannot be issued yet.',
  'council.wrong_state': 'The council is not at a stage that allows this.',
  'council.not_a_member': 'Only members of the council comment and vote.',
  'council.chair_only': 'This is for the chair of the council.',
  'council.cannot_decide': 'The council cannot conclude yet. See what is missing.',
  'council.nothing_changed':
    'This text is the one that the council read: nothing was changed, so there is nothing to confirm.',
  'council.composition': 'The council is not made up as the rules ask. Mend the points listed.',
  'document.unreadable': 'This Word file cannot be read: it is damaged or no DOCX.',
  'document.old_format':
    'The file is of an old version of Word. Open it in Word, save it as DOCX and choose again.',
  'document.encrypted': 'The Word file has a password. Remove the password and choose again.',
  'document.has_macros':
    'The Word file has macros. Save it as DOCX without macros and choose again.',
  'document.too_large': 'The document is too large for one import. Split it into several files.',
  'document.empty': 'The Word file has neither words nor pictures to import.',
  'course.code_taken': 'This course code exists already.',
  'cohort.code_taken': 'This cohort code exists already.',
  'cohort.dates_invalid': 'The closing day must come after the opening day, and within two years.',
  'cohort.closed_by_marker':
    'You gave marks in this cohort, so somebody else must close its results.',
  'cohort.full': 'The cohort is full.',
  'cohort.unsettled':
    'Reports that were handed in are not marked yet. Mark them first: nothing can be marked after the closing.',
  'cohort.wrong_state': 'The cohort is not in a state that allows this.',
  'enrolment.already_enrolled': 'This person is in the cohort already.',
  'enrolment.number_of_another':
    'This personal number is recorded for somebody of another name and date of birth. Check number, name and date.',
  'enrolment.not_active': 'You no longer study in this cohort.',
  'person.nothing_changed': 'Name and date of birth are as they were: there is nothing to correct.',
  'person.another_person':
    'Neither the name nor the date of birth stays, which makes it another person. If the wrong person was enrolled, withdraw them and enrol the right one. If both were mistyped, correct the name first, save, and then the date of birth.',
  'person.alike':
    'A cohort of this person has another trainee of the same name, date of birth and commune. If they are one, withdraw one of the two; if they are two, enrol them with their personal numbers.',
  'person.known_elsewhere':
    'This person also studies or holds a role outside of your scope, so name and date of birth cannot be corrected here. It takes an officer whose scope covers all of those places.',
  'import.unreadable': 'The file cannot be read. Use an XLSX file made from the template.',
  'import.too_many_rows': 'The list is too long. Split it into several files.',
  'import.columns_missing': 'Required columns are missing. Use the template.',
  'import.rows_invalid': 'Some rows need mending. See the note at each row.',
  'meeting.not_yet': 'The meeting is still to come: its roll cannot be taken yet.',
  'meeting.outside_cohort':
    'The day of a meeting lies between the first and last day of the cohort.',
  'meeting.half_day_taken':
    'The cohort has a meeting on that half-day already. Choose another half-day or another day.',
  'meeting.roll_taken':
    'The roll of this meeting was taken by period, so it cannot be taken out and its periods stay. Correct the roll if somebody was recorded wrongly.',
  'meeting.roll_ahead':
    'A meeting whose roll was taken cannot be moved to a day that is still to come.',
  'rule_set.none_in_force': 'No rule set applies to that day.',
  'study.locked': 'This part is not open yet.',
  'study.not_in_edition': 'This part is not in the edition of your cohort.',
  'attempt.limit_reached': 'You have used all your attempts.',
  'attempt.closed': 'This attempt has been handed in and cannot be changed.',
  'attempt.too_late': 'Time is over. Answers given before the deadline still count.',
  'attempt.not_open_yet': 'The quiz is not open yet.',
  'attempt.review_not_open': 'The review is not open yet.',
  'answer.invalid': 'The answer does not have the right form.',
  'journal.sequence_reused':
    'This device has sent another answer in the same place. Reload the page and answer again.',
  'report.wrong_state': 'The report is not in a state that allows this.',
  'award.nobody_eligible': 'Nobody is eligible yet.',
  'award.wrong_state': 'The award is not in a state that allows this.',
  'award.list_changed': 'The list has changed since it was computed. Look at it again first.',
  'award.text_does_not_fit': 'Some text does not fit on the certificate. Mend it and try again.',
  'award.glyph_missing': 'Some character cannot be printed. Mend it and try again.',
  'award.decision_taken': 'This decision number is taken.',
  'certificate.not_ready': 'The certificate is being made. Try again in a few minutes.',
  'certificate.not_found': 'No certificate has this code. Check the code.',
  'job.not_retryable': 'This job cannot be run again.',
  'file.refused': 'The file was refused: wrong kind, too large or damaged.',
};
