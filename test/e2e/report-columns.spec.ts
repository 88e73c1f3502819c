import { PublishTemplate, UploadTemplate } from '../../src/drafting/index.js';
import { both, inBody, spoilt } from '../../src/drafting/lint/spoilt-template.fixture.js';
import { AssignTicket } from '../../src/tickets/index.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import { rowsOfWord } from '../support/print-outs.js';
import { TestApp } from '../support/test-app.js';

const { clerk } = PARTIES;

/** The template of the report with other figures in its last two columns. */
const withOtherColumns = (): Buffer =>
  spoilt(
    both(
      ...[inBody('Trả lời quá hạn', 'Còn lại'), inBody('{qua_han}', '{con_lai}')],
      ...[inBody('Chưa trả lời, đã quá hạn', 'Tỷ lệ đúng hạn'), inBody('{con_qua_han}', '{ty_le_dung_han}')],
    ),
    'bao-cao',
  );

describe('the table of a report', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open();
    await app.receive();
    const given = { ticketId: (await app.receive()).id, unitId: 'gdtrh', officerId: 'ngoc' };
    await app.nest.get(AssignTicket).assign(clerk, given);
  });
  afterAll(() => app.close());

  it('has the columns that the department chose in its own template', async () => {
    const file = { kind: 'bao-cao', name: 'bao-cao.docx', content: withOtherColumns() };
    const uploadId = await app.nest.get(UploadTemplate).upload(clerk, file);
    const reason = 'Công văn 20/UBND-VX về biểu mẫu báo cáo.';
    const published = { uploadId, validFrom: '2026-03-18', reason, acceptedBecause: '' };
    await app.nest.get(PublishTemplate).publish(clerk, published);

    app.clock.set('2026-04-16T01:00:00.000Z');
    const supervisor = await app.browserOf('giamsat');
    await supervisor.get('/bao-cao');
    const wish = { kind: 'monthly', cutOff: 'day15', day: '2026-03-20', firstDay: '', lastDay: '' };
    const page = (await supervisor.follow(await supervisor.post('/bao-cao', wish))).body;
    const id = /bao-cao\/([0-9a-f-]{36})\/chot/u.exec(page)?.[1] ?? '';
    const seen = /name="seen" value="([0-9a-f]{64})"/u.exec(page)?.[1] ?? '';
    await supervisor.post(`/bao-cao/${id}/chot`, { seen });
    await app.work();
    const rows = rowsOfWord((await supervisor.get(`/bao-cao/${id}/bao-cao.docx`)).rawPayload);
    const table = rows.filter((row) => row.length === 8);
    expect(table[0]?.slice(2)).toEqual([
      ...['Tồn kỳ trước', 'Tiếp nhận', 'Đã trả lời', 'Trả lời đúng hạn', 'Còn lại', 'Tỷ lệ đúng hạn'],
    ]);
    expect(table.at(-1)?.slice(1)).toEqual(['Tổng cộng', '0', '2', '0', '0', '2', '']);
  });
});
