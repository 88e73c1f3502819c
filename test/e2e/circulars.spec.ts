import { In } from 'typeorm';
import {
  AcknowledgeCircular,
  BriefUnit,
  KeepHandedOut,
  RemindReaders,
  WriteCircular,
  type CircularDraft,
} from '../../src/circulars/index.js';
import { sendSourceLetter } from '../../src/cli/demo/source-letter.js';
import { CircularDigest } from '../../src/circulars/application/circular-digest.js';
import {
  CircularEntity,
  CircularReceiptEntity,
  CircularUnitEntity,
} from '../../src/circulars/persistence/circulars.entities.js';
import { readXlsxTable } from '../../src/files/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { StaffEntity } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { DAY, PARTIES } from '../support/life-of-a-ticket.js';
import { TestApp } from '../support/test-app.js';

const { clerk, officer, head, stranger, supervisor } = PARTIES;
const PLACE = '/quan-triet';
const EVERYBODY = { everybody: true, unitKinds: [], unitIds: [], roles: [], staffIds: [] } as const;
const LETTER: CircularDraft = {
  ...{ title: 'Triển khai Quy chế phối hợp tiếp nhận, xử lý phản ánh qua Tổng đài 1022', symbol: '512/SGDĐT-VP' },
  ...{ issuedOn: civilDate('2026-03-16'), dueOn: civilDate('2026-03-20'), validTo: null, replacesId: null },
  text: 'Phổ biến Quy chế tới từng cán bộ, giáo viên, nhân viên và người lao động.',
  ...{ audience: EVERYBODY, files: [] },
};

describe('a circular', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open();
  });
  afterAll(() => app.close());

  const rows = () => app.nest.get(Database).reader.manager;
  const write = () => app.nest.get(WriteCircular);
  const read = () => app.nest.get(AcknowledgeCircular);
  const receipts = (circularId: string, state: CircularReceiptEntity['state'] = 'open') =>
    rows()
      .find(CircularReceiptEntity, { where: { circularId, state }, order: { seq: 'ASC' } })
      .then((found) => found.map(({ staffId }) => staffId));
  const told = async (key: string) =>
    (await rows().find(NoticeEntity))
      .filter((notice) => notice.key.startsWith(key))
      .map(({ staffId }) => staffId)
      .sort();
  const sent = async (change: Partial<CircularDraft> = {}) => {
    const id = await write().draft(clerk, { ...LETTER, ...change });
    await write().send(clerk, id);
    await app.work();
    return id;
  };
  const move = (id: string, change: Partial<StaffEntity>) =>
    app.nest.get(UnitOfWork).run((tx) => tx.update(StaffEntity, { id }, change));

  it('goes to everybody once, in the order of units and names, and each says for themselves that they have read it', async () => {
    const draft = await write().draft(clerk, LETTER);
    await expect(write().send(officer, draft)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await receipts(draft)).toEqual([]);
    await write().send(clerk, draft);
    await app.work();
    const all = ['thang', 'ngoc', 'khanh', 'luc', 'quantri', 'giamsat', 'vanthu'];
    expect((await receipts(draft)).sort()).toEqual([...all].sort());
    expect((await receipts(draft)).slice(0, 2)).toEqual(['ngoc', 'thang']);
    expect(await told(`circular.new:${draft}`)).toEqual([...all].sort());
    await expect(write().send(clerk, draft)).rejects.toMatchObject({ code: 'changed-meanwhile' });

    app.clock.advance(60_000);
    await read().acknowledge(officer, draft);
    await expect(read().acknowledge(officer, draft)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const inPlace = { ...officer, onBehalfOf: { id: 'thang', name: 'Vũ Đức Thắng', by: officer.name } };
    await expect(read().acknowledge(inPlace, draft)).rejects.toMatchObject({ code: 'forbidden' });
    const receipt = await rows().findOneByOrFail(CircularReceiptEntity, { circularId: draft, staffId: 'ngoc' });
    expect(receipt).toMatchObject({
      state: 'acknowledged',
      acknowledgedAt: app.clock.now(),
      readAt: app.clock.now(),
    });
    expect(await receipts(draft, 'acknowledged')).toEqual(['ngoc']);
    const lines = await rows().findBy(JournalEntryEntity, { action: 'circular.acknowledge', objectId: draft });
    expect(lines).toMatchObject([{ actorId: 'ngoc', detail: { inTime: true } }]);
  });

  it('reaches new members of a unit, follows those who move, and asks nothing more of those who leave', async () => {
    const id = await sent({ audience: { ...EVERYBODY, everybody: false, unitIds: ['gdtrh'] } });
    expect(await receipts(id)).toEqual(['ngoc', 'thang']);
    const luc = await rows().findOneByOrFail(StaffEntity, { id: 'luc' });
    const added = Object.assign({}, luc, { id: 'moi', username: 'moi', fullName: 'Lê Thị Mới', unitId: 'gdtrh' });
    await app.nest.get(UnitOfWork).run((tx) => tx.insert(StaffEntity, added));
    await move('thang', { unitId: 'nui-voi' });
    const keep = app.nest.get(KeepHandedOut);
    expect([(await keep.run()) > 0, await keep.run()]).toEqual([true, 0]);
    expect(await receipts(id)).toEqual(['ngoc', 'moi']);
    expect(await receipts(id, 'lapsed')).toEqual(['thang']);
    expect(await told(`circular.new:${id}`)).toEqual(['moi', 'ngoc', 'thang']);

    await move('thang', { unitId: 'gdtrh' });
    await move('moi', { active: false });
    await keep.run();
    expect((await receipts(id)).sort()).toEqual(['ngoc', 'thang']);
    expect(await receipts(id, 'lapsed')).toEqual(['moi']);
  });

  it('is told to a whole unit by its head, or by the contact officer of a unit without one, and by nobody else', async () => {
    const id = await sent();
    const brief = app.nest.get(BriefUnit);
    const said = {
      circularId: id,
      peopleTold: 42,
      toldOn: civilDate('2026-03-18'),
      note: 'Họp hội đồng.',
      minutes: null,
    };
    await expect(brief.confirm(officer, said)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(brief.confirm(head, { ...said, peopleTold: 0 })).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(brief.confirm(head, { ...said, toldOn: civilDate('2026-03-19') })).rejects.toMatchObject({
      details: { field: 'toldOn' },
    });
    await brief.confirm(head, said);
    await brief.confirm(stranger, { ...said, peopleTold: 61 });
    const units = await rows().findBy(CircularUnitEntity, { circularId: id, unitId: In(['gdtrh', 'nui-voi']) });
    expect(units.map(({ unitId, peopleTold }) => [unitId, peopleTold]).sort()).toEqual([
      ['gdtrh', 42],
      ['nui-voi', 61],
    ]);
  });

  it('ends when it is replaced or withdrawn: nobody owes it, and everybody hears of a withdrawal', async () => {
    const first = await sent();
    const second = await sent({ replacesId: first });
    await expect(read().acknowledge(officer, first)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const third = await write().draft(clerk, LETTER);
    await expect(write().draft(clerk, { ...LETTER, replacesId: first })).rejects.toMatchObject({ code: 'not-found' });
    await expect(write().change(clerk, second, LETTER)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await write().withdraw(clerk, third, 'Soạn nhầm văn bản.');
    await write().withdraw(clerk, second, 'Quy chế mới đã ban hành.');
    await app.work();
    expect(await told(`circular.withdrawn:${second}`)).toContain('ngoc');
    expect(await told(`circular.withdrawn:${third}`)).toEqual([]);
    await expect(read().acknowledge(officer, second)).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });

  it('reminds those who owe it: before the last day, on it, then weekly, and their heads', async () => {
    const id = await sent({ audience: { ...EVERYBODY, everybody: false, unitIds: ['gdtrh'] } });
    await read().acknowledge(officer, id);
    const remind = app.nest.get(RemindReaders);
    const of = (step: string) => told(`circular.${step}:${id}`);
    await remind.run();
    await remind.run();
    expect([await of('before'), await of('due')]).toEqual([['thang'], []]);
    expect(await told(`circular.unit.before:${id}`)).toEqual(['thang']);
    const [part] = await app.nest.get(CircularDigest).partsFor(head, app.clock.now());
    expect(part?.lines).toContainEqual(expect.objectContaining({ code: '512/SGDĐT-VP', path: `${PLACE}/${id}` }));
    app.clock.advance(4 * DAY);
    await remind.run();
    expect([await of('due'), await of('late-1')]).toEqual([[], ['thang']]);
    await write().remind(clerk, id);
    await write().remind(clerk, id);
    await app.work();
    expect(await of('asked-2026-03-22')).toEqual(['thang']);
  });

  it('is, in a demonstration, the source letter first', async () => {
    await sendSourceLetter(app.nest);
    await app.work();
    const letter = await rows().findOneByOrFail(CircularEntity, { symbol: 'SGDDĐT-VP' });
    expect(letter).toMatchObject({ state: 'sent', issuedOn: null });
    expect(letter.text).toContain('tới từng cán bộ, giáo viên, nhân viên và người lao động');
    expect(await receipts(letter.id)).toContain('ngoc');
  });

  it('is written, sent, read and followed on its pages', async () => {
    const office = await app.browserOf('vanthu');
    await office.get(`${PLACE}/soan`);
    const form = {
      title: LETTER.title,
      text: LETTER.text,
      dueOn: '2026-03-30',
      units: 'phong giao duc trung hoc',
      people: 'khanh',
    };
    const wrong = await office.follow(await office.post(`${PLACE}/soan`, { ...form, units: 'Phòng Không Có' }));
    expect(wrong.body).toContain('Không thấy đơn vị “Phòng Không Có”');
    expect(wrong.body).toContain(LETTER.text);
    const saved = await office.postFile(`${PLACE}/soan`, form, {
      field: 'files',
      name: 'quy-che.txt',
      content: 'Điều 1.',
    });
    const path = saved.headers.location ?? '';
    expect((await office.get(path)).body).toContain('Hôm nay văn bản tới 3 người có tài khoản, 1 đơn vị phải phổ biến');
    const reader = await app.browserOf('ngoc');
    expect((await reader.get(path)).statusCode).toBe(404);
    await office.post(`${path}/gui`);
    await app.work();

    expect((await reader.get(PLACE)).body).toContain(LETTER.title);
    const page = (await reader.get(path)).body;
    expect(page).toContain('Tôi đã đọc và sẽ thực hiện');
    expect((await reader.get(`${path}/tep/1`)).body).toBe('Điều 1.');
    expect((await reader.follow(await reader.post(`${path}/xac-nhan`))).body).toContain('Đã xác nhận lúc');
    expect((await reader.get(`${path}/tien-do`)).statusCode).toBe(404);
    expect((await (await app.browserOf('luc')).get(path)).statusCode).toBe(404);

    const chief = await app.browserOf('thang');
    await chief.get(path);
    const minutes = { field: 'minutes', name: 'bien-ban.txt', content: 'Đã phổ biến.' };
    await chief.postFile(`${path}/pho-bien`, { peopleTold: '42', toldOn: '2026-03-22', note: '' }, minutes);
    expect((await chief.get(path)).body).toContain('đã phổ biến tới 42 người');
    expect((await chief.get(`${path}/bien-ban/gdtrh`)).body).toBe('Đã phổ biến.');
    const own = (await chief.get(`${path}/chua-xac-nhan`)).body;
    expect([own.includes('Vũ Đức Thắng'), own.includes('Đỗ Quốc Khánh')]).toEqual([true, false]);

    const watch = await app.browserOf(supervisor.id);
    expect((await watch.get(`${PLACE}/da-gui`)).body).toContain('1 trên 3 người');
    expect((await watch.get(`${path}/tien-do`)).body).toContain('1 trên 2');
    expect((await watch.get(`${path}/chua-xac-nhan`)).body).toContain('Đỗ Quốc Khánh');
    const sheet = await readXlsxTable((await watch.get(`${path}/tien-do.xlsx`)).rawPayload, 100);
    expect(JSON.stringify(sheet)).toContain('Phòng Giáo dục Trung học');
  });
});
