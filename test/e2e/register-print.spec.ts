import { jest } from '@jest/globals';
import PizZip from 'pizzip';
import { PdfConverter } from '../../src/documents/ports/pdf-converter.port.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

/** The words of a Word file. */
function wordsOf(docx: Buffer): string {
  return textOf(new PizZip(docx).file('word/document.xml')?.asText() ?? '');
}

describe('registers on paper', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open();
    for (const code of ['7816', '7817']) await app.receive({ subject: `Thu tiền học thêm <${code}> & =1+1` });
  });
  afterAll(() => app.close());

  it('are reached from the register and say what they print', async () => {
    const clerk = await app.browserOf('vanthu');
    expect((await clerk.get('/so-van-ban/den')).body).toContain('/so-van-ban/den/in?nam=2026');
    const { body, statusCode } = await clerk.get('/so-van-ban/den/in?nam=2026&tu=2026-01-01&den=2026-03-31');
    expect(statusCode).toBe(200);
    expect(textOf(body)).toContain('Từ ngày 01/01/2026 đến ngày 31/03/2026');
  });

  it('come as Word files with the columns, their numbers, and the total of each page (rule 48)', async () => {
    const clerk = await app.browserOf('vanthu');
    const answer = await clerk.get('/so-van-ban/den.docx?nam=2026');
    expect(answer.headers['content-disposition']).toContain('so-van-ban-den-2026.docx');
    const words = wordsOf(answer.rawPayload);
    expect(words).toContain('SỞ GIÁO DỤC VÀ ĐÀO TẠO');
    expect(words).toContain('SỔ ĐĂNG KÝ VĂN BẢN ĐẾN Năm 2026 Ngày đến Số đến Tác giả');
    expect(words).toContain('(1) (2) (3) (4) (5) (6) (7) (8) (9) (10) 18/03/2026 1 Tổng đài 1022');
    expect(words).toContain('Thu tiền học thêm <7816> & =1+1');
    expect(words).toContain('Cộng trang: 2 văn bản. Cộng dồn: 2 văn bản. Cộng sổ: 2 văn bản; in trên 1 trang.');
    expect(words).toContain('NGƯỜI GIỮ SỔ');
  });

  it('hold only the days that were asked for', async () => {
    const clerk = await app.browserOf('vanthu');
    const { rawPayload } = await clerk.get('/so-van-ban/den.docx?nam=2026&tu=2026-04-01');
    expect(wordsOf(rawPayload)).toContain('Cộng sổ: 0 văn bản');
    expect((await clerk.get('/so-van-ban/den.docx?nam=2026&tu=2025-04-01')).statusCode).toBe(422);
    expect((await clerk.get('/so-van-ban/khac/in')).statusCode).toBe(404);
  });

  it.each(['di', 'den', 'theo-doi', 'buu-dien'])('%s comes as a workbook and as a Word file', async (book) => {
    const clerk = await app.browserOf('vanthu');
    for (const ending of ['xlsx', 'docx']) {
      const answer = await clerk.get(`/so-van-ban/${book}.${ending}?nam=2026`);
      expect([answer.statusCode, answer.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    }
  });

  it('are made as PDF in the background, once for the same days', async () => {
    const clerk = await app.browserOf('vanthu');
    await clerk.get('/so-van-ban/den/in?nam=2026');
    const days = { nam: '2026', tu: '2026-01-01', den: '2026-06-30' };
    await clerk.post('/so-van-ban/den/in', days);
    const waiting = await clerk.follow(await clerk.post('/so-van-ban/den/in', days));
    expect(textOf(waiting.body)).toContain('Từ ngày 01/01/2026 đến ngày 30/06/2026 Đang dựng. Phạm Minh Tuệ');
    expect(waiting.body.match(/Đang dựng\./gu)).toHaveLength(1);
    await app.work();
    const { body } = await clerk.get('/so-van-ban/den/in?nam=2026');
    expect(textOf(body)).toContain('2 văn bản, 1 trang. Phạm Minh Tuệ');
    const [, href = ''] = /href="(\/so-van-ban\/ban-in\/[^"]+)"/u.exec(body) ?? [];
    const file = await clerk.get(href);
    expect(file.headers['content-disposition']).toContain('so-van-ban-den-2026-01-01-2026-06-30.pdf');
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('say why they could not be made, and can be asked for again', async () => {
    const clerk = await app.browserOf('vanthu');
    const reason = 'LibreOffice không đọc được tệp này.';
    jest.spyOn(app.nest.get(PdfConverter), 'convert').mockResolvedValueOnce([{ status: 'refused', reason }]);
    await clerk.get('/so-van-ban/di/in?nam=2026');
    await clerk.post('/so-van-ban/di/in', { nam: '2026' });
    await app.work();
    expect(textOf((await clerk.get('/so-van-ban/di/in?nam=2026')).body)).toContain(`Không dựng được: ${reason}`);
    await clerk.post('/so-van-ban/di/in', { nam: '2026' });
    await app.work();
    expect(textOf((await clerk.get('/so-van-ban/di/in?nam=2026')).body)).toContain('0 văn bản, 1 trang');
  });
});
