import { describe, expect, it } from '@jest/globals';
import { findItems, markOf, type Item } from './found.js';

const item = (title: string, more: Partial<Item> = {}): Item => ({
  ...{ key: title, group: 'texts', icon: 'lesson', title },
  ...more,
});

const titles = (items: readonly Item[], typed: string) =>
  findItems(items, typed).flatMap(({ hits }) => hits.map((hit) => hit.title));

describe('what the palette finds', () => {
  it('forgives marks, and puts what was typed with its marks first', () => {
    const items = [item('Sổ Dục'), item('Sổ Đức'), item('Đức tính')];
    expect(titles(items, 'duc')).toEqual(['Đức tính', 'Sổ Dục', 'Sổ Đức']);
    expect(titles(items, 'đức')[0]).toBe('Đức tính');
    expect(titles(items, 'xa')).toEqual([]);
  });

  it('puts the title before what else it is found by', () => {
    const items = [item('Bùi Thị Hoa', { also: 'mai.bt' }), item('Đinh Thị Mai')];
    expect(titles(items, 'mai')).toEqual(['Đinh Thị Mai', 'Bùi Thị Hoa']);
  });

  it('shows places and acts before anything is typed, and at most six of a group after', () => {
    const many = Array.from({ length: 9 }, (_, index) => item(`Bài ${index}`));
    const place = item('Lớp', { group: 'places' });
    expect(titles([...many, place], '')).toEqual(['Lớp']);
    expect(titles([...many, place], 'bai')).toHaveLength(6);
  });

  it('keeps the order of the groups', () => {
    const items = [item('Mai', { group: 'people' }), item('Mai', { group: 'places' })];
    expect(findItems(items, 'mai').map(({ group }) => group)).toEqual(['places', 'people']);
  });
});

describe('the marked part of a title', () => {
  it('is where the search stands, in the letters of the title', () => {
    const title = 'Nội quy và nơi tiếp công dân';
    const [from, to] = markOf(title, 'tiep cong') ?? [0, 0];
    expect(title.slice(from, to)).toBe('tiếp công');
    expect(markOf('Đơn thư'.normalize('NFD'), 'don')).toEqual([0, 3]);
    expect(markOf(title, 'khong')).toBeUndefined();
  });
});
