import { createHash } from 'node:crypto';
import type { RichNode, VersionNode } from '@cam-nang/domain';

const WORDS =
  `cán bộ tiếp nhận hồ sơ của công dân kiểm tra thành phần ghi vào sổ hẹn ngày trả kết quả theo
  quy trình một cửa và báo cáo chủ tịch khi quá hạn giải quyết trong giờ hành chính`.split(/\s+/);

/** Text that is the same every time and repeats itself as prose does. */
export function sentence(seed: number, length: number): string {
  return Array.from(
    { length },
    (_, at) => WORDS[(seed * 7 + at * (1 + (seed % 5))) % WORDS.length],
  ).join(' ');
}

/** Paragraphs of 60 words, one in six of them in a list. */
export function lesson(words: number): RichNode {
  const paragraph = (index: number): RichNode => ({
    type: 'paragraph',
    attrs: { id: `p${String(index)}` },
    content: [{ type: 'text', text: sentence(index, 60) }],
  });
  const blocks = Array.from({ length: Math.ceil(words / 60) }, (_, index): RichNode => {
    if (index % 6 !== 5) return paragraph(index);
    const item = {
      type: 'listItem',
      attrs: { id: `i${String(index)}` },
      content: [paragraph(index)],
    };
    return { type: 'bulletList', attrs: { id: `l${String(index)}` }, content: [item] };
  });
  return { type: 'doc', content: blocks };
}

/** A tenth of the blocks reworded, one moved, one taken out, one put in. */
export function edited(doc: RichNode): RichNode {
  const blocks = [...(doc.content ?? [])];
  const reworded = blocks.map((block, index): RichNode => {
    const [text] = block.content ?? [];
    if (index % 10 !== 0 || text?.text === undefined) return block;
    return {
      ...block,
      content: [{ ...text, text: `${text.text.replace('hồ sơ', 'giấy tờ')} ngay` }],
    };
  });
  const [first, ...rest] = reworded;
  if (first === undefined) return doc;
  const fresh: RichNode = {
    type: 'paragraph',
    attrs: { id: 'new' },
    content: [{ type: 'text', text: sentence(99, 40) }],
  };
  return { ...doc, content: [...rest.slice(1), fresh, first] };
}

/** SHA-256, as the program gives it to the rules. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function node(
  id: string,
  parentId: string | null,
  kind: VersionNode['kind'],
  at: number,
): VersionNode {
  return {
    nodeId: id,
    parentId,
    rank: `a${String(at).padStart(5, '0')}`,
    revisionId: hash(id).slice(0, 32),
    kind,
    title: `${sentence(at, 8)} ${id}`,
    meta: { titleEn: `Title ${id}`, minutes: 20 },
    docHash: hash(`doc ${id}`),
    contentHash: hash(`content ${id}`),
    studyHash: hash(`study ${id}`),
  };
}

/** A root, modules of 49 lessons each. */
export function tree(nodes: number): VersionNode[] {
  const made = [node('root', null, 'root', 0)];
  for (let at = 1; at < nodes; at += 1) {
    const module = Math.floor((at - 1) / 50);
    const isModule = (at - 1) % 50 === 0;
    made.push(
      isModule
        ? node(`m${String(module)}`, 'root', 'module', module)
        : node(`n${String(at)}`, `m${String(module)}`, 'lesson', at),
    );
  }
  return made;
}

/** A tenth of the lessons changed, one in fifty moved to another module, one in a hundred taken out. */
export function editedTree(before: readonly VersionNode[]): VersionNode[] {
  return before.flatMap((row, index): VersionNode[] => {
    if (row.kind !== 'lesson') return [row];
    if (index % 100 === 7) return [];
    if (index % 50 === 9) return [{ ...row, parentId: 'm0', rank: `b${String(index)}` }];
    if (index % 10 !== 3) return [row];
    const revisionId = hash(`${row.revisionId} new`).slice(0, 32);
    const contentHash = hash(`${row.contentHash} new`);
    return [{ ...row, title: `${row.title} mới`, revisionId, contentHash, docHash: contentHash }];
  });
}
