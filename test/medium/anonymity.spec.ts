import type { Actor } from '../../src/kernel/actor.js';
import { Database } from '../../src/platform/database/database.js';
import { CompleteTicket, ImportFeedback, TakeFeedback } from '../../src/tickets/index.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp } from '../support/test-app.js';

const CLERK: Actor = { id: 'vanthu', name: 'Phạm Minh Tuệ', unitId: 'van-phong', roles: ['registryClerk'] };
const WORDS = 'Nhà trường thu tiền học thêm môn Toán mỗi tháng 450.000 đồng.';
const PLACE = 'Trường THPT Núi Voi';

interface Given {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

const SENDERS: readonly (readonly [string, Given, boolean])[] = [
  ['a name and a telephone', { name: 'Bùi Văn Khải', phone: '0912 345 678', email: '' }, false],
  ['a name and an e-mail', { name: 'Bùi Văn Khải', phone: '', email: 'khai.bv@example.com' }, false],
  ['nothing', { name: '', phone: '', email: '' }, true],
  ['a telephone alone', { name: '', phone: '0912 345 678', email: '' }, true],
  ['a name alone', { name: 'Bùi Văn Khải', phone: '', email: '' }, true],
  ['a word for nobody', { name: 'Ẩn danh', phone: '0912 345 678', email: '' }, true],
  ['a word for anybody', { name: 'Phụ huynh', phone: '0912 345 678', email: '' }, true],
  ['figures that reach nobody', { name: 'Bùi Văn Khải', phone: '1022', email: '' }, true],
];

describe('whether a sender is unknown, by one rule', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open();
  });
  afterAll(() => app.close());

  const rows = () => app.nest.get(Database).reader.getRepository(TicketEntity);
  const told = async (id: string): Promise<boolean> => (await rows().findOneByOrFail({ id })).anonymous;

  async function byHotline({ name, phone, email }: Given): Promise<boolean> {
    const ticket = await app.receive({ text: WORDS, place: PLACE, sender: { name, phone, email, keepSecret: true } });
    return told(ticket.id);
  }

  async function byDesk(sender: Given, token: string): Promise<boolean> {
    const feedback = {
      ...({ channel: 'call', category: 'fees', level: 'normal', kind: 'feedback' } as const),
      ...{ receivedAt: new Date('2026-03-18T01:40:00Z'), subject: 'Thu tiền', words: WORDS, place: PLACE },
      ...{ complainedUnitId: null, keepSecret: true, senderAddress: '' },
      ...{ senderName: sender.name, senderPhone: sender.phone, senderEmail: sender.email },
    };
    const { ticketId } = await app.nest.get(TakeFeedback).take(CLERK, { token, feedback, files: [] });
    return told(ticketId);
  }

  async function byFile({ name, phone, email }: Given, key: string): Promise<boolean> {
    const head = 'Mã phản ánh;Kênh;Thời điểm nhận;Nội dung;Lĩnh vực;Họ và tên;Điện thoại;Thư điện tử';
    const line = `${key};Đơn thư;17/03/2026 08:30;${WORDS};Thu chi, dạy thêm;${name};${phone};${email}`;
    const content = Buffer.from(`${head}\n${line}`);
    const before = new Set((await rows().find({ select: { id: true } })).map(({ id }) => id));
    const id = await app.nest.get(ImportFeedback).bring(CLERK, { name: `${key}.csv`, content });
    await app.nest.get(ImportFeedback).confirm(CLERK, id);
    await app.work();
    const entered = (await rows().find()).find((ticket) => !before.has(ticket.id));
    return entered?.anonymous ?? Promise.reject(new Error('No ticket was entered.'));
  }

  async function byCompletion({ name, phone, email }: Given): Promise<boolean> {
    const nobody = { name: '', phone: '', email: '', keepSecret: true };
    const { id, subject, place } = await app.receive({ text: WORDS, place: PLACE, sender: nobody });
    const sender = { senderName: name, senderPhone: phone, senderEmail: email, senderAddress: '' };
    const given = { subject, place, kind: 'feedback', keepSecret: true, ...sender } as const;
    await app.nest.get(CompleteTicket).complete(CLERK, id, given);
    return told(id);
  }

  it.each(SENDERS)(
    '%s: the hotline, the desk, a file and what a clerk fills in agree',
    async (what, sender, unknown) => {
      const answers = {
        hotline: await byHotline(sender),
        desk: await byDesk(sender, what),
        file: await byFile(sender, what),
        completion: await byCompletion(sender),
      };
      expect(answers).toEqual({ hotline: unknown, desk: unknown, file: unknown, completion: unknown });
    },
  );
});
