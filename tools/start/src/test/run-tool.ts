import { spawn } from 'node:child_process';

/** A tool of the repository that is run to its end. */
export interface ToolRun {
  readonly root: string;
  /** The tool's script, below the root. */
  readonly script: string;
  readonly args?: readonly string[];
  readonly nodeArgs?: readonly string[];
  readonly environment?: Record<string, string>;
  /** Shows the output while the tool runs, instead of collecting it. */
  readonly show?: boolean;
}

/** What a finished tool left. */
export interface ToolResult {
  readonly code: number;
  readonly output: string;
}

/** Nx without its daemon and without its changing screen. */
export const QUIET_NX = { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' };

/** Runs a tool with this node. Colours are off, so that output can be searched. */
export async function runTool(run: ToolRun): Promise<ToolResult> {
  const { FORCE_COLOR: _colour, NODE_OPTIONS: _options, ...environment } = process.env;
  const child = spawn(
    process.execPath,
    [...(run.nodeArgs ?? []), run.script, ...(run.args ?? [])],
    {
      cwd: run.root,
      env: { ...environment, NO_COLOR: '1', ...QUIET_NX, ...run.environment },
      stdio: run.show === true ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
