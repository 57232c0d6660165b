import type { EndpointDescriptor, ResponseOf } from '@cam-nang/contracts';
import type { Route } from '@cam-nang/contracts/routes';
import { addressOf, type CallInput } from './call.js';

/**
 * Listens to an event stream of the contracts. The browser reconnects by itself; `onState` says whether
 * the line is open. Answers the function that ends it.
 */
export function watch<E extends EndpointDescriptor>(
  route: Route<E>,
  input: Omit<CallInput<E>, 'body'>,
  listener: {
    readonly onEvent: (event: ResponseOf<E>) => void;
    readonly onState?: (live: boolean) => void;
  },
): () => void {
  const source = new EventSource(addressOf(route, input));
  source.onopen = () => listener.onState?.(true);
  source.onerror = () => listener.onState?.(false);
  source.onmessage = (message: MessageEvent<string>) => {
    listener.onEvent(JSON.parse(message.data) as ResponseOf<E>);
  };
  return () => source.close();
}
