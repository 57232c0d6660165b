import { configDocument } from '@cam-nang/platform';
import type { Command } from '../command.js';
import { documentOptions, writeOrCheck } from './write-or-check.js';

/** Writes the page of every setting out of the schema that checks them. */
export const configDocs: Command = {
  name: 'config-docs',
  summary: 'Print the page of settings, --write it to a file or --check that the file is current',
  options: documentOptions,
  run: (input) => Promise.resolve(writeOrCheck(configDocument(), input)),
};
