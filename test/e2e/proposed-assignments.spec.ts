import { DecisionAuthorityEntity } from '../../src/delegation/index.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FollowArrivals } from '../../src/proposals/index.js';
import { RoutingLineEntity } from '../../src/routing-table/index.js';
import { AcceptTicket, AssignTicket, ClassifyTicket } from '../../src/tickets/index.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const LINE: RoutingLineEntity = {
  ...{ id: 'r1', no: 1, category: 'fees', schoolLevel: null, area: null, leadUnitId: 'gdtrh', officerId: 'ngoc' },
  ...{ coordinators: [], basis: '125/QĐ-SGDĐT', validFrom: civilDate('2026-01-01'), validTo: null },
  ...{ createdById: 'vanthu', createdByName: 'Phạm Minh Tuệ', createdAt: new Date('2026-01-01') },
  ...{ endedBecause: null, endedByName: null, endedAt: null },
};

/** Three tickets about fees and one of which nothing is known; each test goes on from the one before it. */
describe('tickets that are handed out together, each to whom is proposed', () => {
  let app: TestApp;
  const fees: string[] = [];
  let unknown = '';
  beforeAll(async () => {
    app = await TestApp.open();
    await app.nest.get(UnitOfWork).run((tx) => tx.insert(RoutingLineEntity, LINE));
    for (let at = 0; at < 3; at += 1) fees.push((await app.receive()).id);
    unknown = (await app.receive({ category: '', subject: 'Việc khác', place: '', text: 'Kính gửi Sở.' })).id;
    await app.nest.get(FollowArrivals).run();
  });
  afterAll(() => app.close());

  const chosen = (...ids: string[]): string =>
    `/giao-theo-de-xuat?${new URLSearchParams(ids.map((id) => ['phieu', id])).toString()}`;
  const valuesIn = (body: string): string[] =>
    [...body.matchAll(/name="phieu" value="([^"]+)"/gu)].map(([, value = '']) => value);

  it('are marked in the list, with those of which nothing is proposed', async () => {
    const clerk = await app.browserOf('vanthu');
    const { body } = await clerk.get('/?danh-sach=chua-giao');
    expect(valuesIn(body.slice(0, body.indexOf('id="xem-truoc"'))).toSorted()).toEqual([...fees, unknown].toSorted());
  });

  it('are each assigned beside the list by one press, as shown; the next of the list follows', async () => {
    const clerk = await app.browserOf('vanthu');
    const one = (await app.receive()).id;
    await app.nest.get(FollowArrivals).run();
    const { body } = await clerk.get(`/?danh-sach=chua-giao&phieu=${one}`);
    const beside = body.slice(body.indexOf('id="xem-truoc"'));
    expect(textOf(beside)).toContain('Đề xuất giao Phòng Giáo dục Trung học; Ông Nguyễn Thị Hồng Ngọc');
    const [choice = ''] = valuesIn(beside);
    expect(choice).toContain(one);
    const stale = await clerk.post('/giao-theo-de-xuat', { phieu: choice.replace('~ngoc', '~luc') });
    expect(textOf((await clerk.follow(stale)).body)).toContain('vừa');
    await clerk.get(`/?danh-sach=chua-giao&phieu=${one}`);
    const answer = await clerk.post('/giao-theo-de-xuat', { phieu: choice });
    const page = await clerk.follow(answer);
    expect(textOf(page.body)).toContain('Đã giao phiếu theo đề xuất. Còn 4 phiếu trong danh sách “Chờ giao đơn vị”.');
    expect(answer.headers.location).toMatch(/^\/\?danh-sach=chua-giao&phieu=/u);
    expect(answer.headers.location).not.toContain(one);
    const unproposed = (await clerk.get(`/?danh-sach=chua-giao&phieu=${unknown}`)).body;
    expect(valuesIn(unproposed.slice(unproposed.indexOf('id="xem-truoc"')))).toEqual([]);
  });

  it('are all assigned, although the browser names only the site as the page on which they were marked', async () => {
    const clerk = await app.browserOf('vanthu');
    const two = [(await app.receive()).id, (await app.receive()).id];
    await app.nest.get(FollowArrivals).run();
    const phieu = valuesIn((await clerk.get(chosen(...two))).body);
    expect(phieu).toHaveLength(2);
    await clerk.get('/');
    const page = await clerk.follow(await clerk.post('/giao-theo-de-xuat', { phieu }));
    expect(textOf(page.body)).toContain('Đã giao 2 phiếu.');
  });

  it('stand with unit, officer and reason; what nobody is proposed for stands apart', async () => {
    const clerk = await app.browserOf('vanthu');
    const { body } = await clerk.get(chosen(...fees, unknown));
    expect(valuesIn(body)).toHaveLength(3);
    expect(textOf(body)).toContain('Nguyễn Thị Hồng Ngọc');
    expect(textOf(body)).toContain('Chưa có đề xuất; mở phiếu để giao.');
  });

  it('go to their units but for what somebody else handed out meanwhile, which is said and left as it is', async () => {
    const clerk = await app.browserOf('vanthu');
    const [first = '', , third = ''] = fees;
    const phieu = valuesIn((await clerk.get(chosen(...fees))).body);
    await app.nest.get(AssignTicket).assign(PARTIES.clerk, { ticketId: first, unitId: 'nui-voi', officerId: 'luc' });
    const answer = await clerk.post('/giao-theo-de-xuat', { phieu });
    const page = textOf((await clerk.follow(answer)).body);
    expect(page).toContain('Đã giao 2 phiếu; 1 phiếu chưa giao được.');
    expect(page).toContain('Người khác vừa cập nhật trước.');
    expect(textOf((await clerk.get(`/phieu/${third}`)).body)).toContain('Giao Phòng Giáo dục Trung học chủ trì');
    expect(textOf((await clerk.get(`/phieu/${first}`)).body)).not.toContain('Giao Phòng Giáo dục Trung học chủ trì');
  });

  it('are named with their unit no more once one was judged a denunciation', async () => {
    const { id } = await app.receive();
    await app.nest.get(FollowArrivals).run();
    const row = async (): Promise<string> => {
      const { body } = await (await app.browserOf('giamsat')).get('/?danh-sach=toan-so');
      return textOf(new RegExp(`<tr[^>]* data-ticket="${id}".*?</tr>`, 'su').exec(body)?.[0] ?? '');
    };
    expect(await row()).toContain('Đề xuất: Phòng Giáo dục Trung học');
    await app.nest.get(AcceptTicket).accept(PARTIES.clerk, id);
    const judged = { level: 'normal', category: 'fees', kind: 'feedback', complainedUnitId: null } as const;
    await app.nest.get(ClassifyTicket).classify(PARTIES.clerk, id, { ...judged, nature: 'denunciation' });
    expect(await row()).toContain('Nội dung được giữ bí mật');
    expect(await row()).not.toContain('Đề xuất');
  });

  it('are not handed out twice when the form is sent again, and a form without a mark is told so', async () => {
    const clerk = await app.browserOf('vanthu');
    const [, second = ''] = fees;
    await clerk.get(chosen(second));
    const again = await clerk.follow(await clerk.post('/giao-theo-de-xuat', { phieu: [`${second}~1~ngoc`] }));
    expect(textOf(again.body)).toContain('Đã giao 0 phiếu; 1 phiếu chưa giao được.');
    const none = await clerk.follow(await clerk.post('/giao-theo-de-xuat', {}));
    expect(textOf(none.body)).toContain('Đánh dấu ít nhất một phiếu.');
  });
});

describe('tickets that are handed out together in a department that has handed no decision on', () => {
  let app: TestApp;
  let [byTable, beside] = ['', ''];
  beforeAll(async () => {
    app = await TestApp.open();
    const ofConduct = { id: 'r2', no: 2, category: 'staffConduct', leadUnitId: 'nui-voi', officerId: 'luc' } as const;
    const conduct = Object.assign(new RoutingLineEntity(), LINE, ofConduct);
    await app.nest.get(UnitOfWork).run(async (tx) => {
      await tx.deleteAll(DecisionAuthorityEntity);
      await tx.insert(RoutingLineEntity, [LINE, conduct]);
    });
    byTable = (await app.receive()).id;
    beside = (await app.receive({ category: 'Ứng xử', subject: 'Thái độ của giáo viên' })).id;
    await app.nest.get(UnitOfWork).run((tx) => tx.update(TicketEntity, { id: beside }, { category: 'staffConduct' }));
    await app.nest.get(FollowArrivals).run();
    // What was proposed stands, and the table says it no more.
    await app.nest.get(UnitOfWork).run((tx) => tx.delete(RoutingLineEntity, { id: conduct.id }));
  });
  afterAll(() => app.close());

  const pageOf = async (who: string): Promise<string> =>
    (await (await app.browserOf(who)).get(`/giao-theo-de-xuat?phieu=${byTable}&phieu=${beside}`)).body;
  const listed = (body: string): readonly string[] =>
    [...body.matchAll(/name="phieu" value="([^"~]+)~/gu)].map(([, id = '']) => id);

  it('are those alone that the standing table gives so; a clerk proposes the others on their pages', async () => {
    const body = await pageOf('vanthu');
    expect(listed(body)).toEqual([byTable]);
    expect(textOf(body)).toContain('ngoài bảng phân công: lãnh đạo quyết định; mở phiếu để đề xuất.');
  });

  it('are all of them for a leader, and none for supervision', async () => {
    expect(listed(await pageOf('khanh')).toSorted()).toEqual([byTable, beside].toSorted());
    expect(listed(await pageOf('giamsat'))).toEqual([]);
  });
});
