import type { EndpointDescriptor } from '@cam-nang/contracts';
import { Injectable, type OnModuleInit, type Type } from '@nestjs/common';
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

/** `/cohorts/:id` as an expression over request paths, with its parameters by name. */
function patternOf(path: string): RegExp {
  const escaped = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:(\w+)/g, '(?<$1>[^/]+)');
  return new RegExp(`^${escaped}/?$`);
}

/** The routes of one controller class; what is wrong with them goes to `problems`. */
function entriesOf(controller: Type, problems: string[]): InventoryEntry[] {
  const prototype = controller.prototype as object;
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const method = Reflect.get(prototype, name) as object;
    if (!Reflect.hasMetadata(PATH_METADATA, method)) return [];
    const handler = `${controller.name}.${name}`;
    const endpoint = endpointOf(method);
    const access = Reflect.getMetadata(ACCESS, method) as Access | undefined;
    if (endpoint === undefined) problems.push(`${handler} has no @Endpoint`);
    else if (access === undefined) {
      problems.push(`${handler} says neither @RequirePermission nor @SignedIn nor @Public`);
    } else return [{ endpoint, access, handler }];
    return [];
  });
}

/**
 * The routes of controller classes, ordered by endpoint id. Throws with all problems at once: a route
 * without endpoint or access, or two that share an id or an address.
 */
export function listEndpoints(controllers: readonly Type[]): InventoryEntry[] {
  const problems: string[] = [];
  const entries = controllers.flatMap((controller) => entriesOf(controller, problems));
  problems.push(...doubles(entries));
  if (problems.length > 0) throw new Error(`Routes are wrong:\n  - ${problems.join('\n  - ')}`);
  return entries.sort((a, b) => (a.endpoint.id < b.endpoint.id ? -1 : 1));
}

/** Every route of the loaded features; the program refuses to start when one is wrong. */
@Injectable()
export class EndpointInventory implements OnModuleInit {
  #entries: readonly InventoryEntry[] = [];
  #patterns: readonly { readonly pattern: RegExp; readonly method: string }[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const controllers = this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (typeof metatype === 'function' ? [metatype as Type] : []));
    this.#entries = listEndpoints([...new Set(controllers)]);
    this.#patterns = this.#entries.map(({ endpoint }) => ({
      pattern: patternOf(endpoint.path),
      method: endpoint.method,
    }));
  }

  /** The routes, ordered by endpoint id. */
  entries(): readonly InventoryEntry[] {
    return this.#entries;
  }

  /** The parameters of a request path as they stand in it; none where no route has it. */
  parametersOf(method: string, path: string): Readonly<Record<string, string>> {
    const found = this.#patterns.filter((one) => one.method === method);
    const groups = found.map(({ pattern }) => pattern.exec(path)?.groups);
    return groups.find((one) => one !== undefined) ?? {};
  }

  /** The methods under which a request path exists. */
  methodsOf(path: string): string[] {
    return this.#patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
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
