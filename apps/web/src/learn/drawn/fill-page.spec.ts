import { describe, expect, it } from '@jest/globals';
import { fillPage } from './fill-page.js';

const template = '<html lang="vi"><body><div id="app"></div></body></html>';
const fill = (body: string, answers = {}, cookies = {}) =>
  fillPage({
    template,
    body,
    drawn: { accountId: 'a1', answers },
    title: '',
    locale: 'vi',
    cookies,
  });

describe('a drawn page', () => {
  it('holds the text where the program will be, and what it shows', () => {
    expect(fill('<p>Một</p>', { '/api/a': { title: 'Hai' } })).toBe(
      '<html lang="vi"><body><div id="app" data-drawn><p>Một</p></div>' +
        '<script type="application/json" id="drawn-answers">' +
        '{"accountId":"a1","answers":{"/api/a":{"title":"Hai"}}}</script></body></html>',
    );
  });

  it('lets nothing that was written end the element of the answers', () => {
    const answers = { '/api/a': { title: '</script><script>alert(1)</script><!--' } };
    const page = fill('', answers);
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    const written = />(\{.*\})<\/script>/.exec(page)?.[1] ?? '';
    expect(JSON.parse(written)).toEqual({ accountId: 'a1', answers });
  });

  it('takes texts as they are, whatever signs are in them', () => {
    expect(fill("<p>$& $' $$1</p>", { '/api/a': '$&' })).toContain("<p>$& $' $$1</p>");
    expect(fill('', { '/api/a': '$&' })).toContain('{"/api/a":"$&"}');
  });

  it('wears the look that the device asks for, and nothing else a cookie holds', () => {
    const cookies = { 'cam-nang.theme': 'dark', 'cam-nang.text-size': '"><script>' };
    expect(fill('', {}, cookies)).toContain('<html lang="vi" data-theme="dark">');
  });

  it('has the title of its text, in which nothing ends the title', () => {
    const drawn = { accountId: 'a1', answers: {} };
    const page = { template: `<title>Cẩm Nang</title>${template}`, body: '', drawn, cookies: {} };
    expect(fillPage({ ...page, title: 'A & </title>', locale: 'vi' })).toContain(
      '<title>A &amp; &lt;/title> · Cẩm Nang</title>',
    );
  });

  it('is refused by a page without a place for it', () => {
    const drawn = { accountId: 'a1', answers: {} };
    const page = { template: '<html></html>', body: '', drawn, title: '', cookies: {} };
    expect(() => fillPage({ ...page, locale: 'vi' })).toThrow('no place');
  });
});
