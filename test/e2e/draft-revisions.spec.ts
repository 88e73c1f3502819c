import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { LettersOf } from '../support/letters-of.js';
import { textOf } from '../support/web-visitor.js';

let app: TestApp;
let officer: TestBrowser;
let here: string;
const letters = new LettersOf(() => app);

beforeEach(async () => {
  app = await TestApp.open();
  const id = await letters.begin(await letters.ticketInHand());
  await letters.save(id, 'ngoc');
  here = `/du-thao/${id}`;
  officer = await app.browserOf('ngoc');
});
afterEach(() => app.close());

describe('the revisions of a letter, in the browser', () => {
  it('are listed on its page, each with who, when and a page of its own', async () => {
    const page = await officer.get(here);
    expect(textOf(page.body)).toMatch(
      /Bản 2 \S+ \S+ Nguyễn Thị Hồng Ngọc Khác bản 1 chỗ nào , Bản 2 đang mở Bản 1 .*, tạo từ mẫu/u,
    );
    expect(page.body).toContain(`href="${here}/ban/1"`);
    const second = (await officer.get(`${here}/ban/2`)).body;
    expect(textOf(second)).toContain('Công văn trả lời, bản thảo 2');
    expect(second).toContain(`${here}/ban/2/trang/1.jpg`);
    expect(second).not.toContain('<textarea');
    for (const [file, type] of [
      ['trang/1.jpg', 'image/jpeg'],
      ['cong-van.pdf', 'application/pdf'],
    ]) {
      const answer = await officer.get(`${here}/ban/2/${file}`);
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, type]);
    }
  });

  it('are shown to nobody who may not see the letter, and none that are not there', async () => {
    const stranger = await app.browserOf('luc');
    expect((await stranger.get(`${here}/ban/2`)).statusCode).toBe(404);
    expect((await stranger.get(`${here}/ban/2/cong-van.pdf`)).statusCode).toBe(404);
    for (const none of ['3', '0', 'hai', '99999999'])
      expect((await officer.get(`${here}/ban/${none}`)).statusCode).toBe(404);
  });

  it('asks why where the letter came back, beside the field, and keeps what was typed', async () => {
    const head = await app.browserOf('thang');
    await officer.get(here);
    const id = here.split('/').at(-1)!;
    await letters.sendOn(id);
    await head.get(here);
    await head.post(`${here}/tra-lai`, { reason: 'Bổ sung mức thu của nhà trường.' });
    const { body } = await officer.get(here);
    const version = /name="version" value="(\d+)"/u.exec(body)![1]!;
    const typed = { version, signerId: 'khanh', ve_viec: 'thu tiền trái tuyến', reason: '' };
    const refused = (await officer.follow(await officer.post(here, typed))).body;
    expect(/id="reason-e"[^]*?<\/p>/u.exec(refused)?.[0]).toContain('Viết lý do sửa: công văn đã bị trả lại');
    expect(refused).toContain('thu tiền trái tuyến');
  });
});

describe('two revisions of a letter, compared', () => {
  const compared = async (query: string): Promise<string> =>
    textOf((await officer.get(`${here}/so-sanh${query}`)).body);

  it('shows word by word what was added and taken away, part by part', async () => {
    const { body } = await officer.get(here);
    expect(body).toContain(`href="${here}/so-sanh?tu=1&amp;den=2"`);
    const id = here.split('/').at(-1)!;
    await letters.save(id, 'ngoc', { page: false, change: { ve_viec: 'thu tiền học thêm trái quy định' } });
    const page = (await officer.get(`${here}/so-sanh?tu=2&den=3`)).body;
    expect(textOf(page)).toContain('So sánh bản 2 với bản 3');
    expect(textOf(page)).toContain('Khác nhau ở 1 phần.');
    expect(page).toMatch(/<ins>[^]*?thêm: [^]*?trái quy định[^]*?<\/ins>/u);
    expect(textOf(page)).toMatch(/Không đổi: .*Trích yếu/u);
    expect(await compared('?tu=1&den=3')).toContain('Kết quả xác minh');
  });

  it('says so where nothing differs, and knows no others', async () => {
    expect(await compared('?tu=2&den=2')).toContain('Hai bản có lời như nhau.');
    expect(await compared('')).toContain('So sánh bản 1 với bản 2');
    for (const query of ['?tu=1&den=9', '?tu=x&den=2', '?tu=1&tu=2&den=2'])
      expect((await officer.get(`${here}/so-sanh${query}`)).statusCode).toBe(404);
    const stranger = await app.browserOf('luc');
    expect((await stranger.get(`${here}/so-sanh?tu=1&den=2`)).statusCode).toBe(404);
  });
});

describe('what cannot stand in a letter', () => {
  it.each([
    ['a subject too long for the register', 'trich_yeu', 'a'.repeat(501), 'Dài 501 ký tự, nhiều nhất 500.'],
    ['letters of TCVN3', 've_viec', 'thu tiÒn häc thªm, nhµ tr­êng', 'Chữ gõ bằng bảng mã TCVN3.'],
  ])('%s: is refused beside its field, and keeps what was typed', async (_what, field, text, sentence) => {
    const { body } = await officer.get(here);
    const version = /name="version" value="(\d+)"/u.exec(body)![1]!;
    const typed = { version, signerId: 'khanh', loi_ket: 'Trân trọng cảm ơn./.', [field]: text };
    const refused = (await officer.follow(await officer.post(here, typed))).body;
    expect(new RegExp(`id="${field}-e"[^]*?</p>`, 'u').exec(refused)?.[0]).toContain(sentence);
    expect(refused).toContain(text);
    expect(textOf(refused)).toContain('bản thảo 2');
  });
});

describe('the copy that a browser keeps of a form', () => {
  const NAME = 'b'.repeat(32);

  it('is named on the next page once the form is taken, once, and not where it was refused', async () => {
    const version = /name="version" value="(\d+)"/u.exec((await officer.get(here)).body)![1]!;
    const typed = { signerId: 'khanh', ve_viec: 'thu tiền trái tuyến', loi_ket: 'Trân trọng./.', _giu: NAME };
    const refused = await officer.follow(await officer.post(here, { ...typed, version: '999' }));
    expect(refused.body).not.toContain('data-taken');
    const taken = await officer.follow(await officer.post(here, { ...typed, version }));
    expect(taken.body).toContain(`<template data-taken="${NAME}">`);
    expect((await officer.get(here)).body).not.toContain('data-taken');
  });
});

describe('two people at one letter', () => {
  const typed = { signerId: 'khanh', ve_viec: 'thu tiền trái tuyến', loi_ket: 'Trân trọng./.', reason: '' };
  const hidden = (page: string, name: string): string =>
    new RegExp(`name="${name}" value="(\\d+)"`, 'u').exec(page)![1]!;

  it('are told of each other once they change something, on the page and by what it asks again', async () => {
    expect((await officer.get(here)).body).toMatch(/role="status" hidden data-presence/u);
    const head = await app.browserOf('thang');
    expect((await head.get(here)).body).toMatch(/role="status" hidden data-presence/u);
    await officer.post(`${here}/dang-sua`, { sua: '1' });
    expect(textOf((await head.get(here)).body)).toContain('Đang có Nguyễn Thị Hồng Ngọc sửa từ 09:00.');
    await head.post(`${here}/dang-sua`, { sua: '1' });
    const asked = await officer.post(`${here}/dang-sua`, { sua: '1' });
    expect([asked.statusCode, asked.body]).toEqual([
      200,
      expect.stringContaining('Đang có Vũ Đức Thắng sửa từ 09:00.'),
    ]);
    const stranger = await app.browserOf('luc');
    await stranger.get('/');
    expect((await stranger.post(`${here}/dang-sua`, {})).statusCode).not.toBe(200);
  });

  it('lose nothing where the form saves itself: what was not seen is not written over', async () => {
    const byItself = { ...typed, trang: 'a'.repeat(32) };
    const saveOf = async (browser: TestBrowser, fields: Record<string, string>) => {
      const body = new URLSearchParams({ _csrf: browser.token, ...byItself, ...fields });
      const { statusCode, body: text } = await browser.send(`${here}/tu-luu`, body, { accept: 'application/json' });
      return { statusCode, ...(JSON.parse(text) as Record<string, unknown>) };
    };
    const page = (await officer.get(here)).body;
    const drawn = { version: hidden(page, 'version'), revision: hidden(page, 'revision') };
    const head = await app.browserOf('thang');
    const before = (await head.get(here)).body;
    expect(before).not.toContain('data-saves-itself');
    expect(await saveOf(head, { version: drawn.version })).toMatchObject({ statusCode: 403 });
    await head.post(here, { ...typed, version: drawn.version });
    const seen = hidden((await head.get(here)).body, 'version');
    const saved = await saveOf(head, { version: seen, lan: '1', ve_viec: 'thu tiền học thêm' });
    expect(saved).toEqual({ statusCode: 200, version: Number(seen) + 1, revision: 4, at: '09:00' });
    expect(await saveOf(officer, drawn)).toMatchObject({ statusCode: 409, code: 'changed-meanwhile' });
    expect(await saveOf(officer, { ...drawn, _csrf: 'không phải' })).toMatchObject({ statusCode: 403 });
    const next = hidden((await officer.get(here)).body, 'version');
    const stranger = await app.browserOf('luc');
    await stranger.get('/');
    expect(await saveOf(stranger, { version: next })).toMatchObject({ statusCode: 404 });
    const now = { version: next, revision: hidden((await officer.get(here)).body, 'revision') };
    await saveOf(head, { version: seen, lan: '2', ve_viec: 'thu tiền học thêm trái quy định' });
    const refused = (await officer.follow(await officer.post(here, { ...typed, ...now }))).body;
    expect(textOf(refused)).toContain('Trong khi đang sửa bản 4, Vũ Đức Thắng lưu tiếp bản 4 lúc 09:00.');
    expect(refused).toContain(`href="${here}/so-sanh?tu=3&amp;den=4"`);
    expect(refused).toContain('thu tiền trái tuyến');
    expect(textOf(refused)).not.toContain('Đã lưu bản thảo.');
  });

  it('finish their revision by sending it on from the page that saves itself: what follows is another', async () => {
    const saveOf = async (fields: Record<string, string>) => {
      const version = hidden((await officer.get(here)).body, 'version');
      const body = new URLSearchParams({ _csrf: officer.token, ...typed, trang: 'c'.repeat(32), version, ...fields });
      const answer = await officer.send(`${here}/tu-luu`, body, { accept: 'application/json' });
      return (JSON.parse(answer.body) as { readonly revision: number }).revision;
    };
    const begun = await saveOf({ lan: '1', ve_viec: 'thu tiền trái quy định' });
    expect(await saveOf({ lan: '2', ve_viec: 'thu tiền trái quy định', xong: '1' })).toBe(begun);
    expect(await saveOf({ lan: '3', ve_viec: 'thu tiền học thêm trái quy định' })).toBe(begun + 1);
  });

  it('find the reason that they gave again while the form goes on saving the same revision, and nobody else does', async () => {
    const reasonOn = (page: string) => /id="reason"[^>]*/u.exec(page)![0];
    const version = hidden((await officer.get(here)).body, 'version');
    const fields = { ...typed, version, trang: 'a'.repeat(32), lan: '1', reason: 'Viết rõ mức thu.' };
    const body = new URLSearchParams({ _csrf: officer.token, ...fields });
    await officer.send(`${here}/tu-luu`, body, { accept: 'application/json' });
    expect(reasonOn((await officer.get(here)).body)).toContain('Viết rõ mức thu.');
    expect(reasonOn((await (await app.browserOf('thang')).get(here)).body)).not.toContain('Viết rõ');
    const next = hidden((await officer.get(here)).body, 'version');
    await officer.post(here, { ...typed, version: next });
    expect((await officer.get(here)).body).toContain('“Viết rõ mức thu.”');
    expect(reasonOn((await officer.get(here)).body)).not.toContain('Viết rõ');
  });

  it('lose nothing that they typed: who saves second sees what changed, and may save over it knowingly', async () => {
    const page = (await officer.get(here)).body;
    const drawn = { version: hidden(page, 'version'), revision: hidden(page, 'revision') };
    await letters.save(here.split('/').at(-1)!, 'thang', { page: false, change: { ve_viec: 'thu tiền học thêm' } });
    const refused = (await officer.follow(await officer.post(here, { ...typed, ...drawn }))).body;
    expect(textOf(refused)).toContain('Trong khi đang sửa bản 2, Vũ Đức Thắng lưu bản 3 lúc 09:00.');
    expect(refused).toContain(`href="${here}/so-sanh?tu=2&amp;den=3"`);
    expect(refused).toContain('thu tiền trái tuyến');
    expect([page, refused].map((html) => html.includes('data-saves-itself'))).toEqual([true, false]);
    const again = { version: hidden(refused, 'version'), revision: hidden(refused, 'revision') };
    expect(textOf((await officer.follow(await officer.post(here, { ...typed, ...again }))).body)).toContain(
      'Đã lưu bản thảo.',
    );
    expect(textOf((await officer.get(here)).body)).toContain('Công văn trả lời, bản thảo 4');
  });
});
