import { DecisionAuthorityEntity } from '../../src/delegation/index.js';
import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { heldFor } from '../../src/tickets/domain/undo.js';
import { RemindHolder } from '../../src/tickets/index.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const GIVEN = {
  unitId: 'gdtrh',
  officerId: 'ngoc',
  directive: 'Kiểm tra, báo cáo trước thứ Sáu.',
  ve: '/?danh-sach=chua-giao',
};
const ASSIGN_MANY = '/nhieu-phieu/giao';
const UNDO = '/nhieu-phieu/hoan-tac';
const RESULT = '/nhieu-phieu/ket-qua';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.open();
});
afterAll(() => app.close());

const rows = () => app.nest.get(Database).reader.manager;
const one = (id: string) => rows().findOneByOrFail(TicketEntity, { id });
const chosen = (ids: readonly string[]): string =>
  `${ASSIGN_MANY}?${new URLSearchParams(ids.map((id) => ['phieu', id])).toString()}`;
const valuesIn = (body: string): string[] =>
  [...body.matchAll(/type="checkbox" name="phieu" value="([^"]+)"/gu)].map(([, value = '']) => value);
const told = (ticketId: string) =>
  rows()
    .findBy(NoticeEntity, { ticketId })
    .then((all) => all.filter(({ key }) => key.startsWith('ticket.assigned:')).map(({ staffId }) => staffId));
const sent = async (id: string): Promise<readonly (string | null)[]> => {
  const about = await rows().findBy(DispatchEntity, { aboutDocumentId: (await one(id)).incomingDocumentId });
  return about
    .filter(({ sentAt }) => sentAt !== null)
    .map(({ status }) => status)
    .sort();
};

async function tickets(many: number, change: Partial<TicketEntity> = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < many; at += 1) ids.push((await app.receive()).id);
  if (Object.keys(change).length > 0)
    await app.nest.get(UnitOfWork).run(async (tx) => {
      for (const id of ids) await tx.update(TicketEntity, { id }, change);
    });
  return ids;
}

async function later(): Promise<void> {
  app.clock.advance(heldFor(2));
  await app.work();
  await app.work();
}

describe('several tickets that are given to one unit', () => {
  it('go to it by one form, with its officers and the leader’s words', async () => {
    const ids = await tickets(3);
    const [answered = ''] = await tickets(1, { state: 'answered', open: false });
    const leader = await app.browserOf('khanh');
    const { body } = await leader.get(chosen([...ids, answered]));
    expect(valuesIn(body)).toHaveLength(3);
    expect(textOf(body)).toContain('Không giao được các phiếu này');
    expect(body).toContain('<optgroup label="Phòng Giáo dục Trung học" data-unit="gdtrh">');
    expect(body).not.toContain('name="directedById"');
    const answer = await leader.post(ASSIGN_MANY, { ...GIVEN, phieu: valuesIn(body) });
    expect(answer.headers.location).toBe(GIVEN.ve);
    const page = await leader.follow(answer);
    expect(textOf(page.body)).toContain('Đã giao 3 phiếu.');
    expect(page.body).toContain(`action="${UNDO}"`);
    expect(await one(ids[0] ?? '')).toMatchObject({ state: 'assigned', leadUnitId: 'gdtrh', officerId: 'ngoc' });
    await later();
    for (const id of ids) expect([await told(id), await sent(id)]).toEqual([['ngoc'], ['01', '03', '04']]);
    const late = await leader.follow(await leader.post(UNDO, {}));
    expect(textOf(late.body)).toContain('Đã hoàn tác 0 phiếu; 3 phiếu không hoàn tác được.');
    expect(textOf(late.body)).toContain('Việc giao đã báo đơn vị');
  });

  it('are taken back within eight seconds, but for one on which something has followed', async () => {
    const [first = '', second = ''] = await tickets(2);
    const leader = await app.browserOf('khanh');
    const phieu = valuesIn((await leader.get(chosen([first, second]))).body);
    await leader.post(ASSIGN_MANY, { ...GIVEN, phieu });
    const text = 'Đề nghị nhận việc trong hôm nay.';
    await app.nest.get(RemindHolder).remind(PARTIES.supervisor, { ticketId: first, text });
    const answer = await leader.post(UNDO, {});
    expect(answer.headers.location).toBe(RESULT);
    const result = textOf((await leader.follow(answer)).body);
    expect(result).toContain('Đã hoàn tác 1 phiếu; 1 phiếu không hoàn tác được.');
    expect(result).toContain('Phiếu đã có việc khác tiếp theo');
    expect(await one(second)).toMatchObject({ state: 'received', leadUnitId: null, officerId: null });
    await later();
    expect([await told(second), await sent(second)]).toEqual([[], ['01', '03']]);
    expect([await told(first), await sent(first)]).toEqual([['ngoc'], ['01', '03', '04']]);
  });

  it('are refused one by one where a leader decides, and as a whole where the officer is of another unit', async () => {
    await app.nest.get(UnitOfWork).run((tx) => tx.deleteAll(DecisionAuthorityEntity));
    const ids = await tickets(2);
    const supervisor = await app.browserOf('giamsat');
    const page = await supervisor.get(chosen(ids));
    expect(page.body).toContain('name="directedById"');
    const phieu = valuesIn(page.body);
    const wrong = await supervisor.follow(await supervisor.post(ASSIGN_MANY, { ...GIVEN, officerId: 'luc', phieu }));
    expect(textOf(wrong.body)).toContain('Giao việc nhiều phiếu');
    expect(valuesIn(wrong.body)).toHaveLength(2);
    const nowhere = await supervisor.follow(await supervisor.post(ASSIGN_MANY, { ...GIVEN, unitId: '', phieu }));
    expect(textOf(nowhere.body)).toContain('Chọn đơn vị chủ trì.');
    const answer = await supervisor.post(ASSIGN_MANY, { ...GIVEN, phieu });
    expect(answer.headers.location).toBe(RESULT);
    const result = textOf((await supervisor.follow(answer)).body);
    expect(result).toContain('Đã giao 0 phiếu; 2 phiếu chưa giao được.');
    expect(result).toContain('do lãnh đạo Sở');
  });

  it('are shared out in the own unit by its head', async () => {
    const ids = await tickets(1, { state: 'assigned', leadUnitId: 'gdtrh', officerId: 'ngoc' });
    const head = await app.browserOf('thang');
    const { body } = await head.get(chosen(ids));
    expect(body).toContain('data-unit="gdtrh"');
    expect(body).not.toContain('data-unit="nui-voi"');
    const answer = await head.post(ASSIGN_MANY, { ...GIVEN, ve: '/', phieu: valuesIn(body) });
    expect(textOf((await head.follow(answer)).body)).toContain('Đã giao 1 phiếu.');
  });

  it('one alone is taken back on its page, unless its unit has opened it', async () => {
    const [first = '', second = ''] = await tickets(2);
    const leader = await app.browserOf('khanh');
    const giveAndLook = async (id: string) => {
      const { body } = await leader.get(`/phieu/${id}`);
      const seen = /name="seen" value="(\d+)"/u.exec(body)?.[1] ?? '';
      return leader.follow(await leader.post(`/phieu/${id}/giao`, { unitId: 'gdtrh', officerId: 'ngoc', seen }));
    };
    expect((await giveAndLook(first)).body).toContain(`action="${UNDO}"`);
    expect(textOf((await leader.follow(await leader.post(UNDO, {}))).body)).toContain('Đã hoàn tác 1 phiếu.');
    expect((await one(first)).state).toBe('received');
    await giveAndLook(second);
    await (await app.browserOf('giamsat')).get(`/phieu/${second}`);
    await (await app.browserOf('ngoc')).get(`/phieu/${second}`);
    const late = await leader.follow(await leader.post(UNDO, {}));
    expect(textOf(late.body)).toContain('đơn vị đã mở phiếu');
    expect((await one(second)).state).toBe('assigned');
    await app.work();
    await app.work();
    expect(await sent(second)).toEqual(['01', '03', '04']);
  });
});

describe('five hundred tickets of which half may not be given', () => {
  it('are each dealt with for themselves', async () => {
    const free = await tickets(250);
    const over = await tickets(250, { state: 'answered', open: false });
    const leader = await app.browserOf('khanh');
    await leader.get('/');
    const versions = new Map((await rows().find(TicketEntity)).map(({ id, version }) => [id, version]));
    const phieu = [...free, ...over].map((id) => `${id}~${String(versions.get(id))}`);
    const page = await leader.follow(await leader.post(ASSIGN_MANY, { ...GIVEN, phieu }));
    expect(textOf(page.body)).toContain('Đã giao 250 phiếu; 250 phiếu chưa giao được.');
    const back = await leader.follow(await leader.post(UNDO, {}));
    expect(textOf(back.body)).toContain('Đã hoàn tác 250 phiếu.');
    expect(await rows().countBy(TicketEntity, { state: 'assigned', leadUnitId: 'gdtrh', open: true })).toBeLessThan(10);
  }, 240_000);
});
