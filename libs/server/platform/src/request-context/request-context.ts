import { AsyncLocalStorage } from 'node:async_hooks';
import type { EndpointDescriptor } from '@cam-nang/contracts';
import type { Actor } from '../security/actor.js';

/** What is known about the piece of work that is running: one request or one job. */
export interface WorkContext {
  /** Follows the work from the request into outbox row, job and log lines. */
  readonly correlationId: string;
  /** The signed-in person, once the guard has found the session. */
  actor?: Actor;
  /** Address of the client, as the trusted proxies tell it. */
  readonly address?: string;
  /** Job name or endpoint id, for log lines. */
  work?: string;
  /** Set by the HTTP layer: how a controller method of the running request is carried out. */
  runEndpoint?: (endpoint: EndpointDescriptor, call: () => unknown) => unknown;
}

const storage = new AsyncLocalStorage<WorkContext>();

/** The context of the running request or job; reached from anywhere below it without passing it on. */
export const RequestContext = {
  run<T>(context: WorkContext, work: () => T): T {
    return storage.run(context, work);
  },

  current(): WorkContext | undefined {
    return storage.getStore();
  },

  correlationId(): string | undefined {
    return storage.getStore()?.correlationId;
  },

  actor(): Actor | undefined {
    return storage.getStore()?.actor;
  },

  address(): string | undefined {
    return storage.getStore()?.address;
  },
};
