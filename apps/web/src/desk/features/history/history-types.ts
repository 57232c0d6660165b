import type { readNodeHistory, readPassageHistory, ResponseOf } from '@cam-nang/contracts';

/** The history of a node, and one version in it. */
export type NodeHistory = ResponseOf<typeof readNodeHistory>;
export type NodeStep = NodeHistory['steps'][number];

/** The history of a passage, and one wording in it. */
export type PassageHistory = ResponseOf<typeof readPassageHistory>;
export type Wording = PassageHistory['wordings'][number];
/** Who, when, why and by which decision: the same of both. */
export type StepFacts = Omit<Wording, 'text'>;
