import { textOf } from '../support/web-visitor.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';

let house: TestApp;
let clerk: TestBrowser;

beforeAll(async () => {
  house = await TestApp.open();
  clerk = await house.browserOf('vanthu');
});

afterAll(() => house.close());

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
    expect(textOf((await clerk.get('/so-van-ban/den')).body)).toContain('Công dân đến trực tiếp');
  });

  it('rule 1: pressed twice it leads to the same ticket', async () => {
    const form = { ...TOLD, token: await token() };
    const [first, second] = [await clerk.post('/phieu-moi', form), await clerk.post('/phieu-moi', form)];
    expect(second.headers.location).toBe(first.headers.location);
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
    expect(ticket).toContain('Từ chối');
    expect(ticket).toContain('Nghị định 20/2008/NĐ-CP, Điều 7');
  });

  it('is written down by the registry alone', async () => {
    const officer = await house.browserOf('ngoc');
    expect((await officer.get('/phieu-moi')).statusCode).toBe(403);
  });
});

describe('the desk of a ticket', () => {
  it('rule 7: leads what is no feedback to a prepared return, and goes to no unit', async () => {
    const { id } = await house.receive({ text: 'Tôi tố cáo ông hiệu trưởng nhận tiền của phụ huynh.' });
    const before = await clerk.get(`/phieu/${id}`);
    expect(textOf(before.body)).toContain('Lời công dân có thể là tố cáo.');
    const classified = { nature: 'denunciation', kind: 'feedback', level: 'normal', category: 'staffConduct' };
    const page = await clerk.follow(await clerk.post(`/phieu/${id}/phan-loai`, classified));
    expect(textOf(page.body)).toContain('Hướng dẫn và chuyển trả');
    expect(page.body).toContain('được tiếp nhận và giải quyết theo Luật Tố cáo');
    expect(page.body).not.toContain(`action="/phieu/${id}/giao"`);
  });

  it('rule 5: takes a ticket by one press', async () => {
    const { id } = await house.receive();
    await clerk.get(`/phieu/${id}`);
    const page = await clerk.follow(await clerk.post(`/phieu/${id}/tiep-nhan`));
    expect(textOf(page.body)).toContain('Đã tiếp nhận');
  });

  it('rule 6: gives a refusal that is too short back with what was typed', async () => {
    const { id } = await house.receive();
    await clerk.get(`/phieu/${id}`);
    const refused = await clerk.post(`/phieu/${id}/tu-choi`, { reason: 'outOfScope', text: 'Không thuộc phạm vi.' });
    const page = await clerk.follow(refused);
    expect(textOf(page.body)).toContain('Viết thêm: cần từ 30 ký tự, hiện có 20.');
    expect(page.body).toContain('Không thuộc phạm vi.');
  });
});
