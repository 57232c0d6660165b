import type { MultipartBody, UploadedFile } from '@cam-nang/contracts';
import { DomainError } from '@cam-nang/domain';
import type { FastifyRequest } from 'fastify';
import { fieldsOf, InvalidRequest } from './invalid-request.js';
import { accepts, mediaTypeOf } from './media-type.js';

const MOST_FIELDS = 30;
const LONGEST_FIELD_BYTES = 16 * 1024;

function missingFile(): InvalidRequest {
  return new InvalidRequest([{ path: 'file', code: 'required', message: 'One file is required.' }]);
}

/** A file name without folders and control characters, at most 200 characters, NFC. */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 200);
  return clean === '' ? 'file' : clean;
}

async function collect(request: FastifyRequest, body: MultipartBody) {
  const fields: Record<string, string> = {};
  let file: { name: string; bytes: Buffer } | undefined;
  const limits = {
    fileSize: body.maxBytes,
    files: 1,
    fields: MOST_FIELDS,
    fieldSize: LONGEST_FIELD_BYTES,
  };
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') file = { name: part.filename, bytes: await part.toBuffer() };
    else if (typeof part.value === 'string') fields[part.fieldname] = part.value;
  }
  return { fields, file };
}

/** Limits have errors of their own; any other failure means that the form is cut off or garbled. */
async function collectOrRefuse(request: FastifyRequest, body: MultipartBody) {
  try {
    return await collect(request, body);
  } catch (error) {
    const isLimit = typeof (error as { statusCode?: unknown }).statusCode === 'number';
    throw isLimit ? error : new DomainError('request.malformed');
  }
}

/**
 * Reads an upload: one file, judged by its content, size and count, and the text fields beside it.
 * Throws `request.unsupported_media_type`, `request.too_large`, `request.invalid`, `file.refused`.
 */
export async function readMultipart(
  request: FastifyRequest,
  body: MultipartBody,
): Promise<{ fields: unknown; file: UploadedFile }> {
  if (!request.isMultipart()) throw new DomainError('request.unsupported_media_type');
  const { fields, file } = await collectOrRefuse(request, body);
  const parsed = body.fields.safeParse(fields);
  if (!parsed.success) throw new InvalidRequest(fieldsOf(parsed.error.issues));
  if (file === undefined) throw missingFile();
  const found = mediaTypeOf(file.bytes);
  if (found === undefined || !accepts(body.accepts, found)) {
    throw new DomainError('file.refused', { found: found ?? 'unknown', accepts: body.accepts });
  }
  const upload = { name: safeFileName(file.name), mediaType: found, bytes: file.bytes };
  return { fields: parsed.data, file: upload };
}
