// The process that typesets. It is ended and started again by its parent, because the typesetter
// does not give memory back. It ends by itself when the parent goes away.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');

/** Results of earlier documents stay usable for this many compilations. */
const KEEP_RESULTS_FOR = 4;

const [workspace, ...fontPaths] = process.argv.slice(2);
const compiler = NodeCompiler.create({
  workspace,
  fontArgs: [{ fontBlobs: fontPaths.map((path) => readFileSync(path)) }],
});

function diagnostics(error) {
  const list = error?.shortDiagnostics ?? [];
  return list.map((entry) => entry.message).join('; ');
}

function typeset({ main, inputs, timestamp }) {
  const result = compiler.compile({ mainFileContent: main, inputs });
  // A warning, such as a missing font, means that the page is not what was asked for.
  const problem = result.takeError() ?? result.takeWarnings();
  if (problem || !result.result) throw new Error(diagnostics(problem) || 'no document was made');
  return compiler.pdf(result.result, { pdfStandard: 'a-2b', creationTimestamp: timestamp });
}

process.on('message', (job) => {
  let answer;
  try {
    for (const { path, bytes } of job.files) compiler.mapShadow(path, Buffer.from(bytes));
    answer = { id: job.id, pdf: new Uint8Array(typeset(job)) };
  } catch (error) {
    answer = { id: job.id, error: error instanceof Error ? error.message : String(error) };
  }
  compiler.evictCache(KEEP_RESULTS_FOR);
  process.send({ ...answer, memory: process.memoryUsage().rss });
});

// Ctrl-C reaches every process of the terminal; it is the parent that decides when to stop.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));
