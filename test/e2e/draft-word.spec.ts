import { LettersOf } from '../support/letters-of.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';
import { edited, line, words } from '../support/word-edits.js';

const FOUND = 'Nhà trường đã tổ chức thu';

let app: TestApp;
let officer: TestBrowser;
let id: string;
let here: string;
const letters = new LettersOf(() => app);

beforeEach(async () => {
  app = await TestApp.open();
  id = await letters.begin(await letters.ticketInHand());
  await letters.save(id, 'ngoc');
  here = `/du-thao/${id}`;
  officer = await app.browserOf('ngoc');
});
afterEach(() => app.close());

const downloaded = async (revision: number): Promise<Buffer> => {
  const file = await officer.get(`${here}/ban/${revision}/sua-trong-word.docx`);
  expect([file.statusCode, file.headers['content-disposition']]).toEqual([
    200,
    expect.stringContaining(`cong-van-ban-${revision}-sua.docx`),
  ]);
  return file.rawPayload;
};

async function bring(content: Buffer, fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const version = /name="version" value="(\d+)"/u.exec((await officer.get(here)).body)![1]!;
  const file = { field: 'file', name: 'Công văn sửa.docx', content: new Uint8Array(content) };
  return (await officer.follow(await officer.postFile(`${here}/nop-word`, { version, ...fields }, file))).body;
}

describe('a letter that goes to Word and comes back, in the browser', () => {
  it('becomes the open revision, whose words are those of the file, until the form is taken up again', async () => {
    expect((await officer.get(here)).body).toContain(`href="${here}/ban/2/sua-trong-word.docx"`);
    const { docx } = await edited(await downloaded(2), words(FOUND, `${FOUND} trái quy định`));
    const saved = await bring(docx, { reason: 'Nói rõ là trái quy định.' });
    expect(textOf(saved)).toContain('Đã lưu bản 3 từ tệp Word.');
    await app.work();

    const page = (await officer.get(here)).body;
    expect(textOf(page)).toContain('Bản này được sửa trong Word từ bản 2');
    expect(textOf(page)).toContain('sửa trong Word từ bản 2: “Nói rõ là trái quy định.”');
    expect(page).not.toContain('<textarea');
    expect(page).toContain(`${here}/ban/3/trang/1.jpg`);
    const old = textOf((await officer.get(`${here}/ban/3`)).body);
    expect([old.includes('Nơi nhận'), old.includes('Kết quả xác minh')]).toEqual([true, false]);
    const compared = (await officer.get(`${here}/so-sanh?tu=2&den=3`)).body;
    expect(compared).toMatch(/<ins>[^]*?trái quy định[^]*?<\/ins>/u);

    const version = /name="version" value="(\d+)"/u.exec(page)![1]!;
    const left = (await officer.follow(await officer.post(`${here}/bo-word`, { version, reason: '' }))).body;
    expect(textOf(left)).toContain('Đã trở lại biểu mẫu');
    expect(left).toContain('<textarea');
    expect(left).not.toContain('Bản này được sửa trong Word');
  });

  it('leads to what changed meanwhile, instead of over it', async () => {
    const { docx } = await edited(await downloaded(2), words(FOUND, `${FOUND} trái quy định`));
    await letters.save(id, 'thang', { page: true, change: { ve_viec: 'thu tiền học thêm ngoài giờ' } });
    const page = textOf(await bring(docx));
    expect(page).toContain('tệp sửa từ bản 2, nay bản thảo đã là bản 3');
    expect(page).toContain('So sánh bản 2 với bản 3');
    expect(textOf(await bring(docx, { base: '3' }))).toContain('Đã lưu bản 4 từ tệp Word.');
  });

  it('is refused at its form, with what is wrong and what to do', async () => {
    const { docx } = await edited(await downloaded(2), line('Số: ', 'Số: 12/SGDĐT-GDTrH'));
    const page = await bring(docx, { reason: 'Ghi số.' });
    expect(/id="nop-word-file-e"[^]*?<\/p>/u.exec(page)?.[0]).toContain('mất chỗ trống dành cho số văn bản');
    expect(page).toContain('value="Ghi số."');
    expect(page).toContain('<details class="ha-act" id="nop-word" open');
    await officer.get(here);
    const none = await officer.postFile(`${here}/nop-word`, { version: '1' }, { field: 'file', name: '', content: '' });
    expect((await officer.follow(none)).body).toContain('Chọn tệp .docx đã sửa rồi bấm Nộp bản sửa.');
  });

  it('is given to nobody who may not see the letter', async () => {
    const stranger = await app.browserOf('luc');
    expect((await stranger.get(`${here}/ban/2/sua-trong-word.docx`)).statusCode).toBe(404);
    const clerk = await app.browserOf('vanthu');
    expect((await clerk.get(here)).body).not.toContain('Sửa trong Word');
  });
});
