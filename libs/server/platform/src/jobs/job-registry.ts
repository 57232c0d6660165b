import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { definedJobs } from './definition.js';
import { HANDLES, type Handler, type Handles } from './handler-decorators.js';

/** A handler with what it handles. */
export interface RegisteredHandler {
  readonly handles: Handles;
  readonly handler: Handler;
}

/** Every job handler and event subscriber of the loaded modules. */
@Injectable()
export class JobRegistry implements OnModuleInit {
  readonly #byName = new Map<string, RegisteredHandler>();
  readonly #byTopic = new Map<string, RegisteredHandler[]>();
  readonly #doubles: string[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const seen = new Set<object>();
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (typeof metatype !== 'function' || seen.has(metatype)) continue;
      const handles = Reflect.getMetadata(HANDLES, metatype) as Handles | undefined;
      if (handles === undefined || typeof instance !== 'object' || instance === null) continue;
      seen.add(metatype);
      this.add({ handles, handler: instance as Handler });
    }
  }

  /** Every handler. */
  all(): RegisteredHandler[] {
    return [...this.#byName.values()];
  }

  /** The handlers that a topic goes to: one of a job, all subscribers of an event. */
  of(topic: string): readonly RegisteredHandler[] {
    return this.#byTopic.get(topic) ?? [];
  }

  /** The handler of a job name in the queue. */
  byName(name: string): RegisteredHandler | undefined {
    return this.#byName.get(name);
  }

  /** What is wrong with the set of handlers; empty when every defined job has exactly one. */
  problems(): string[] {
    const missing = definedJobs().filter(({ name }) => !this.#byName.has(name));
    return [...missing.map(({ name }) => `${name} has no handler`), ...this.#doubles];
  }

  /** Throws when a defined job has no handler or two: a worker must not start then. */
  assertComplete(): void {
    const problems = this.problems();
    if (problems.length > 0) throw new Error(`Jobs are wrong:\n  - ${problems.join('\n  - ')}`);
  }

  private add(entry: RegisteredHandler): void {
    const { name, topic } = entry.handles;
    if (this.#byName.has(name)) this.#doubles.push(`${name} has two handlers`);
    this.#byName.set(name, entry);
    this.#byTopic.set(topic.name, [...(this.#byTopic.get(topic.name) ?? []), entry]);
  }
}
