import { describe, expect, it } from '@jest/globals';
import { fillPath, hrefOver, readPath, type PathParams } from './href.js';

const href = hrefOver({ home: '/', lesson: '/course/:courseId/lessons/:nodeId' });

describe('an address', () => {
  it('is filled and escaped', () => {
    expect(href('lesson', { courseId: 'a b', nodeId: 'x/y' })).toBe('/course/a%20b/lessons/x%2Fy');
    expect(href('home', undefined, { q: 'đơn', page: 2, none: undefined })).toBe(
      '/?q=%C4%91%C6%A1n&page=2',
    );
  });

  it('knows its parameters', () => {
    type Wanted = PathParams<'/course/:courseId/lessons/:nodeId'>;
    const names: readonly Wanted[] = ['courseId', 'nodeId'];
    const none: [PathParams<'/'>] extends [never] ? 'none' : 'some' = 'none';
    expect([...names, none]).toEqual(['courseId', 'nodeId', 'none']);
  });

  it('is read back into its parameters, or is of another pattern', () => {
    const pattern = '/course/:courseId/lessons/:nodeId';
    const read = { courseId: '01a2-b', nodeId: 'x_y' };
    expect(readPath(pattern, fillPath(pattern, read))).toEqual(read);
    expect(readPath(pattern, '/course/01a2-b/lessons/x_y/')).toEqual(read);
    for (const other of ['/course/a/lessons/', '/course/a/lessons/b/c', '/course/a/lessons/%2e']) {
      expect(readPath(pattern, other)).toBeUndefined();
    }
  });

  it('keeps a filled address as it is', () => {
    const address = fillPath('/a/:b', { b: 'x:y' }, { c: ':d' });
    expect(fillPath(address)).toBe(address);
  });
});
