/**
 * Lets plain node run the TypeScript sources, decorators included, without a build:
 * `node --conditions=source --import ./tools/start/run-sources.mjs <file.ts>`.
 * For tests that must start a second process, and for small commands; programs run from `dist`.
 */
import { register } from 'node:module';

register('./source-hooks.mjs', import.meta.url);
