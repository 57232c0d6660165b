import { describe, expect, it } from '@jest/globals';
import { accepts, mediaTypeOf } from './media-type.js';
import { safeFileName } from './multipart.js';

const bytes = (...values: number[]) => Uint8Array.from(values);
const text = (value: string) => Buffer.from(value);

describe('mediaTypeOf', () => {
  it.each([
    ['image/png', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)],
    ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['image/webp', text('RIFF1234WEBPVP8 ')],
    ['image/gif', text('GIF89a')],
    ['application/pdf', text('%PDF-1.7')],
    ['application/zip', bytes(0x50, 0x4b, 3, 4, 1, 2, 3)],
    [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      Buffer.concat([bytes(0x50, 0x4b, 3, 4), text('....xl/workbook.xml')]),
    ],
    ['text/plain', text('họ,tên\nNguyễn,An')],
    [undefined, bytes(0xff, 0xfe, 0x00)],
    [undefined, bytes()],
    ['text/plain', text('<svg onload=alert(1)>')],
  ])('knows %s by its content', (expected, content) => {
    expect(mediaTypeOf(content)).toBe(expected);
  });

  it('lets text stand for CSV, and nothing stand for what it is not', () => {
    expect(accepts(['text/csv'], 'text/plain')).toBe(true);
    expect(accepts(['image/png'], 'text/plain')).toBe(false);
    expect(accepts(['image/png'], undefined)).toBe(false);
  });
});

describe('safeFileName', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\An\\Danh sách.xlsx', 'Danh sách.xlsx'],
    ['a\u0000b\n.png', 'ab.png'],
    ['', 'file'],
    ['/', 'file'],
  ])('%j → %j', (given, safe) => {
    expect(safeFileName(given)).toBe(safe);
  });
});
