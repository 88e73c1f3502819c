import { docxOfPlan } from '../support/decree-document.js';
import { goodLetter } from '../support/decree-plans.js';
import { docxRelatedTo } from '../support/office-writer.js';
import { TestApp } from '../support/test-app.js';
import { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';
import { pngOf } from '../support/picture-writer.js';

const PLACE = '/kiem-tra-the-thuc';

describe('the form of a document at hand, in the browser', () => {
  let app: TestApp;
  let officer: TestBrowser;
  beforeAll(async () => {
    app = await TestApp.open();
    officer = await app.browserOf('ngoc');
  });
  afterAll(() => app.close());

  async function checked(name: string, content: Buffer): Promise<{ status: number; html: string; said: string }> {
    await officer.get(PLACE);
    const file = { field: 'file', name, content: new Uint8Array(content) };
    const { statusCode: status, body: html } = await officer.postFile(PLACE, {}, file);
    return { status, html, said: textOf(html) };
  }

  it('is open to all staff from the list of pages, and to nobody else', async () => {
    const page = await officer.get(PLACE);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('enctype="multipart/form-data"');
    expect((await officer.get('/cac-trang')).body).toContain(`href="${PLACE}"`);
    expect((await new TestBrowser(app).get(PLACE)).statusCode).not.toBe(200);
  });

  it('says of each departure where it is, which rule says so, and what can be mended', async () => {
    const plan = goodLetter();
    plan.number.text = 'Số: 5/SGDĐT-VP';
    plan.nation.size = 11;
    const { status, said, html } = await checked('Công văn 5.docx', docxOfPlan(plan));
    expect(status).toBe(200);
    for (const words of [
      'Chưa đạt: 1 lỗi phải sửa; 1 lỗi đã sửa trong bản tải về.',
      'Quốc hiệu, đoạn 5: “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”',
      'Cỡ chữ là 11, phải từ 12 đến 13.',
      'Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3',
      'Đã sửa: viết đúng số 0 ở trước.',
    ])
      expect(said).toContain(words);
    expect(html).toContain('download="Công văn 5 (đã sửa).docx"');
  });

  it('gives the mended file in the page itself, and that file has fewer departures', async () => {
    const plan = goodLetter();
    plan.number.text = 'Số: 5/SGDĐT-VP';
    const { html } = await checked('a.docx', docxOfPlan(plan));
    const [, content = ''] = /href="data:[^"]+;base64,([^"]+)"/u.exec(html) ?? [];
    const again = await checked('a (đã sửa).docx', Buffer.from(content, 'base64'));
    expect(again.said).toContain('Đạt: không thấy chỗ nào sai thể thức.');
    expect(again.html).not.toContain('data:');
  });

  it.each([
    ['a file that fetches from elsewhere', 'a.docx', () => docxRelatedTo('attachedTemplate', 'http://a.vn/t.dotm')],
    ['a picture', 'a.png', pngOf],
    ['a document that is cut off', 'a.docx', () => docxOfPlan(goodLetter()).subarray(0, 900)],
  ])('is not checked of %s, and why is said', async (_what, name, content) => {
    const { status, said } = await checked(name, content());
    expect(status).toBe(200);
    expect(said).toContain('Chưa kiểm tra.');
  });

  it('asks for a file when none was chosen', async () => {
    await officer.get(PLACE);
    const file = { field: 'file', name: '', content: '' };
    const { body } = await officer.follow(await officer.postFile(PLACE, {}, file));
    expect(body).toContain('Chọn một tệp rồi bấm Kiểm tra.');
  });
});
