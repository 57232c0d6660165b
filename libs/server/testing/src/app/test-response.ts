import type { EndpointDescriptor, Problem, ResponseOf } from '@cam-nang/contracts';

/** What an endpoint answered in a spec, typed by its contract. */
export class TestResponse<E extends EndpointDescriptor> {
  constructor(
    private readonly endpoint: E,
    readonly status: number,
    readonly headers: Readonly<Record<string, string | string[] | number | undefined>>,
    readonly bytes: Buffer,
  ) {}

  /** The body as text. */
  get text(): string {
    return this.bytes.toString('utf8');
  }

  /** The body of a success; throws with the problem when the request failed. */
  get body(): ResponseOf<E> {
    if (this.status >= 400) {
      throw new Error(`${this.endpoint.id} answered ${String(this.status)}: ${this.text}`);
    }
    if (this.isJson) return JSON.parse(this.text) as ResponseOf<E>;
    return this.bytes as unknown as ResponseOf<E>;
  }

  /** The problem details of a failure; throws when the request succeeded. */
  get problem(): Problem {
    if (this.status < 400) throw new Error(`${this.endpoint.id} answered ${String(this.status)}`);
    return JSON.parse(this.text) as Problem;
  }

  private get isJson(): boolean {
    return String(this.headers['content-type'] ?? '').startsWith('application/json');
  }
}
