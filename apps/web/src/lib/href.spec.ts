import { describe, expect, it } from '@jest/globals';
import { fillPath, hrefOver } from './href.js';

const href = hrefOver({ home: '/', lesson: '/course/:courseId/lessons/:nodeId' });

describe('an address', () => {
  it('is filled and escaped', () => {
    expect(href('lesson', { courseId: 'a b', nodeId: 'x/y' })).toBe('/course/a%20b/lessons/x%2Fy');
    expect(href('home', undefined, { q: 'đơn', page: 2, none: undefined })).toBe(
      '/?q=%C4%91%C6%A1n&page=2',
    );
  });

  it('knows its parameters', () => {
    // @ts-expect-error a parameter is missing
    expect(href('lesson', { courseId: '1' })).toContain('undefined');
  });

  it('keeps a filled address as it is', () => {
    const address = fillPath('/a/:b', { b: 'x:y' }, { c: ':d' });
    expect(fillPath(address)).toBe(address);
  });
});
