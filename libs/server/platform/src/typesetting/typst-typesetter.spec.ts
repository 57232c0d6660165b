import { afterEach, describe, expect, it } from '@jest/globals';

import type { TypstJob } from './typst-child-process.js';
import { TypstTypesetter, type TypstLimits } from './typst-typesetter.js';

const open: TypstTypesetter[] = [];

function typesetter(limits: Partial<TypstLimits> = {}): TypstTypesetter {
  const made = new TypstTypesetter(limits);
  open.push(made);
  return made;
}

afterEach(async () => {
  for (const made of open.splice(0)) await made.close();
});

function job(main: string, inputs: Record<string, string> = {}): TypstJob {
  return { main, inputs, files: [], timestamp: 1_782_000_000 };
}

const PAGE = job('#set text(font: "Tinos", fallback: false)\n#sys.inputs.at("n", default: "x")');

/** Takes far longer than any limit of these tests. */
const ENDLESS = job(
  '#let x = 0\n#for i in range(100000) { for j in range(100000) { x = calc.rem(x + j, 7) } }\n#x',
);

function numbered(n: number): TypstJob {
  return { ...PAGE, inputs: { n: String(n) } };
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-';
}

function alive(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('the typesetting process', () => {
  it('is replaced after its share of documents, and each answer goes to its own job', async () => {
    const setter = typesetter({ documents: 5 });
    const made = await Promise.all(
      Array.from({ length: 23 }, (_, i) => setter.typeset(numbered(i))),
    );
    expect(made.every(isPdf)).toBe(true);
    expect(setter.processesStarted).toBe(5);
    const again = await setter.typeset(numbered(7));
    expect(Buffer.compare(again, made[7] ?? Buffer.of())).toBe(0);
    expect(Buffer.compare(again, made[8] ?? Buffer.of())).not.toBe(0);
  });

  it('is replaced when it has worked long enough or holds too much memory', async () => {
    for (const limits of [{ workMs: 1 }, { memory: 1 }]) {
      const setter = typesetter(limits);
      await setter.typeset(numbered(1));
      await setter.typeset(numbered(2));
      expect(setter.processesStarted).toBe(2);
    }
  });

  it('leaves no old process behind', async () => {
    const setter = typesetter({ documents: 2 });
    await setter.typeset(numbered(1));
    const first = setter.processId;
    expect(alive(first)).toBe(true);
    await setter.typeset(numbered(2));
    expect(alive(first)).toBe(false);
    await setter.typeset(numbered(3));
    const last = setter.processId;
    await setter.close();
    expect(alive(last)).toBe(false);
  });

  it('that is killed over a document is replaced, and the document is made, at any moment', async () => {
    const setter = typesetter();
    for (const delay of [0, 0, 1, 2, 4, 8, 0]) {
      await setter.typeset(numbered(1));
      const pid = setter.processId ?? 0;
      const [made] = await Promise.all([
        setter.typeset(numbered(2)),
        new Promise((resolve) => setTimeout(resolve, delay)).then(() =>
          process.kill(pid, 'SIGKILL'),
        ),
      ]);
      expect(isPdf(made)).toBe(true);
    }
    expect(setter.processesStarted).toBeGreaterThan(1);
  });

  it('that is gone before the document reaches it is replaced', async () => {
    const setter = typesetter();
    for (let i = 0; i < 6; i++) {
      await setter.typeset(numbered(1));
      const made = setter.typeset(numbered(2));
      process.kill(setter.processId ?? 0, 'SIGKILL');
      expect(isPdf(await made)).toBe(true);
    }
  });

  it('that dies between two documents is replaced', async () => {
    const setter = typesetter();
    await setter.typeset(numbered(1));
    process.kill(setter.processId ?? 0, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isPdf(await setter.typeset(numbered(2)))).toBe(true);
  });

  it('is ended over a document that takes too long; the next one is made', async () => {
    const setter = typesetter({ jobMs: 6_000 });
    await setter.typeset(numbered(1));
    const pid = setter.processId;
    const [late, next] = await Promise.allSettled([
      setter.typeset(ENDLESS),
      setter.typeset(numbered(2)),
    ]);
    expect(late).toMatchObject({ status: 'rejected', reason: { fault: 'timeout' } });
    expect(next.status).toBe('fulfilled');
    expect(alive(pid)).toBe(false);
  });

  it('refuses a faulty template with its message and stays', async () => {
    const setter = typesetter();
    await expect(setter.typeset(job('#no-such-thing'))).rejects.toMatchObject({
      fault: 'rejected',
      message: expect.stringContaining('unknown variable'),
    });
    await setter.typeset(numbered(1));
    expect(setter.processesStarted).toBe(1);
  });

  it('does not see the fonts of the machine: a font that is not ours is an error', async () => {
    await expect(
      typesetter().typeset(job('#set text(font: "DejaVu Serif", fallback: false)\nx')),
    ).rejects.toMatchObject({ fault: 'rejected', message: expect.stringContaining('dejavu') });
  });

  it('cannot read files outside its folder', async () => {
    for (const path of ['/../typst-child.js', '../../../package.json', '/etc/passwd']) {
      await expect(typesetter().typeset(job(`#read("${path}")`))).rejects.toMatchObject({
        fault: 'rejected',
      });
    }
  });

  it('takes no document after it was closed', async () => {
    const setter = typesetter();
    await setter.close();
    await expect(setter.typeset(PAGE)).rejects.toMatchObject({ fault: 'closed' });
  });
});
