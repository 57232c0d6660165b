// Lets `node --conditions=source --import` run the sources of the workspace as they are (specs, benchmarks).
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
