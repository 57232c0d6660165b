import type {
  BinaryBody,
  EventStreamBody,
  MultipartBody,
  RequestBody,
  ResponseBody,
  Schema,
} from '@cam-nang/contracts';

function kindOf(body: RequestBody | ResponseBody | undefined): string | undefined {
  return body !== undefined && 'kind' in body ? body.kind : undefined;
}

export function isMultipart(body: RequestBody | undefined): body is MultipartBody {
  return kindOf(body) === 'multipart';
}

export function isBinary(body: ResponseBody): body is BinaryBody {
  return kindOf(body) === 'binary';
}

export function isEventStream(body: ResponseBody): body is EventStreamBody {
  return kindOf(body) === 'events';
}

/** The schema of a JSON body; undefined for files, streams and no body. */
export function jsonSchema(body: RequestBody | ResponseBody | undefined): Schema | undefined {
  return body === undefined || kindOf(body) !== undefined ? undefined : (body as Schema);
}
