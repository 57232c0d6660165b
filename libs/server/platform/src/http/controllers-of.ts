import type { DynamicModule, Type } from '@nestjs/common';

type AnyModule = Type | DynamicModule;

function listOf<T>(module: AnyModule, key: 'imports' | 'controllers'): T[] {
  if (typeof module === 'function') return (Reflect.getMetadata(key, module) ?? []) as T[];
  return [...listOf<T>(module.module, key), ...((module[key] ?? []) as T[])];
}

/** The controllers of modules and of all they import, read from their decorators without starting anything. */
export function controllersOf(modules: readonly AnyModule[]): Type[] {
  const seen = new Set<AnyModule>();
  const found = new Set<Type>();
  const visit = (module: AnyModule): void => {
    if (seen.has(module)) return;
    seen.add(module);
    for (const controller of listOf<Type>(module, 'controllers')) found.add(controller);
    for (const imported of listOf<AnyModule>(module, 'imports')) visit(imported);
  };
  for (const module of modules) visit(module);
  return [...found];
}
