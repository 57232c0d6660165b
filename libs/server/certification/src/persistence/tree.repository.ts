import { Injectable } from '@nestjs/common';
import type { HashedNode, TreeNode } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';

/** What a leaf of the register's tree stands for. */
export type LeafKind = 'entry' | 'document' | 'amendment';

/** A leaf at its place. */
export interface LeafRow {
  readonly position: number;
  readonly kind: LeafKind;
  /** Id of the entry (also for its document) or of the amendment. */
  readonly refId: string;
  readonly leafHash: Buffer;
}

/** A leaf to be appended. */
export type NewLeaf = Pick<LeafRow, 'kind' | 'refId'> & { readonly leafHash: Uint8Array };

/** A signed head of the tree. */
export interface HeadRow {
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly root: string;
  readonly decisionId: string | null;
  readonly signedAt: Date;
  readonly keyId: string;
  readonly signature: Buffer;
  /** Storage key under which it is published. */
  readonly publishedAs: string;
}

const LEAF = `position, kind, ref_id as "refId", leaf_hash as "leafHash"`;
const HEAD = `size, encode(root, 'hex') as root, decision_id as "decisionId",
  signed_at as "signedAt", key_id as "keyId", signature, published_as as "publishedAs"`;

/** Appending to the tree and publishing its heads are each done by one at a time. */
const APPEND_LOCK = 0x0c_e7_1e_af;
const PUBLISH_LOCK = 0x0c_e7_4e_ad;

/** The register's tree (RFC 6962) as it is kept: leaves, full subtrees, signed heads. */
@Injectable()
export class TreeRepository {
  constructor(private readonly database: Database) {}

  /** Waits until nobody else appends, and keeps others waiting until the transaction ends. */
  async lockAppending(): Promise<void> {
    await this.database.query('select pg_advisory_xact_lock($1)', [APPEND_LOCK]);
  }

  /** As `lockAppending`, for publishing heads. */
  async lockPublishing(): Promise<void> {
    await this.database.query('select pg_advisory_xact_lock($1)', [PUBLISH_LOCK]);
  }

  async size(): Promise<number> {
    const [row] = await this.database.query<{ size: number }>(
      'select coalesce(max(position) + 1, 0)::int as size from register_leaf',
    );
    return row?.size ?? 0;
  }

  /** Leaves from a position on, in order. */
  leaves(from: number, limit: number): Promise<LeafRow[]> {
    return this.database.query<LeafRow>(
      `select ${LEAF} from register_leaf where position >= $1 order by position limit $2`,
      [from, limit],
    );
  }

  async leafOf(kind: LeafKind, refId: string): Promise<LeafRow | null> {
    const [row] = await this.database.query<LeafRow>(
      `select ${LEAF} from register_leaf where kind = $1 and ref_id = $2`,
      [kind, refId],
    );
    return row ?? null;
  }

  /** Full subtrees among those asked for; leaves are level 0. */
  async nodes(wanted: readonly TreeNode[]): Promise<HashedNode[]> {
    const rows = await this.database.query<HashedNode>(
      `select n.level, n.place as index, n.hash from register_node n
       join unnest($1::int[], $2::bigint[]) as w(level, place) on w.level = n.level and w.place = n.place
       union all
       select 0, l.position, l.leaf_hash from register_leaf l
       join unnest($1::int[], $2::bigint[]) as w(level, place) on w.level = 0 and w.place = l.position`,
      [wanted.map((node) => node.level), wanted.map((node) => node.index)],
    );
    return rows;
  }

  /** Every stored subtree above the leaves, level by level. */
  storedNodes(): Promise<HashedNode[]> {
    return this.database.query<HashedNode>(
      'select level, place as index, hash from register_node order by level, place',
    );
  }

  /** Appends leaves from a position on, and the subtrees that they fill. */
  async append(from: number, leaves: readonly NewLeaf[], nodes: readonly HashedNode[], at: Date) {
    await this.database.write(
      `insert into register_leaf (position, kind, ref_id, leaf_hash, appended_at)
       select $1::bigint + r.place - 1, r.kind, r.ref, r.hash, $5
       from unnest($2::text[], $3::uuid[], $4::bytea[]) with ordinality as r(kind, ref, hash, place)`,
      [
        from,
        leaves.map((leaf) => leaf.kind),
        leaves.map((leaf) => leaf.refId),
        leaves.map((leaf) => Buffer.from(leaf.leafHash)),
        at,
      ],
    );
    await this.database.write(
      `insert into register_node (level, place, hash)
       select * from unnest($1::int[], $2::bigint[], $3::bytea[])`,
      [
        nodes.map((node) => node.level),
        nodes.map((node) => node.index),
        nodes.map((node) => Buffer.from(node.hash)),
      ],
    );
  }

  async newestHead(): Promise<HeadRow | null> {
    const [row] = await this.database.query<HeadRow>(
      `select ${HEAD} from register_head order by size desc limit 1`,
    );
    return row ?? null;
  }

  /** The first head whose tree holds so many leaves. */
  async headHolding(leaves: number): Promise<HeadRow | null> {
    const [row] = await this.database.query<HeadRow>(
      `select ${HEAD} from register_head where size >= $1 order by size limit 1`,
      [leaves],
    );
    return row ?? null;
  }

  async headOf(decisionId: string): Promise<HeadRow | null> {
    const [row] = await this.database.query<HeadRow>(
      `select ${HEAD} from register_head where decision_id = $1 order by size limit 1`,
      [decisionId],
    );
    return row ?? null;
  }

  /** Every head, the smallest tree first. */
  heads(): Promise<HeadRow[]> {
    return this.database.query<HeadRow>(`select ${HEAD} from register_head order by size`);
  }

  async addHead(head: HeadRow): Promise<void> {
    await this.database.write(
      `insert into register_head (size, root, decision_id, signed_at, key_id, signature, published_as)
       values ($1, decode($2, 'hex'), $3, $4, $5, $6, $7)`,
      [
        head.size,
        head.root,
        head.decisionId,
        head.signedAt,
        head.keyId,
        head.signature,
        head.publishedAs,
      ],
    );
  }
}
