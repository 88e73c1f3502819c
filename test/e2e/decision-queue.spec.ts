import { DecisionAuthorityEntity } from '../../src/delegation/index.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ProposeDecision } from '../../src/tickets/index.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import { anAuthorisedOffice } from '../support/short-way.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const GIVEN = { agency: 'Sở Y tế thành phố Hải Phòng', text: 'Việc tiêm chủng thuộc ngành y tế giải quyết.' };
const LINK = 'Đề xuất, đề nghị chờ quyết định';

/** A department that has authorised one person by name, and nobody else; each test goes on from the one before it. */
describe('what waits for a decision', () => {
  let app: TestApp;
  let ticketId = '';
  beforeAll(async () => {
    app = await TestApp.open();
    const byName = Object.assign(anAuthorisedOffice('supervisor'), {
      ...{ id: 'by-name', office: null, personId: 'giamsat', matters: ['return'], basis: '41/UQ-SGDĐT' },
      validTo: civilDate('2026-12-31'),
    });
    await app.nest.get(UnitOfWork).run(async (tx) => {
      await tx.deleteAll(DecisionAuthorityEntity);
      await tx.insert(DecisionAuthorityEntity, byName);
    });
    ticketId = (await app.receive()).id;
    await app.nest.get(ProposeDecision).propose(PARTIES.clerk, { ticketId, wish: { act: 'return', given: GIVEN } });
  });
  afterAll(() => app.close());

  const itemsIn = (body: string): string[] =>
    [...body.matchAll(/type="checkbox" name="items" value="([^"]+)"/gu)].map(([, value = '']) => value);

  it('is linked from the work of the person authorised by name, and of nobody who decides nothing', async () => {
    const authorised = await app.browserOf('giamsat');
    expect(textOf((await authorised.get('/')).body)).toContain(LINK);
    expect(itemsIn((await authorised.get('/quyet-dinh')).body)).toHaveLength(1);
    const clerk = await app.browserOf('vanthu');
    expect(textOf((await clerk.get('/')).body)).not.toContain(LINK);
  });

  it.each(['dong-y', 'khong-dong-y'])('is not decided by a form without a mark, which is told so: %s', async (act) => {
    const authorised = await app.browserOf('giamsat');
    await authorised.get('/quyet-dinh');
    const answer = await authorised.follow(await authorised.post(`/quyet-dinh/${act}`, { reason: 'Việc của Sở.' }));
    expect(textOf(answer.body)).toContain('Chưa chọn việc nào; đánh dấu việc cần quyết định rồi bấm lại.');
    expect(itemsIn(answer.body)).toHaveLength(1);
  });

  it('is decided a hundred at a time at most', async () => {
    const authorised = await app.browserOf('giamsat');
    const [item = ''] = itemsIn((await authorised.get('/quyet-dinh')).body);
    const items = Array.from({ length: 101 }, (_, at) => `${item.replace(/\.\d+$/u, '')}.${String(at + 1)}`);
    const answer = await authorised.follow(await authorised.post('/quyet-dinh/dong-y', { items }));
    expect(textOf(answer.body)).toContain('Chọn nhiều nhất 100 việc mỗi lần; quyết định bớt rồi chọn tiếp.');
    expect(itemsIn(answer.body)).toHaveLength(1);
  });

  it('is refused one at a time, each with its reason', async () => {
    const authorised = await app.browserOf('giamsat');
    const [item = ''] = itemsIn((await authorised.get('/quyet-dinh')).body);
    const items = [item, 'proposal.nothing.nothing.1'];
    const form = { items, reason: 'Đây là việc của Sở.' };
    const answer = await authorised.follow(await authorised.post('/quyet-dinh/khong-dong-y', form));
    expect(textOf(answer.body)).toContain('Mỗi lần chỉ ghi không đồng ý một việc, kèm lý do của việc đó.');
    expect(itemsIn(answer.body)).toHaveLength(1);
  });

  it('is done once it is agreed to, though it was marked twice', async () => {
    const authorised = await app.browserOf('giamsat');
    const [item = ''] = itemsIn((await authorised.get('/quyet-dinh')).body);
    const answer = await authorised.follow(await authorised.post('/quyet-dinh/dong-y', { items: [item, item] }));
    expect(textOf(answer.body)).toContain('Đã quyết định 1 việc.');
    expect(textOf(answer.body)).toContain('Không có việc nào chờ quyết định');
  });
});
