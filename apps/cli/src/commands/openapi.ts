import { controllersOf, listEndpoints, openApiText } from '@cam-nang/platform/http';
import type { Command } from '../command.js';
import { documentOptions, writeOrCheck } from './write-or-check.js';

/** Writes the OpenAPI document of every endpoint; needs no database. */
export const openapi: Command = {
  name: 'openapi',
  summary: 'Print the OpenAPI document, --write it to a file or --check that the file is current',
  options: documentOptions,
  async run(input) {
    // Loaded here, because it brings every feature along and no other command needs that.
    const { httpModules } = await import('../http-modules.js');
    const entries = listEndpoints(controllersOf(httpModules));
    return writeOrCheck(openApiText(entries), input);
  },
};
