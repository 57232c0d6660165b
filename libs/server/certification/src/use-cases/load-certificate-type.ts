import { Injectable } from '@nestjs/common';
import {
  canonicalJson,
  DomainError,
  parseNumberPattern,
  STANDARD_CERTIFICATE_LAYOUT,
  toUtf8,
  type CertificateLayout,
} from '@cam-nang/domain';
import { OrganisationFacade } from '@cam-nang/organisation';
import { Clock, Database, Ids } from '@cam-nang/platform';
import {
  CertificateTypeRepository,
  type CertificateTypeRow,
} from '../persistence/certificate-type.repository.js';
import { sha256 } from '../register/sha256.js';

/** A type of certificate to be written down. */
export interface NewCertificateType extends Omit<
  CertificateTypeRow,
  'id' | 'layoutCode' | 'ownerUnitId' | 'courseId'
> {
  /** Cohorts at or below this unit get it; the whole country without one. */
  readonly ownerUnitId?: string;
  /** Only this course; every course without one. */
  readonly courseId?: string;
  /** How it is printed; the standard layout without one. */
  readonly layout?: CertificateLayout;
}

/** Writes a type of certificate and its layout down after checking its number patterns. */
@Injectable()
export class LoadCertificateType {
  constructor(
    private readonly database: Database,
    private readonly types: CertificateTypeRepository,
    private readonly organisations: OrganisationFacade,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Returns the id; a type whose code is there already stays as it is. */
  run(type: NewCertificateType): Promise<string> {
    for (const kind of ['serial', 'register'] as const) {
      const parsed = parseNumberPattern(kind, type[`${kind}Pattern`]);
      if (!parsed.ok) throw new DomainError('request.invalid', { kind, ...parsed.error });
    }
    return this.database.run(async () => {
      const known = await this.types.byCode(type.code);
      if (known !== null) return known.id;
      const { layout = STANDARD_CERTIFICATE_LAYOUT, ...fields } = type;
      await this.addLayout(layout);
      const id = this.ids.next();
      await this.types.add({
        ...fields,
        id,
        layoutCode: layout.code,
        ownerUnitId: type.ownerUnitId ?? (await this.organisations.rootUnit()),
        courseId: type.courseId ?? null,
      });
      return id;
    });
  }

  private async addLayout(body: CertificateLayout): Promise<void> {
    const hash = sha256(toUtf8(canonicalJson(body)));
    await this.types.addLayout({ id: this.ids.next(), body, sha256: hash, at: this.clock.now() });
  }
}
