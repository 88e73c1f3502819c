import { EnterPaper, type PaperToEnter } from '../../src/correspondence/index.js';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { newId } from '../../src/kernel/ids.js';
import { Database } from '../../src/platform/database/database.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import { TestApp } from '../support/test-app.js';

const PAPER = {
  ...{ senderCode: '', senderName: 'Sở Nội vụ', code: '41/SNV-CCHC', issuedDate: civilDate('2026-03-10') },
  ...{ typeName: 'Công văn', subject: 'xây dựng kế hoạch cải cách hành chính', priority: 0, person: null },
};

const scan = (text: string) => ({
  name: 'ban-quet.pdf',
  content: Buffer.from(`%PDF-1.7\n% ${text}\n1 0 obj\n<<>>\nendobj\n%%EOF\n`),
});

describe('the form of a paper', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open();
  });
  afterAll(() => app.close());

  const key = newId();
  const enter = (change: Partial<PaperToEnter> = {}): Promise<string> =>
    app.nest.get(EnterPaper).enter(PARTIES.clerk, { key, paper: PAPER, files: [scan('a')], ...change });

  it('makes one line, however often it is pressed with the same contents', async () => {
    const pressed = await Promise.all([enter(), enter()]);
    expect(new Set([...pressed, await enter()]).size).toBe(1);
  });

  it.each([
    ['another subject', { paper: { ...PAPER, subject: 'báo cáo cải cách hành chính' } }],
    ['a person who wrote', { paper: { ...PAPER, person: { wroteBy: 'inPerson' as const, address: '' } } }],
    ['another scan', { files: [scan('b')] }],
    ['no scan', { files: [] }],
  ])('is refused once it was entered and says something else: %s', async (_what, change) => {
    await enter();
    await expect(enter(change)).rejects.toMatchObject({
      details: { field: 'key', message: 'Mở lại trang Vào sổ văn bản giấy rồi ghi lại.' },
    });
    expect(await app.nest.get(Database).reader.manager.count(IncomingDocumentEntity)).toBe(1);
  });
});
