import PizZip from 'pizzip';
import { AssignTicket } from '../../src/tickets/index.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import { linesOfWord, rowsOfWord } from '../support/print-outs.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

const PLACE = '/bao-cao';

/** Nobody outside reads it; it stays in the system. */
const HASH = /[0-9a-f]{16,}/u;

/** What the text of a report says of the period is what its table gives: in the row of the whole, and in the sum of the units. */
function requireAgreement(docx: Buffer): void {
  const rows = rowsOfWord(docx).filter((row) => row.length === COUNTS + 2);
  const whole = rows.at(-1) ?? [];
  const numbers = (row: readonly string[]): readonly number[] => row.slice(2).map(Number);
  const units = rows.filter(([place]) => /^\d+$/u.test(place ?? '')).map(numbers);
  expect(units).toHaveLength(2);
  expect(units.reduce((sum, row) => sum.map((one, at) => one + (row[at] ?? 0)))).toEqual(numbers(whole));
  const text = linesOfWord(docx).join(' ');
  const said = (words: RegExp): number => Number(words.exec(text)?.[1]);
  expect([
    ...[said(/Tồn kỳ trước (\d+) phiếu/u), said(/tiếp nhận (\d+) phiếu, trong đó mở lại/u)],
    ...[said(/trong đó trả lời (\d+) phiếu/u), said(/Trả lời đúng hạn (\d+) phiếu/u)],
    ...[said(/trả lời quá hạn (\d+) phiếu/u), said(/chưa trả lời, đã quá hạn: (\d+) phiếu/u)],
  ]).toEqual(numbers(whole));
}

/** Columns of numbers of the table, beside the ordinal and the unit. */
const COUNTS = 6;

describe('reports, in the browser', () => {
  let app: TestApp;
  let supervisor: TestBrowser;
  beforeAll(async () => {
    app = await TestApp.open();
    await app.receive();
    await app.receive();
    const given = { ticketId: (await app.receive()).id, unitId: 'gdtrh', officerId: 'ngoc' };
    await app.nest.get(AssignTicket).assign(PARTIES.clerk, given);
    app.clock.set('2026-04-16T01:00:00.000Z');
    supervisor = await app.browserOf('giamsat');
  });
  afterAll(() => app.close());

  it('are made, open their rows, are written to, frozen, checked and taken out', async () => {
    await supervisor.get(PLACE);
    const wish = { kind: 'monthly', cutOff: 'day15', day: '2026-05-01', firstDay: '', lastDay: '' };
    const early = (await supervisor.follow(await supervisor.post(PLACE, wish))).body;
    expect(early).toContain('Kỳ chưa kết thúc.');
    expect(early).toContain('value="01/05/2026"');
    const page = await supervisor.follow(await supervisor.post(PLACE, { ...wish, day: '2026-03-20' }));
    expect(page.body).toContain('Báo cáo tháng 4 năm 2026');
    expect(page.body).toContain('Tồn kỳ trước 0 + tiếp nhận 3 = ');
    const id = /bao-cao\/([0-9a-f-]{36})\/chot/u.exec(page.body)?.[1] ?? '';
    const seen = /name="seen" value="([0-9a-f]{64})"/u.exec(page.body)?.[1] ?? '';
    const one = `${PLACE}/${id}`;

    const rows = (await supervisor.get(`${one}/phieu?chi-tieu=received&don-vi=chua-giao`)).body;
    expect(rows).toContain('Tiếp nhận, Chưa giao đơn vị');
    expect(rows.match(/class="ha-code"/gu)).toHaveLength(2);
    expect((await supervisor.get(`${one}/phieu?chi-tieu=received&ky=truoc`)).body).toContain('Không có phiếu nào');
    for (const by of ['linh-vuc', 'muc-do', 'kenh', 'ly-do']) {
      expect((await supervisor.get(`${one}?theo=${by}`)).statusCode).toBe(200);
    }
    expect((await supervisor.get(`${one}?don-vi=chua-giao`)).body).toContain('Chưa giao đơn vị, theo lĩnh vực');

    const words = { addressee: 'UBND thành phố', assessment: '<b>Đạt</b>', proposals: '' };
    expect((await supervisor.follow(await supervisor.post(`${one}/loi-van`, words))).body).toContain('&lt;b>Đạt');
    const frozen = (await supervisor.follow(await supervisor.post(`${one}/chot`, { seen }))).body;
    expect(frozen).toContain('Đã chốt');
    expect(frozen).not.toContain('Chốt báo cáo?');
    await app.work();
    const check = (await supervisor.get(`${one}/kiem-tra`)).body;
    expect(check).toContain('Đạt: báo cáo lập lại hôm nay trùng với bản đã lưu.');

    const clerk = await app.browserOf('vanthu');
    expect((await clerk.get(one)).body).not.toContain('Viết nhận xét, đánh giá, kiến nghị');
    for (const ending of ['bao-cao.docx', 'bao-cao.pdf', 'bao-cao.xlsx', 'so-lieu.json']) {
      expect((await clerk.get(`${one}/${ending}`)).statusCode).toBe(200);
    }
    const file = async (ending: string): Promise<Buffer> => (await clerk.get(`${one}/${ending}`)).rawPayload;
    requireAgreement(await file('bao-cao.docx'));
    const sheets = new PizZip(await file('bao-cao.xlsx'));
    const cells = Object.keys(sheets.files).map((name) => textOf(sheets.file(name)?.asText() ?? ''));
    for (const text of [...linesOfWord(await file('bao-cao.docx')), ...cells]) expect(text).not.toMatch(HASH);
    expect((await (await app.browserOf('ngoc')).get(one)).statusCode).toBe(403);
    expect((await clerk.get(PLACE)).body).toContain('Hoàng Thị Minh Nguyệt chốt');
  });
});
