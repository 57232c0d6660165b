import { describe, expect, it } from '@jest/globals';
import { columnLetters, UnreadColumns } from './passed-over.js';

describe('columns of a list that are not read', () => {
  it('are told with their letters and headings when something stands in them', () => {
    const columns = new UnreadColumns(new Set([2, 3]));
    columns.head([null, 'STT', 'Họ và tên', 'Xã', 'Dân tộc ', 'Ghi chú', null]);
    columns.head([null, null, 'Họ và tên', 'Xã', '(ghi rõ)', null, null]);
    for (const place of [1, 2, 3, 4, 6, 1, 2, 3]) columns.fill(place);
    expect([2, 4, 5].map((place) => columns.asks(place))).toEqual([false, false, true]);
    expect(columns.passedOver()).toEqual([
      { column: 'D', heading: 'Dân tộc' },
      { column: 'F', heading: '' },
    ]);
  });

  it('have headings that are cut between characters, never in one', () => {
    const columns = new UnreadColumns(new Set());
    columns.head([null, `${'a'.repeat(79)}😀 và nhiều chữ nữa`]);
    columns.fill(1);
    expect(columns.passedOver()).toEqual([{ column: 'A', heading: `${'a'.repeat(79)}😀` }]);
  });

  it('have the letters that a spreadsheet shows', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });
});
