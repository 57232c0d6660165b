import type { Part, PartResult } from './part.js';
import { runTool, type ToolResult, type ToolRun } from './run-tool.js';

/** The checks that need nothing but the sources. Each counts as one. */
export function checks(root: string): Part[] {
  const tool = (name: string, run: Omit<ToolRun, 'root'>): Part => ({
    name,
    run: async () => asResult(await runTool({ root, ...run })),
  });
  return [
    tool('format', {
      script: 'node_modules/prettier/bin/prettier.cjs',
      args: ['--check', '--log-level=warn', '.'],
    }),
    { name: 'lint with borders', run: () => lint(root) },
    tool('types of server and tools', {
      script: 'node_modules/typescript/bin/tsc',
      args: ['-p', 'tsconfig.json'],
    }),
    tool('types of the web', {
      script: 'node_modules/typescript/bin/tsc',
      args: ['-p', 'apps/web/tsconfig.json'],
    }),
    tool('types of the journeys', {
      script: 'node_modules/typescript/bin/tsc',
      args: ['-p', 'apps/web-e2e/tsconfig.json'],
    }),
    tool("weight of the trainee's program", { script: 'apps/web/build/size.mjs' }),
    tool("the trainee's program on React", {
      script: 'node_modules/vite/bin/vite.js',
      args: ['build', '--config', 'apps/web/vite-react.config.mjs', '--logLevel', 'warn'],
    }),
    tool('build', {
      script: 'node_modules/nx/dist/bin/nx.js',
      args: ['run-many', '-t', 'build', '--output-style=static'],
    }),
  ];
}

/** Makes the project graph that the rule for layers reads; done once, before anything runs beside it. */
export async function cacheProjectGraph(root: string): Promise<void> {
  const done = await runTool({
    root,
    script: 'node_modules/nx/dist/bin/nx.js',
    args: ['show', 'projects'],
  });
  if (done.code !== 0) throw new Error(`nx show projects failed:\n${done.output}`);
}

async function lint(root: string): Promise<PartResult> {
  const done = await runTool({
    root,
    script: 'node_modules/eslint/bin/eslint.js',
    args: ['.', '--max-warnings=0'],
  });
  // The rule for layers lets everything pass, with this mere warning, when it has no graph to read.
  const blind = done.output.includes('No cached ProjectGraph');
  return asResult(blind ? { code: 1, output: done.output } : done);
}

function asResult({ code, output }: ToolResult): PartResult {
  return code === 0
    ? { passed: 1, failed: 0, skipped: [] }
    : { passed: 0, failed: 1, skipped: [], output };
}
