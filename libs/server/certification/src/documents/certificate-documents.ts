import {
  placeCertificate,
  type CertificateLayout,
  type CertificatePrint,
  type LayoutTools,
  type PrintRefusal,
  type UnnumberedPrint,
} from '@cam-nang/domain';
import { createFontBook } from '@cam-nang/platform';
import { createHash } from 'node:crypto';

import type { DocumentEngine } from './document-engine.js';
import { encodeQr } from './qr-symbol.js';

/** A finished document and its hash. */
export interface RenderedCertificate {
  readonly pdf: Uint8Array;
  readonly sha256: Uint8Array;
}

/** A certificate cannot be printed as it stands; every reason names the person. */
export class UnprintableCertificateError extends Error {
  override readonly name = 'UnprintableCertificateError';

  constructor(readonly refusals: readonly PrintRefusal[]) {
    super(refusals.map(({ reason, slot }) => `${reason} in ${slot}`).join('; '));
  }
}

/** Makes certificates, and says beforehand which of them cannot be made. */
export class CertificateDocuments {
  readonly #tools: LayoutTools = { ...createFontBook(), encodeQr };

  constructor(readonly engine: DocumentEngine) {}

  /** Ends the engine and what it has started. */
  close(): Promise<void> {
    return this.engine.close();
  }

  /**
   * What stands against printing a list, before anything is numbered: characters that the fonts
   * lack and texts too long for their place. Empty when all can be printed.
   */
  check(layout: CertificateLayout, prints: readonly UnnumberedPrint[]): PrintRefusal[] {
    return prints.flatMap((print) => {
      const placed = placeCertificate(layout, print, this.#tools);
      return placed.ok ? [] : placed.error;
    });
  }

  /**
   * The PDF of a certificate: the same layout and data give the same bytes.
   *
   * @throws UnprintableCertificateError when the data was not checked and does not fit
   * @throws DocumentEngineError when the engine could not make it
   */
  async renderCertificate(
    layout: CertificateLayout,
    printed: CertificatePrint,
  ): Promise<RenderedCertificate> {
    const placed = placeCertificate(layout, printed, this.#tools);
    if (!placed.ok) throw new UnprintableCertificateError(placed.error);
    const { accent, second } = layout.colours;
    const pdf = await this.engine.draw({ document: placed.value, inks: { accent, second } });
    return { pdf, sha256: createHash('sha256').update(pdf).digest() };
  }
}
