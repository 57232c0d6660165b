import { describe, expect, it } from '@jest/globals';
import { filesOf, pageWith } from './drawn.mjs';

const manifest = {
  'index.html': { file: 'assets/core.js', css: ['assets/core.css'] },
  '_shared.js': { file: 'assets/shared.js', css: ['assets/shared.css'], imports: ['index.html'] },
  'lesson.tsx': { file: 'assets/lesson.js', imports: ['index.html', '_shared.js'] },
};
const html =
  '<head><script type="module" src="/assets/core.js"></script>' +
  '<link rel="stylesheet" href="/assets/core.css"></head>';

describe('the page of a drawn text', () => {
  it('asks for every file of the text, each once', () => {
    expect(filesOf(manifest, 'lesson.tsx')).toEqual({
      scripts: ['assets/lesson.js', 'assets/core.js', 'assets/shared.js'],
      styles: ['assets/core.css', 'assets/shared.css'],
    });
  });

  it('has its style sheets at once and its scripts after them', () => {
    const page = pageWith(html, filesOf(manifest, 'lesson.tsx'));
    expect(page.match(/(?:src|href)="[^"]*"/g)).toEqual([
      'src="/assets/core.js"',
      'href="/assets/core.css"',
      'href="/assets/shared.css"',
      'href="/assets/lesson.js"',
      'href="/assets/shared.js"',
    ]);
    expect(page.match(/fetchpriority="low"/g)).toHaveLength(3);
  });

  it('fails the build when the module is gone', () => {
    expect(() => filesOf(manifest, 'gone.tsx')).toThrow('gone.tsx');
  });
});
