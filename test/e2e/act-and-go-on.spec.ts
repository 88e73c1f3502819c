import { LettersOf } from '../support/letters-of.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

/** Three tickets in the clerk's list of those that no unit has; each test goes on from the one before it. */
describe('an act on a ticket that was opened from a list', () => {
  let app: TestApp;
  const ids: string[] = [];
  beforeAll(async () => {
    app = await TestApp.open();
    for (let at = 0; at < 3; at += 1) ids.push((await app.receive()).id);
  });
  afterAll(() => app.close());

  const TO_NGOC = { unitId: 'gdtrh', officerId: 'ngoc' };
  const LIST = 'danh-sach=chua-giao';
  const inOrder = async (): Promise<readonly string[]> => {
    const { body } = await (await app.browserOf('vanthu')).get(`/?${LIST}`);
    return [...body.matchAll(/<tr[^>]* data-ticket="([^"]+)"/gu)].map(([, id = '']) => id);
  };

  it('leads to the next of the list once the list no longer holds it, and says how many are left', async () => {
    const clerk = await app.browserOf('vanthu');
    const [first = '', second = ''] = await inOrder();
    await clerk.get(`/phieu/${first}?${LIST}`);
    const answer = await clerk.post(`/phieu/${first}/giao`, TO_NGOC);
    expect(answer.headers.location).toBe(`/phieu/${second}?${LIST}`);
    const words = textOf((await clerk.follow(answer)).body);
    expect(words).toContain('Đã giao phiếu. Còn 2 phiếu trong danh sách “Chờ giao đơn vị”.');
  });

  it('stays with it, and with the list, while the list still holds it', async () => {
    const clerk = await app.browserOf('vanthu');
    const [first = ''] = await inOrder();
    await clerk.get(`/phieu/${first}?${LIST}`);
    expect((await clerk.post(`/phieu/${first}/tiep-nhan`)).headers.location).toBe(`/phieu/${first}?${LIST}`);
  });

  it('goes on at the beginning after the last of the list, and to the empty list after all of them', async () => {
    const clerk = await app.browserOf('vanthu');
    const [first = '', last = ''] = await inOrder();
    await clerk.get(`/phieu/${last}?${LIST}`);
    expect((await clerk.post(`/phieu/${last}/giao`, TO_NGOC)).headers.location).toBe(`/phieu/${first}?${LIST}`);
    await clerk.get(`/phieu/${first}?${LIST}`);
    const answer = await clerk.post(`/phieu/${first}/giao`, TO_NGOC);
    expect(answer.headers.location).toBe(`/?${LIST}`);
    expect(textOf((await clerk.follow(answer)).body)).toContain('Danh sách “Chờ giao đơn vị” đã hết.');
  });

  it('beside the list it leads to the next row of the list, or to the page of the ticket that the list still holds', async () => {
    const officer = await app.browserOf('ngoc');
    const waiting = async (list: string): Promise<readonly string[]> =>
      [...(await officer.get(list)).body.matchAll(/<tr[^>]* data-ticket="([^"]+)"/gu)].map(([, id = '']) => id);
    const [first = '', second = '', third = ''] = await waiting('/?danh-sach=can-nhan&phieu=x');
    const taken = await officer.post(`/phieu/${first}/nhan`);
    expect(taken.headers.location).toBe(`/?danh-sach=can-nhan&phieu=${second}`);
    expect(textOf((await officer.follow(taken)).body)).toContain('Còn 2 phiếu trong danh sách “Cần nhận”.');
    await officer.get('/');
    expect((await officer.post(`/phieu/${third}/nhan`)).headers.location).toBe(`/phieu/${third}?danh-sach=cua-toi`);
  });

  it('that is refused leads back to where it was asked, and one of a ticket opened by itself stays there', async () => {
    const officer = await app.browserOf('ngoc');
    const [id = ''] = ids;
    await officer.get(`/phieu/${id}?danh-sach=can-nhan`);
    const refused = await officer.post(`/phieu/${id}/khong-nhan`, { reason: '' });
    expect(refused.headers.location).toContain(`/phieu/${id}?danh-sach=can-nhan`);
    await officer.get(`/phieu/${id}`);
    expect((await officer.post(`/phieu/${id}/nhan`)).headers.location).toBe(`/phieu/${id}`);
  });
});

/** Two letters wait for their head; each test goes on from the one before it. */
describe('the approval of a letter that was opened from a list', () => {
  let app: TestApp;
  const letterOf = new Map<string, string>();
  const letters = new LettersOf(() => app);
  const LIST = 'danh-sach=duyet-noi-dung';
  let [first, second] = ['', ''];

  beforeAll(async () => {
    app = await TestApp.open();
    for (let at = 0; at < 2; at += 1) {
      const ticket = await letters.ticketInHand();
      letterOf.set(ticket, `/du-thao/${await letters.writtenAndSent(ticket)}`);
    }
    const { body } = await (await app.browserOf('thang')).get(`/?${LIST}`);
    const rows = [...body.matchAll(/<tr[^>]* data-ticket="([^"]+)"/gu)].map(([, id = '']) => letterOf.get(id) ?? '');
    [first = '', second = ''] = rows;
    expect(body).toContain(`href="${first}?${LIST}"`);
  });
  afterAll(() => app.close());

  it('leads to the letter of the next ticket, and says how many are left', async () => {
    const head = await app.browserOf('thang');
    await head.get(`${first}?${LIST}`);
    const answer = await head.post(`${first}/duyet-noi-dung`);
    expect(answer.headers.location).toBe(`${second}?${LIST}`);
    expect(textOf((await head.follow(answer)).body)).toContain('Còn 1 phiếu trong danh sách “Chờ duyệt nội dung”.');
  });

  it('leads to the empty list after the last of them, also where it is sent back', async () => {
    const head = await app.browserOf('thang');
    await head.get(`${second}?${LIST}`);
    const refused = await head.post(`${second}/tra-lai`, { reason: '' });
    expect(refused.headers.location).toContain(`${second}?${LIST}`);
    await head.get(`${second}?${LIST}`);
    const answer = await head.post(`${second}/tra-lai`, { reason: 'Bổ sung mức thu của nhà trường.' });
    expect(answer.headers.location).toBe(`/?${LIST}`);
  });

  it('stays with the letter where the next step falls to the same person', async () => {
    const clerk = await app.browserOf('vanthu');
    await clerk.get(`${first}?danh-sach=duyet-the-thuc`);
    expect((await clerk.post(`${first}/duyet-the-thuc`)).headers.location).toBe(first);
    expect(textOf((await clerk.get(first)).body)).toContain('Trình ký');
  });
});
