/**
 * The first file of every command: plain JavaScript without dependencies, because nothing may be installed
 * yet. Installs what is missing, builds what changed, and hands over to the compiled command.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const stampFile = join(root, 'node_modules', '.cam-nang-installed');
const [command = 'start', ...args] = process.argv.slice(2);

/** Commands that build by themselves, because the build is one of the things they report on. */
const BUILD_THEMSELVES = ['test'];

requireNode(20, 19);
if (!isInstalled()) install();
build(BUILD_THEMSELVES.includes(command) ? ['@cam-nang/start'] : []);
const { run } = await import('./dist/main.js');
process.exitCode = await run(root, command, args);

function requireNode(major, minor) {
  const [haveMajor = 0, haveMinor = 0] = process.versions.node.split('.').map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  fail(`Cẩm Nang needs Node ${major}.${minor} or newer; this is ${process.versions.node}.`);
}

/** What the installation depends on: the locked packages, and the machine their binaries are for. */
function wantedStamp() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const machine = `${process.platform} ${process.arch} ${process.versions.modules}`;
  return createHash('sha256').update(lock).update(machine).digest('hex');
}

function isInstalled() {
  if (!existsSync(join(root, 'node_modules'))) return false;
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined;
  if (stamp === wantedStamp()) return true;
  if (stamp !== undefined || !holdsLockedPackages()) return false;
  writeFileSync(stampFile, wantedStamp());
  return true;
}

/** Whether somebody ran npm by hand and got exactly what is locked. */
function holdsLockedPackages() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(([path, about]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    return about.optional || found[path]?.version === about.version;
  });
}

function install() {
  say('Installing packages (npm ci) …');
  // Under npm, its own program; development packages too, whatever NODE_ENV says: they build the product.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const aside = { cwd: root, stdio: ['inherit', 2, 'inherit'] };
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], aside)
    : spawnSync('npm', args, { ...aside, shell: process.platform === 'win32' });
  if (done.status !== 0) fail('npm ci failed; nothing was started.');
  writeFileSync(stampFile, wantedStamp());
}

/** Builds what changed; the rest comes from the cache. No daemon, so that no process is left behind. */
function build(projects) {
  const nx = join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const args = [nx, 'run-many', '-t', 'build', '--output-style=static'];
  if (projects.length > 0) args.push(`--projects=${projects.join(',')}`);
  const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' };
  say('Building what changed …');
  const done = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  if (done.status === 0) return;
  console.error(`${done.stdout ?? ''}${done.stderr ?? ''}`);
  fail('The build failed.');
}

/** Beside what the command itself prints, which may be read by a program. */
function say(message) {
  console.error(message);
}

function fail(message) {
  say(message);
  process.exit(1);
}
