/** Why a document was not made. */
export type DocumentEngineFault = 'crashed' | 'timeout' | 'rejected' | 'closed';

/** A document could not be made; `fault` says whether another attempt makes sense. */
export class DocumentEngineError extends Error {
  override readonly name = 'DocumentEngineError';

  constructor(
    readonly fault: DocumentEngineFault,
    message: string,
  ) {
    super(message);
  }
}
