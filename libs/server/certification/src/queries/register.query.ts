import type {
  InputOf,
  listHeads,
  listRegister,
  readRegisterEntry,
  ResponseOf,
} from '@cam-nang/contracts';
import { DomainError, foldForSearch, sameHash, toHex, verificationAddress } from '@cam-nang/domain';
import { Scope } from '@cam-nang/identity';
import { OrganisationFacade, type OrganisationRow } from '@cam-nang/organisation';
import { Keys, type Actor } from '@cam-nang/platform';
import { Injectable } from '@nestjs/common';
import {
  CertificateTypeRepository,
  type CertificateTypeRow,
} from '../persistence/certificate-type.repository.js';
import { DocumentRepository } from '../persistence/document.repository.js';
import { EntryRepository, type EntryRow } from '../persistence/entry.repository.js';
import { RegisterPageRepository, type SeriesRow } from '../persistence/register-page.repository.js';
import { TreeRepository, type HeadRow, type LeafRow } from '../persistence/tree.repository.js';
import { cursorOf, startOf } from '../policies/register-cursor.js';
import { LeafSource, type RecomputedLeaf } from '../register/leaf-source.js';
import { REGISTER_KEY } from '../register/published-heads.js';
import { RegisterTree } from '../register/register-tree.js';
import { RegisterRows } from './register-rows.query.js';

type HeadView = ResponseOf<typeof listHeads>['heads'][number];
type EntryView = ResponseOf<typeof readRegisterEntry>;
type SeriesView = ResponseOf<typeof listRegister>['series'][number];

/** The register as its readers see it: those whose right reaches the issuer's unit. */
@Injectable()
export class Register {
  constructor(
    private readonly pages: RegisterPageRepository,
    private readonly entries: EntryRepository,
    private readonly documents: DocumentRepository,
    private readonly types: CertificateTypeRepository,
    private readonly tree: TreeRepository,
    private readonly registerTree: RegisterTree,
    private readonly leaves: LeafSource,
    private readonly rows: RegisterRows,
    private readonly organisations: OrganisationFacade,
    private readonly scope: Scope,
    private readonly keys: Keys,
  ) {}

  async list(
    actor: Actor,
    query: InputOf<typeof listRegister>['query'],
  ): Promise<ResponseOf<typeof listRegister>> {
    const issuers = await this.reachedIssuers(actor);
    const issuerIds = issuers.map((issuer) => issuer.id);
    const typed = query.search?.trim() ?? '';
    const filter = {
      issuerIds:
        query.issuerId === undefined ? issuerIds : issuerIds.filter((id) => id === query.issuerId),
      typeId: query.typeId ?? null,
      year: query.year ?? null,
      search: typed === '' ? null : { folded: foldForSearch(typed), typed },
    };
    const [found, total, series, head] = await Promise.all([
      this.pages.page(filter, startOf(query), query.limit + 1),
      this.pages.count(filter),
      this.pages.series(issuerIds),
      this.tree.newestHead(),
    ]);
    const page = found.slice(0, query.limit);
    const last = found.length > query.limit ? page.at(-1) : undefined;
    return {
      series: await this.seriesViews(series, issuers),
      rows: await this.rows.of(page),
      total,
      head: head === null ? null : headView(head),
      nextCursor: last === undefined ? null : cursorOf({ ...last, year: last.registerYear }),
    };
  }

  /** One line with the proof that it is in the tree of the newest head. */
  async entry(actor: Actor, entryId: string): Promise<EntryView> {
    const entry = await this.entries.byId(entryId);
    if (entry === null) throw new DomainError('resource.not_found');
    await this.demand(actor, entry);
    const [[row], document, leaf, documentLeaf, head] = await Promise.all([
      this.rows.of([entry]),
      this.documents.of(entryId),
      this.tree.leafOf('entry', entryId),
      this.tree.leafOf('document', entryId),
      this.tree.newestHead(),
    ]);
    if (row === undefined) throw new DomainError('resource.not_found');
    return {
      row,
      verificationCode: entry.verificationCode,
      verifyUrl: verificationAddress(entry.printed),
      documentSha256: document?.sha256 ?? null,
      check: leaf === null ? null : await this.check(leaf, documentLeaf),
      proof: leaf === null || head === null ? null : await this.proof(leaf, head),
      head: head === null ? null : headView(head),
    };
  }

  async heads(): Promise<ResponseOf<typeof listHeads>> {
    const heads = await this.tree.heads();
    const publicKeys = this.keys.publicKeys(REGISTER_KEY);
    return {
      heads: heads.reverse().map(headView),
      publicKeys: publicKeys.map(({ keyId, jwk }) => ({ keyId, jwk: { ...jwk } })),
    };
  }

  private async check(entry: LeafRow, document: LeafRow | null): Promise<EntryView['check']> {
    const [line, paper] = await this.leaves.recompute([
      entry,
      ...(document === null ? [] : [document]),
    ]);
    const holds = (one: RecomputedLeaf) =>
      one.hash !== null && sameHash(one.hash, one.leaf.leafHash);
    const file = paper === undefined ? null : holds(paper) ? paper.file : 'changed';
    return { row: line !== undefined && holds(line) ? 'intact' : 'changed', file };
  }

  private async proof(leaf: LeafRow, head: HeadRow): Promise<EntryView['proof']> {
    if (leaf.position >= head.size) return null;
    const path = await this.registerTree.inclusion(leaf.position, head.size);
    return {
      leafIndex: leaf.position,
      leafHash: toHex(leaf.leafHash),
      treeSize: head.size,
      path: path.map(toHex),
      root: head.root,
    };
  }

  private async demand(actor: Actor, entry: EntryRow): Promise<void> {
    const [issuer] = await this.organisations.organisations([entry.issuerId]);
    if (issuer === undefined) throw new DomainError('resource.not_found');
    await this.scope.demand(actor, 'register.read', issuer.unitId);
  }

  private async reachedIssuers(actor: Actor): Promise<OrganisationRow[]> {
    const issuers = await this.organisations.organisations(await this.pages.issuers());
    const units = await this.organisations.idsUnder(this.scope.roots(actor, 'register.read'));
    return issuers.filter((issuer) => units.includes(issuer.unitId));
  }

  private async seriesViews(
    rows: readonly SeriesRow[],
    issuers: readonly OrganisationRow[],
  ): Promise<SeriesView[]> {
    const types = await this.types.byIds(rows.map((row) => row.typeId));
    return rows.map((row) => {
      const issuer = issuers.find((one) => one.id === row.issuerId);
      const type = types.find((one) => one.id === row.typeId);
      return { ...row, ...typeWords(type), issuerName: issuer?.name ?? '' };
    });
  }
}

function headView(head: HeadRow): HeadView {
  const { size, root, keyId, publishedAs } = head;
  const signature = head.signature.toString('base64');
  return { size, root, keyId, publishedAs, signature, signedAt: head.signedAt.toISOString() };
}

function typeWords(type: CertificateTypeRow | undefined) {
  if (type === undefined) return { typeTitle: '', typeTitleEn: '', typeNoun: '', typeNounEn: '' };
  const { title, titleEn, noun, nounEn } = type;
  return { typeTitle: title, typeTitleEn: titleEn, typeNoun: noun, typeNounEn: nounEn };
}
