import type { NodeKind } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import { batches, column } from './batches.js';

/** A node's identity: it never changes and is never deleted. */
export interface NodeRow {
  readonly id: string;
  readonly kind: NodeKind;
  readonly slug: string;
}

/** A node that was read from a file, with the file's path. */
export interface NodeOfFile extends NodeRow {
  readonly path: string;
}

/** A node to be made. */
export interface NewNode extends NodeRow {
  readonly curriculumId: string;
  readonly at: Date;
  readonly by: string | null;
  /** The file it was read from. */
  readonly path?: string;
}

/** Nodes of curricula. */
@Injectable()
export class NodeStore {
  constructor(private readonly database: Database) {}

  async insert(nodes: readonly NewNode[]): Promise<void> {
    for (const some of batches(nodes)) {
      await this.database.query(
        `insert into node (id, curriculum_id, kind, slug, created_at, created_by, path)
         select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::uuid[], $7::text[])`,
        [
          column(some, (node) => node.id),
          column(some, (node) => node.curriculumId),
          column(some, (node) => node.kind),
          column(some, (node) => node.slug),
          column(some, (node) => node.at),
          column(some, (node) => node.by),
          column(some, (node) => node.path ?? null),
        ],
      );
    }
  }

  /** Every node a curriculum ever had. */
  async ofCurriculum(curriculumId: string): Promise<NodeRow[]> {
    return this.database.query<NodeRow>(
      'select id, kind, slug from node where curriculum_id = $1',
      [curriculumId],
    );
  }

  /** Every node that a curriculum ever had of a file. */
  async ofFiles(curriculumId: string): Promise<NodeOfFile[]> {
    return this.database.query<NodeOfFile>(
      'select id, kind, slug, path from node where curriculum_id = $1 and path is not null',
      [curriculumId],
    );
  }

  async byIds(ids: readonly string[]): Promise<(NodeRow & { readonly curriculumId: string })[]> {
    return this.database.query(
      'select id, kind, slug, curriculum_id as "curriculumId" from node where id = any($1::uuid[])',
      [ids],
    );
  }
}
