import { createHash } from 'node:crypto';
import swc from '@swc/jest';

/**
 * Compiles sources as ever, but for the one place that `SEEDED_BUG` names: there a bug is planted on the
 * way into the test. The file itself is never touched.
 */
const bug = JSON.parse(process.env['SEEDED_BUG'] ?? 'null');

/** @param {object} options of `@swc/jest` */
export function createTransformer(options) {
  const plain = swc.createTransformer(options);
  const planted = (source, path) => {
    if (bug === null || !path.replaceAll('\\', '/').endsWith(bug.file)) return source;
    if (source.split(bug.find).length !== 2) {
      throw new Error(`The place of the bug "${bug.name}" is not once in ${bug.file}.`);
    }
    return source.replace(bug.find, () => bug.plant);
  };
  return {
    ...plain,
    process: (source, path, ...rest) => plain.process(planted(source, path), path, ...rest),
    processAsync: (source, path, ...rest) =>
      plain.processAsync(planted(source, path), path, ...rest),
    getCacheKey: (source, path, ...rest) =>
      createHash('sha256')
        .update(plain.getCacheKey(source, path, ...rest))
        .update(JSON.stringify(bug))
        .digest('hex')
        .slice(0, 32),
  };
}

export default { createTransformer };
