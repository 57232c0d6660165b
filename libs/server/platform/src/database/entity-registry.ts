import type { EntitySchema } from 'typeorm';

/** An entity as TypeORM takes it: a decorated class or a schema. */
export type Entity = (abstract new (...args: never[]) => object) | EntitySchema;

const registered = new Set<Entity>();

/** Notes the entities of a feature; called while modules are defined, before any program starts. */
export function registerEntities(entities: readonly Entity[]): void {
  for (const entity of entities) registered.add(entity);
}

/** Every entity of the features that are loaded. */
export function registeredEntities(): Entity[] {
  return [...registered];
}
