import type { Inks, PlacedDocument } from '@cam-nang/domain';

/** A document to draw, with the two inks of its ornaments. */
export interface DrawingJob {
  readonly document: PlacedDocument;
  readonly inks: Inks;
}

/**
 * Turns placed documents into PDF files. The same job gives the same bytes, whenever and however
 * often it is drawn.
 */
export interface DocumentEngine {
  /** Name kept with every stored document: engine and version. */
  readonly name: string;
  /**
   * @throws DocumentEngineError when the document could not be made; the engine itself stays usable
   */
  draw(job: DrawingJob): Promise<Uint8Array>;
  /** Ends what the engine has started. Later jobs are refused. */
  close(): Promise<void>;
}
