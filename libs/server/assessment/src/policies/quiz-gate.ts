/** Why a quiz is not open to a trainee now: a code and figures, said in words by the screen. */
export interface GateReason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | null>>;
}

/** Says whether a quiz is open to a trainee. What must be studied first is learning's to know. */
export interface QuizGate {
  /** Null: it is open. */
  reasonToWait(enrolmentId: string, quizNodeId: string): Promise<GateReason | null>;
}

/** Injection token of the `QuizGate`; learning provides it. */
export const QUIZ_GATE = Symbol('quiz-gate');
