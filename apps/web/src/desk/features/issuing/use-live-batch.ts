import { useEffect, useState } from 'react';
import { readBatch, watchBatch } from '@cam-nang/contracts/routes';
import { watch } from '../../../lib/api/watch.js';
import { putRead } from '../../data/query.js';
import { withSample, type Sample } from './batch-model.js';
import type { Batch } from './batch-types.js';

/** Follows a batch until it is done; every event becomes what the page has read. */
export function useLiveBatch(batch: Batch): {
  readonly live: boolean;
  readonly samples: readonly Sample[];
} {
  const [live, setLive] = useState(false);
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const { decisionId } = batch;
  const done = batch.state === 'done';
  useEffect(() => {
    if (done) return undefined;
    const input = { params: { decisionId } };
    return watch(watchBatch, input, {
      onEvent: (event) => {
        setLive(true);
        const sample = { at: Date.parse(event.serverTime), done: event.registered };
        setSamples((before) => withSample(before, sample));
        putRead(readBatch, input, () => event);
      },
      onState: setLive,
    });
  }, [decisionId, done]);
  return { live, samples };
}
