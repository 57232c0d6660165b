import type { EndpointDescriptor } from '@cam-nang/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/internal';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS, type Access } from '../security/access.js';
import { endpointOf } from './endpoint-decorator.js';

/** One route of the program with who may call it. */
export interface InventoryEntry {
  readonly endpoint: EndpointDescriptor;
  readonly access: Access;
  /** `Controller.method`. */
  readonly handler: string;
}

/** `/cohorts/:id` as an expression over request paths. */
function patternOf(path: string): RegExp {
  const escaped = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+');
  return new RegExp(`^${escaped}/?$`);
}

/**
 * Every route of the loaded features. The program refuses to start when a route declares no
 * endpoint or no access, or when two routes share an id or an address.
 */
@Injectable()
export class EndpointInventory implements OnModuleInit {
  #entries: readonly InventoryEntry[] = [];
  #patterns: readonly { readonly pattern: RegExp; readonly method: string }[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const problems: string[] = [];
    const entries = this.discovery
      .getControllers()
      .flatMap(({ instance }) => (instance ? this.entriesOf(instance as object, problems) : []));
    problems.push(...doubles(entries));
    if (problems.length > 0) throw new Error(`Routes are wrong:\n  - ${problems.join('\n  - ')}`);
    this.#entries = entries.sort((a, b) => (a.endpoint.id < b.endpoint.id ? -1 : 1));
    this.#patterns = entries.map(({ endpoint }) => ({
      pattern: patternOf(endpoint.path),
      method: endpoint.method,
    }));
  }

  /** The routes, ordered by endpoint id. */
  entries(): readonly InventoryEntry[] {
    return this.#entries;
  }

  /** The methods under which a request path exists. */
  methodsOf(path: string): string[] {
    return this.#patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
  }

  private entriesOf(controller: object, problems: string[]): InventoryEntry[] {
    const prototype = Object.getPrototypeOf(controller) as object;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const method = Reflect.get(prototype, name) as object;
      if (!Reflect.hasMetadata(PATH_METADATA, method)) return [];
      const handler = `${controller.constructor.name}.${name}`;
      const endpoint = endpointOf(method);
      const access = Reflect.getMetadata(ACCESS, method) as Access | undefined;
      if (endpoint === undefined) problems.push(`${handler} has no @Endpoint`);
      else if (access === undefined) {
        problems.push(`${handler} says neither @RequirePermission nor @SignedIn nor @Public`);
      } else return [{ endpoint, access, handler }];
      return [];
    });
  }
}

function doubles(entries: readonly InventoryEntry[]): string[] {
  const seen = new Map<string, string>();
  return entries.flatMap(({ endpoint, handler }) =>
    [endpoint.id, `${endpoint.method} ${endpoint.path.replace(/:\w+/g, ':')}`].flatMap((key) => {
      const other = seen.get(key);
      seen.set(key, handler);
      return other === undefined ? [] : [`${handler} and ${other} share ${key}`];
    }),
  );
}
