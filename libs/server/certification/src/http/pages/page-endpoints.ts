import { binary, defineEndpoint } from '@cam-nang/contracts';
import * as z from 'zod/mini';

/** What a page may be asked with; anything else in it is ignored, so that nothing typed is an error. */
const text = z.optional(z.string());

const HTML = binary('text/html; charset=utf-8');

/** Pages for people, not part of the API. */
export const verificationForm = defineEndpoint({
  id: 'page.verify-form',
  method: 'GET',
  path: '/x',
  summary: 'The page on which the code of a certificate is typed',
  query: z.object({ code: text, lang: text }),
  response: HTML,
});

export const verificationResult = defineEndpoint({
  id: 'page.verify',
  method: 'GET',
  path: '/x/:code',
  summary: 'The page that tells whether a certificate is genuine',
  params: z.object({ code: z.string() }),
  query: z.object({ lang: text }),
  response: HTML,
});

export const verificationAsset = defineEndpoint({
  id: 'page.verify-asset',
  method: 'GET',
  path: '/x/assets/:file',
  summary: 'The stylesheet of these pages',
  params: z.object({ file: z.string() }),
  response: binary('text/css; charset=utf-8'),
});
