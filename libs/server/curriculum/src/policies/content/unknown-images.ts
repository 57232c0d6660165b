import type { RichNode } from '@cam-nang/domain';
import { InvalidRequest } from '@cam-nang/platform';

/** SHA-256 of every image in a document, with the place where it stands. */
export function imagesOf(
  node: RichNode | null,
  path = 'document',
): readonly { readonly file: string; readonly path: string }[] {
  if (node === null) return [];
  const file = node.type === 'image' ? node.attrs?.['file'] : undefined;
  const own = typeof file === 'string' ? [{ file, path: `${path}.attrs.file` }] : [];
  const inner = (node.content ?? []).flatMap((child, index) =>
    imagesOf(child, `${path}.content.${index}`),
  );
  return [...own, ...inner];
}

/**
 * Refuses a document with images that nobody uploaded; `missing` tells which hashes are not stored.
 *
 * @throws InvalidRequest `curriculum.document_invalid` naming each place
 */
export async function refuseUnknownImages(
  document: RichNode | null,
  missing: (hashes: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<void> {
  const images = imagesOf(document);
  if (images.length === 0) return;
  const unknown = await missing(images.map((image) => image.file));
  const fields = images
    .filter((image) => unknown.has(image.file))
    .map(({ path }) => ({ path, code: 'file_not_stored', message: 'No such image is stored.' }));
  if (fields.length > 0) throw new InvalidRequest(fields, 'curriculum.document_invalid');
}
