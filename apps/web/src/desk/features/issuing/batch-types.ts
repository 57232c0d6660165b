import type { readBatch, ResponseOf } from '@cam-nang/contracts';

/** Where the making of a batch of certificates stands. */
export type Batch = ResponseOf<typeof readBatch>;

/** A job of a batch that was given up. */
export type Failure = Batch['failures'][number];
