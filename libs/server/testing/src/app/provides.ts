import type { DynamicModule, ForwardReference, ModuleMetadata, Type } from '@nestjs/common';

/** A module as `imports` take it. */
export type ModuleRef = Type | DynamicModule;

type Import = NonNullable<ModuleMetadata['imports']>[number];

function resolved(module: Import): ModuleRef | undefined {
  if (module instanceof Promise) return undefined;
  if (typeof module === 'object' && 'forwardRef' in module) {
    return (module as ForwardReference<() => ModuleRef>).forwardRef();
  }
  return module as ModuleRef;
}

function listOf<T>(module: ModuleRef, key: 'imports' | 'providers'): T[] {
  const type = 'module' in module ? module.module : module;
  const own = (Reflect.getMetadata(key, type) ?? []) as T[];
  return 'module' in module ? [...own, ...((module[key] ?? []) as T[])] : own;
}

/** True when a module, or one it imports, provides the token. */
export function provides(
  modules: readonly Import[],
  token: symbol,
  seen = new Set<unknown>(),
): boolean {
  return modules.some((module) => {
    const known = resolved(module);
    if (known === undefined || seen.has(known)) return false;
    seen.add(known);
    const own = listOf<object>(known, 'providers');
    if (own.some((provider) => 'provide' in provider && provider.provide === token)) return true;
    return provides(listOf<Import>(known, 'imports'), token, seen);
  });
}
