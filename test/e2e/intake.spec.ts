import { readSheet } from 'read-excel-file/node';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { TICKET_COLUMNS } from '../../src/tickets/index.js';
import { textOf } from '../support/web-visitor.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';

let app: TestApp;
let clerk: TestBrowser;

beforeAll(async () => {
  app = await TestApp.open();
  clerk = await app.browserOf('vanthu');
});

afterAll(() => app.close());

const TOLD = {
  channel: 'visit',
  receivedAt: '2026-03-18T08:40',
  words: 'Nhà trường thu tiền học thêm môn Toán mỗi tháng 450.000 đồng.',
  subject: '',
  place: 'Trường THPT Núi Voi',
  category: 'fees',
  level: 'normal',
  kind: 'feedback',
  complainedUnitId: '',
  senderName: 'Bùi Văn Khải',
  senderPhone: '0900 000 142',
  senderEmail: '',
  senderAddress: '',
  keepSecret: '1',
};

async function token(): Promise<string> {
  const page = await clerk.get('/phieu-moi');
  return /name="token" value="([^"]+)"/u.exec(page.body)?.[1] ?? '';
}

describe('feedback that a clerk writes down', () => {
  it('becomes a ticket with its line in the incoming register', async () => {
    const posted = await clerk.post('/phieu-moi', { ...TOLD, token: await token() });
    expect(posted.statusCode).toBe(303);
    const ticket = textOf((await clerk.follow(posted)).body);
    expect(ticket).toContain('PAKN.20260318.0001');
    expect(ticket).toContain('Trực tiếp tại Sở');
    expect(ticket).toContain(TOLD.words);
    expect(textOf((await clerk.get('/so-van-ban/den')).body)).toContain('Tổ chức, cá nhân (đến trực tiếp)');
  });

  it('rule 1: pressed twice it leads to the same ticket', async () => {
    const form = { ...TOLD, token: await token() };
    const [first, second] = [await clerk.post('/phieu-moi', form), await clerk.post('/phieu-moi', form)];
    expect(second.headers.location).toBe(first.headers.location);
    for (const change of [
      { words: 'Nhà trường thu tiền quỹ lớp không có phiếu thu.' },
      { senderPhone: '0900 000 143' },
    ]) {
      const refused = await clerk.follow(await clerk.post('/phieu-moi', { ...form, ...change }));
      expect(textOf(refused.body)).toContain('Mở lại trang Ghi phiếu mới rồi ghi lại.');
    }
  });

  it('keeps what the visitor brought for those who may see the ticket, but not for the unit it is about', async () => {
    const form = { ...TOLD, complainedUnitId: 'nui-voi', token: await token() };
    const file = { field: 'files', name: 'biên lai.pdf', content: '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n' };
    const ticket = await clerk.follow(await clerk.postFile('/phieu-moi', form, file));
    const path = /href="(\/tep\/cong-dan\/[^"]+)"/u.exec(ticket.body)?.[1] ?? '';
    expect((await clerk.get(path)).body).toBe(file.content);
    expect((await (await app.browserOf('luc')).get(path)).statusCode).toBe(404);
  });

  it.each([
    ['a day that does not exist', { receivedAt: '2026-02-31T08:00' }, 'Ghi thời điểm nhận có thật'],
    ['a time to come', { receivedAt: '2026-03-18T09:01' }, 'Thời điểm nhận không thể sau lúc này.'],
    ['no category', { category: '' }, 'Chọn lĩnh vực.'],
    ['words that say nothing', { words: 'Alo' }, 'Viết thêm: cần từ 10 ký tự, hiện có 3.'],
  ])('%s comes back with the sentence and all that was typed', async (_rule, change, sentence) => {
    const refused = await clerk.post('/phieu-moi', { ...TOLD, ...change, token: await token() });
    const page = await clerk.follow(refused);
    expect(textOf(page.body)).toContain(sentence);
    expect(page.body).toContain('value="Trường THPT Núi Voi"');
    expect(page.body).toContain('aria-invalid="true"');
  });

  it('rule 2: of an unknown sender is refused by rule, and its page says why', async () => {
    const form = { ...TOLD, senderName: '', senderPhone: '', token: await token() };
    const ticket = textOf((await clerk.follow(await clerk.post('/phieu-moi', form))).body);
    expect(ticket).toContain('Không tiếp nhận');
    expect(ticket).toContain('Nghị định 20/2008/NĐ-CP, Điều 7');
  });

  it('is written down by the registry alone', async () => {
    const officer = await app.browserOf('ngoc');
    expect((await officer.get('/phieu-moi')).statusCode).toBe(403);
  });
});

describe('the desk of a ticket', () => {
  it('rule 7: leads what is no feedback to a prepared return, and goes to no unit', async () => {
    const { id } = await app.receive({ text: 'Tôi tố cáo ông hiệu trưởng nhận tiền của phụ huynh.' });
    const before = await clerk.get(`/phieu/${id}`);
    expect(textOf(before.body)).toContain('Có thể là tố cáo: những chữ “');
    const classified = { nature: 'denunciation', kind: 'feedback', level: 'normal', category: 'staffConduct' };
    const page = await clerk.follow(await clerk.post(`/phieu/${id}/phan-loai`, classified));
    expect(textOf(page.body)).toContain('Hướng dẫn và chuyển trả');
    expect(page.body).toContain('Nội dung thuộc loại đơn được xử lý theo quy định riêng');
    expect(page.body).not.toContain(`action="/phieu/${id}/giao"`);
  });

  it('rule 7: takes from its unit what turns out to be no feedback, and leads it to its return', async () => {
    const { id } = await app.receive();
    await clerk.get(`/phieu/${id}`);
    await clerk.post(`/phieu/${id}/giao`, { unitId: 'gdtrh', officerId: 'ngoc' });
    const officer = await app.browserOf('ngoc');
    await officer.get(`/phieu/${id}`);
    await officer.post(`/phieu/${id}/nhan`);
    const before = await clerk.get(`/phieu/${id}`);
    expect(textOf(before.body)).toContain('thì phiếu rời đơn vị và về Văn thư');
    const judged = { nature: 'denunciation', kind: 'feedback', level: 'normal', category: 'staffConduct' };
    const page = textOf((await clerk.follow(await clerk.post(`/phieu/${id}/phan-loai`, judged))).body);
    expect(page).toContain('Hướng dẫn và chuyển trả…');
    expect(page).toContain('Chưa giao đơn vị nào Hướng dẫn và chuyển trả trước');
    expect(page).toContain('Chuyển trả phiếu không thuộc thẩm quyền Hạn');
    expect((await officer.get(`/phieu/${id}`)).statusCode).toBe(404);
  });

  it.each([
    ['phan-loai', { nature: 'feedback', kind: 'feedback', level: 'urgent', category: 'fees' }, 'Mức độ Khẩn'],
    ['bo-sung', { subject: 'Thu tiền học thêm môn Toán', kind: 'feedback' }, 'Thu tiền học thêm môn Toán'],
  ])('of two clerks at the form %s, the second is told that the first has changed it', async (path, first, kept) => {
    const { id, version } = await app.receive();
    const other = await app.browserOf('vanthu');
    for (const browser of [clerk, other]) {
      const { body } = await browser.get(`/phieu/${id}`);
      expect(body.split(`action="/phieu/${id}/${path}"`)[1]).toContain(`name="seen" value="${String(version)}"`);
    }
    await clerk.post(`/phieu/${id}/${path}`, { ...first, seen: String(version) });
    const second = { ...first, level: 'complex', subject: 'Thu tiền', seen: String(version) };
    const page = textOf((await other.follow(await other.post(`/phieu/${id}/${path}`, second))).body);
    expect(page).toContain('Người khác vừa cập nhật trước.');
    expect(page).toContain(kept);
  });

  it('rule 5: takes a ticket by one press', async () => {
    const { id } = await app.receive();
    await clerk.get(`/phieu/${id}`);
    const page = await clerk.follow(await clerk.post(`/phieu/${id}/tiep-nhan`));
    expect(textOf(page.body)).toContain('Đã tiếp nhận');
  });

  it('rule 6: gives a refusal that is too short back with what was typed', async () => {
    const { id } = await app.receive();
    await clerk.get(`/phieu/${id}`);
    const refused = await clerk.post(`/phieu/${id}/tu-choi`, { reason: 'outOfScope', text: 'Không thuộc phạm vi.' });
    const page = await clerk.follow(refused);
    expect(textOf(page.body)).toContain('Viết thêm: cần từ 30 ký tự, hiện có 20.');
    expect(page.body).toContain('Không thuộc phạm vi.');
  });
});

describe('a file of feedback', () => {
  const HEAD = 'Mã phản ánh;Kênh;Thời điểm nhận;Nội dung;Họ và tên;Điện thoại;Lĩnh vực';
  const line = (id: string, day = '17/03/2026'): string =>
    `${id};Đơn thư;${day};Nhà trường thu tiền học thêm mỗi tháng.;Nguyễn Văn A;0900000142;Thu chi, dạy thêm`;

  async function bring(...lines: readonly string[]) {
    await clerk.get('/nhap-phieu');
    return clerk.postFile(
      '/nhap-phieu',
      {},
      { field: 'file', name: 'thang-3.csv', content: [HEAD, ...lines].join('\n') },
    );
  }

  it('shows what is wrong beside its row and offers nothing to confirm', async () => {
    const page = await clerk.follow(await bring(line('DT-1'), line('DT-2', '31/02/2026')));
    expect(textOf(page.body)).toContain('1 dòng phải sửa, 1 phiếu mới, 0 dòng đã có.');
    expect(textOf(page.body)).toContain('“31/02/2026” không phải ngày có thật');
    expect(page.body).not.toContain('xac-nhan');
  });

  it('rule 1: is entered when it is confirmed, and the second time everything is known', async () => {
    const review = await bring(line('DT-1'), line('DT-2'));
    const path = String(review.headers.location);
    expect(textOf((await clerk.follow(review)).body)).toContain('Vào sổ 2 phiếu');
    expect((await clerk.post(`${path}/xac-nhan`)).statusCode).toBe(303);
    await app.work();
    expect(textOf((await clerk.get(path)).body)).toContain('2 trên 2 phiếu');
    const again = await clerk.follow(await bring(line('DT-1'), line('DT-2')));
    expect(textOf(again.body)).toContain('Mọi dòng của tệp đã có phiếu');
  });

  it('that stands still half way says why', async () => {
    const path = String((await bring(line('DT-3'), line('DT-4'))).headers.location);
    await clerk.get(path);
    await clerk.post(`${path}/xac-nhan`);
    const failed = { attempts: 3, lastError: 'Cơ sở dữ liệu đang bận hoặc hết chỗ.' };
    const job = { key: `case.import:${path.split('/').at(-1) ?? ''}:0` };
    await app.nest.get(UnitOfWork).run((tx) => tx.update(OutboxEntity, job, failed));
    const page = textOf((await clerk.get(path)).body);
    expect(page).toContain('Đang dừng giữa chừng. Cơ sở dữ liệu đang bận hoặc hết chỗ. Đã thử 3 lần; thử tiếp lúc');
    await app.work();
    expect(textOf((await clerk.get(path)).body)).not.toContain('dừng giữa chừng');
  });

  it('that cannot be read comes back with the reason at the field', async () => {
    const page = await clerk.follow(await bring(`DT-1;=A1;17/03/2026;x;y;z;t`));
    expect(textOf(page.body)).toContain('Ô B2 là công thức.');
  });

  it.each(['/nhap-phieu/mau.xlsx', '/nhap-phieu/mau.csv'])(
    'has a sample that is read without a flaw: %s',
    async (path) => {
      const sample = await clerk.get(path);
      await clerk.get('/nhap-phieu');
      const file = { field: 'file', name: path, content: new Uint8Array(sample.rawPayload) };
      const page = await clerk.follow(await clerk.postFile('/nhap-phieu', {}, file));
      expect(textOf(page.body)).toContain('0 dòng phải sửa, 1 phiếu mới');
    },
  );
});

describe('the register of tickets', () => {
  it('rule 22: shows any period with its columns, senders by initials', async () => {
    const { body } = await clerk.get('/so-tiep-nhan?tu=2026-03-01&den=2026-03-18');
    const page = textOf(body);
    expect(page).toContain('Từ 01/03/2026 đến 18/03/2026');
    expect(page).toContain('PAKN.20260318.0001');
    expect(page).toContain('B. V. K.');
    expect(page).not.toContain('Bùi Văn Khải');
    expect(textOf((await clerk.get('/so-tiep-nhan?tu=2026-02-01&den=2026-02-28')).body)).toContain(
      'Không có phiếu nào',
    );
  });

  it('rule 22: goes out as a workbook in the order of receipt', async () => {
    const { rawPayload } = await clerk.get('/so-tiep-nhan.xlsx?tu=2026-03-01&den=2026-03-18');
    const [head, ...rows] = await readSheet(rawPayload, 1);
    expect(head).toEqual(TICKET_COLUMNS.map(({ heading }) => heading));
    const codes = rows.map((row) => String(row[2]));
    expect(codes).toContain('PAKN.20260318.0001');
    expect(codes).toEqual(codes.toSorted());
  });

  it('rule 22: is asked for by those who see every unit alone', async () => {
    const officer = await app.browserOf('ngoc');
    for (const path of ['/so-tiep-nhan', '/so-tiep-nhan.xlsx']) expect((await officer.get(path)).statusCode).toBe(403);
  });

  it('refuses a period that is upside down', async () => {
    expect((await clerk.get('/so-tiep-nhan?tu=2026-03-18&den=2026-03-01')).statusCode).toBe(422);
  });
});
