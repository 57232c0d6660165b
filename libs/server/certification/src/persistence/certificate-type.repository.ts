import { Injectable } from '@nestjs/common';
import type { CertificateLayout } from '@cam-nang/domain';
import { Database } from '@cam-nang/platform';

/** A type of certificate: its names, its number patterns, who awards it for what. */
export interface CertificateTypeRow {
  readonly id: string;
  readonly code: string;
  readonly kind: 'programme' | 'completion';
  readonly title: string;
  readonly titleEn: string;
  readonly noun: string;
  readonly nounEn: string;
  readonly serialPattern: string;
  readonly registerPattern: string;
  readonly registerCode: string;
  readonly layoutCode: string;
  readonly ownerUnitId: string;
  /** Null: for every course. */
  readonly courseId: string | null;
  readonly isSample: boolean;
}

/** A version of a layout; it never changes. */
export interface LayoutRow {
  readonly id: string;
  readonly body: CertificateLayout;
}

const COLUMNS = `id, code, kind, title, title_en as "titleEn", noun, noun_en as "nounEn",
  serial_pattern as "serialPattern", register_pattern as "registerPattern",
  register_code as "registerCode", layout_code as "layoutCode", owner_unit_id as "ownerUnitId",
  course_id as "courseId", is_sample as "isSample"`;

/** Types of certificates and the layouts they are printed in. */
@Injectable()
export class CertificateTypeRepository {
  readonly #layouts = new Map<string, LayoutRow>();

  constructor(private readonly database: Database) {}

  byIds(ids: readonly string[]): Promise<CertificateTypeRow[]> {
    return this.database.query<CertificateTypeRow>(
      `select ${COLUMNS} from certificate_type where id = any($1::uuid[])`,
      [[...new Set(ids)]],
    );
  }

  async byCode(code: string): Promise<CertificateTypeRow | null> {
    const [row] = await this.database.query<CertificateTypeRow>(
      `select ${COLUMNS} from certificate_type where code = $1`,
      [code],
    );
    return row ?? null;
  }

  /** The type awarded for a course in a unit: one made for the course before one for all. */
  async forCourse(
    courseId: string,
    unitId: string,
    day: string,
  ): Promise<CertificateTypeRow | null> {
    const [row] = await this.database.query<CertificateTypeRow>(
      `select ${COLUMNS} from certificate_type
       where (course_id = $1 or course_id is null)
         and $2::uuid in (select units_under(array[owner_unit_id], $3::date))
       order by course_id is null, code limit 1`,
      [courseId, unitId, day],
    );
    return row ?? null;
  }

  async add(type: CertificateTypeRow): Promise<void> {
    await this.database.write(
      `insert into certificate_type (id, code, kind, title, title_en, noun, noun_en, serial_pattern,
         register_pattern, register_code, layout_code, owner_unit_id, course_id, is_sample)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        type.id,
        type.code,
        type.kind,
        type.title,
        type.titleEn,
        type.noun,
        type.nounEn,
        type.serialPattern,
        type.registerPattern,
        type.registerCode,
        type.layoutCode,
        type.ownerUnitId,
        type.courseId,
        type.isSample,
      ],
    );
  }

  /** The newest version of a layout. */
  async newestLayout(code: string): Promise<LayoutRow | null> {
    const [row] = await this.database.query<{ id: string }>(
      'select id from certificate_layout where code = $1 order by version desc limit 1',
      [code],
    );
    return row === undefined ? null : this.layout(row.id);
  }

  /** A layout by id; it never changes, so it is read once. */
  async layout(id: string): Promise<LayoutRow | null> {
    const known = this.#layouts.get(id);
    if (known !== undefined) return known;
    const [row] = await this.database.query<LayoutRow>(
      'select id, body from certificate_layout where id = $1',
      [id],
    );
    if (row !== undefined && !this.database.inTransaction()) this.#layouts.set(id, row);
    return row ?? null;
  }

  /** Adds a version of a layout; false when that version is there already. */
  async addLayout(layout: {
    readonly id: string;
    readonly body: CertificateLayout;
    readonly sha256: Uint8Array;
    readonly at: Date;
  }): Promise<boolean> {
    const { code, version } = layout.body;
    const written = await this.database.write(
      `insert into certificate_layout (id, code, version, body, sha256, created_at)
       values ($1, $2, $3, $4, $5, $6) on conflict (code, version) do nothing`,
      [layout.id, code, version, JSON.stringify(layout.body), layout.sha256, layout.at],
    );
    return written === 1;
  }
}
