import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';
import { GUIDES } from '../../src/web/guide/words/all.js';

describe('the guide, in the browser', () => {
  let app: TestApp;
  let officer: TestBrowser;

  beforeAll(async () => {
    app = await TestApp.open();
    officer = await app.browserOf('ngoc');
  });
  afterAll(() => app.close());

  const linksOf = ({ body }: { body: string }): readonly string[] => {
    const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'));
    return [...main.matchAll(/ (?:href|src)="(\/[^"#]*)"/gu)].map(([, href = '']) => href);
  };

  it.each([
    ['vanthu', 'van-thu'],
    ['ngoc', 'can-bo-dau-moi'],
    ['thang', 'thu-truong-don-vi'],
    ['khanh', 'lanh-dao'],
    ['giamsat', 'giam-sat'],
    ['quantri', 'quan-tri'],
  ])('opens for %s at the own role, and every page and picture that it names opens', async (username, address) => {
    const browser = await app.browserOf(username);
    const page = await browser.get('/huong-dan');
    expect(page.body).toContain(`<a href="/huong-dan/${address}" aria-current="page">`);
    const opened: (readonly [string, number])[] = [];
    const guide = GUIDES.find((one) => one.address === address);
    const links = [...linksOf(page), ...(guide?.firstDay ?? []).map(({ link }) => link.href)];
    for (const href of new Set(links)) opened.push([href, (await browser.get(href)).statusCode]);
    expect(opened.filter(([, status]) => status !== 200)).toEqual([]);
    expect(opened.length).toBeGreaterThan(10);
  });

  it('names pages of another role without leading to them, and says where there is no such guide', async () => {
    const page = await officer.get('/huong-dan/quan-tri');
    expect(textOf(page.body)).toContain('An toàn hệ thống');
    expect(linksOf(page)).not.toContain('/an-toan');
    expect((await officer.get('/huong-dan/khong-co')).statusCode).toBe(404);
  });

  it('shows the steps of the first day until they are put off, and again at the next sign-in', async () => {
    const first = await app.browserOf('luc');
    expect((await first.get('/')).body).toContain('id="bat-dau"');
    await first.post('/bat-dau/de-sau');
    expect((await first.get('/')).body).not.toContain('id="bat-dau"');
    expect((await (await app.browserOf('luc')).get('/')).body).toContain('id="bat-dau"');
  });

  it('shows them no more to somebody who has left them, until asked for from the guide', async () => {
    await officer.get('/');
    await officer.post('/bat-dau/khong-hien-nua');
    await officer.get('/');
    await officer.post('/bat-dau/khong-hien-nua');
    const again = await app.browserOf('ngoc');
    expect((await again.get('/')).body).not.toContain('id="bat-dau"');
    expect((await again.get('/huong-dan')).body).toContain('action="/bat-dau/mo-lai"');
    await again.post('/bat-dau/mo-lai');
    expect((await again.get('/')).body).toContain('id="bat-dau"');
  });

  it('tells an administrator at home what is wrong, in words', async () => {
    const page = await (await app.browserOf('quantri')).get('/');
    expect(textOf(page.body)).toContain('Điều cần khắc phục');
    expect(page.body).toContain('href="/an-toan"');
    expect((await officer.get('/')).body).not.toContain('Điều cần khắc phục');
  });

  it('leads to every page that the menu leaves out', async () => {
    const page = await officer.get('/cac-trang');
    for (const href of ['/kiem-tra-the-thuc', '/kiem-tra-chu-ky', '/quan-triet', '/ma-truy-cap']) {
      expect(linksOf(page)).toContain(href);
    }
    expect(linksOf(page)).not.toContain('/an-toan');
  });

  it('tells one who acts for somebody else of that person’s work', async () => {
    const head = await app.browserOf('thang');
    await head.get('/lam-thay');
    const until = { validFrom: '2026-03-18T09:00', validTo: '2026-03-18T17:00' };
    await head.post('/lam-thay', {
      principalId: 'thang',
      substituteId: 'ngoc',
      inRoles: 'unitHead',
      basis: 'Đơn nghỉ phép.',
      ...until,
    });
    const standIn = await app.browserOf('ngoc');
    await standIn.get('/lam-thay');
    await standIn.post('/lam-thay/vao', { principalId: 'thang' });
    const guide = await standIn.get('/huong-dan');
    expect(guide.body).toContain('<a href="/huong-dan/thu-truong-don-vi" aria-current="page">');
    expect(guide.body).not.toContain('action="/bat-dau/mo-lai"');
  });
});
