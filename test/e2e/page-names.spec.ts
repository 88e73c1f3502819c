import { textOf } from '../support/web-visitor.js';
import { TestApp } from '../support/test-app.js';

/** The books of a year are tabs of one page, and the bar has no room for whole names. */
const OTHERWISE = [
  '/so-van-ban/di',
  '/so-van-ban/den',
  '/so-van-ban/theo-doi',
  '/can-bo-dau-moi',
  '/quy-dinh-thoi-han',
  '/trao-doi',
];

describe('a page', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.open();
  });
  afterAll(() => app.close());

  it.each(['vanthu', 'khanh', 'quantri'])(
    'is headed by the name that the list of all pages gives it, for %s',
    async (who) => {
      const browser = await app.browserOf(who);
      const { body } = await browser.get('/cac-trang');
      const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'));
      const links = [...main.matchAll(/<li><a href="(\/[^"#]*)">([^<]*)<\/a>/gu)].map(([, href = '', label = '']) => ({
        href,
        label,
      }));
      expect(links.length).toBeGreaterThan(20);
      const first = links.filter(({ href }, at) => links.findIndex((other) => other.href === href) === at);
      const wrong: string[] = [];
      for (const { href, label } of first.filter((link) => link.href !== '/' && !OTHERWISE.includes(link.href))) {
        const page = await browser.get(href);
        const heading = textOf(/<h1[^>]*>(.*?)<\/h1>/su.exec(page.body)?.[1] ?? '');
        if (!heading.startsWith(label.replace(/ \(.*\)$/u, ''))) wrong.push(`${href}: ${label} / ${heading}`);
      }
      expect(wrong).toEqual([]);
    },
  );
});
