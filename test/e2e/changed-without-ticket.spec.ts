import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { REPLY } from '../../integrations/e-office/edxml/golden/messages.js';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { DecideTask, ReceivePending, TaskQueries } from '../../src/exchange/index.js';
import type { DocumentMessage } from '../../src/exchange/ports/message.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { PARTIES } from '../support/life-of-a-ticket.js';
import { DocumentDesk, HOME_AFFAIRS } from '../support/document-desk.js';
import { DEPARTMENT, type TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const codec = new EdxmlCodec();
const HOME = { id: HOME_AFFAIRS.code, name: HOME_AFFAIRS.name };

let desk: DocumentDesk;
let app: TestApp;
beforeAll(async () => {
  desk = await DocumentDesk.open();
  ({ app } = desk);
});
afterAll(() => desk.close());

async function arrives(id: string, change: Partial<DocumentMessage>): Promise<void> {
  const letter = { ...REPLY, from: HOME, to: [DEPARTMENT], responseFor: [], attachments: [], ...change };
  app.transport.put(id, codec.write(letter), app.clock.now(), HOME.id);
  await app.nest.get(ReceivePending).receive();
  await app.work();
}

const lines = () => app.nest.get(Database).reader.getRepository(IncomingDocumentEntity);

/** A document of another agency that a division handles. @returns its page */
async function routed(id: string, documentId: string): Promise<string> {
  await arrives(id, { documentId });
  const page = `/van-ban-den/${(await lines().findOneByOrFail({ documentId })).id}`;
  const routing = { direction: 'GDTrH xử lý.', directedOn: '2026-03-11', leadUnitId: 'gdtrh', dueOn: '' };
  await desk.act(desk.leader, page, '/chuyen', { ...routing, version: '1' });
  return page;
}

async function agree(): Promise<void> {
  const open = (await app.nest.get(TaskQueries).open()).at(-1)?.task;
  await app.nest.get(DecideTask).decide(PARTIES.clerk, open?.id ?? '', { decision: 'agreed', reason: '' });
  await app.work();
}

async function toldOfficer(): Promise<readonly string[]> {
  const told = app.nest.get(Database).reader.getRepository(NoticeEntity);
  return (await told.find({ where: { staffId: 'ngoc' }, order: { seq: 'ASC' } })).map(({ words }) => words);
}

describe('a document without a ticket that its sender changes', () => {
  it('revoked: those who handle it hear of it with the reason, which names nobody, and its page says so', async () => {
    const documentId = 'NV,2026/03/18,61/SNV';
    const page = await routed('m-61', documentId);
    const businessDetail = { documentId, reason: 'Ban hành nhầm phụ lục của bà Nguyễn Thị Hạnh' };
    await arrives('m-61-thu-hoi', { documentId, business: 'revoke', businessDetail });
    await agree();
    expect((await toldOfficer()).at(-1)).toBe(
      `Văn bản đến số 1 của ${HOME.name}: nơi gửi đã lấy lại. Thời hạn không đổi; xem có giải quyết tiếp không. Lý do nơi gửi nêu: Ban hành nhầm phụ lục của bà [tên người].`,
    );
    expect(textOf((await desk.officer.get(page)).body)).toContain('Nơi gửi lấy lại ngày');
  });

  it('replaced: those who handle the old one hear of the new one, and both pages name the other', async () => {
    const documentId = 'NV,2026/03/18,62/SNV';
    const page = await routed('m-62', documentId);
    const replaces = [{ documentId, organIds: [DEPARTMENT.id] }];
    await arrives('m-63', { documentId: 'NV,2026/03/18,63/SNV', business: 'replace', businessDetail: { replaces } });
    await agree();
    expect((await toldOfficer()).at(-1)).toBe(
      `Văn bản đến số 2 của ${HOME.name}: nơi gửi đã gửi bản thay thế, số đến 3. Xem bản mới trước khi giải quyết tiếp.`,
    );
    expect(textOf((await desk.officer.get(page)).body)).toContain('Đã được thay thế bằng văn bản đến số 3');
    const fresh = await lines().findOneByOrFail({ documentId: 'NV,2026/03/18,63/SNV' });
    expect(textOf((await desk.leader.get(`/van-ban-den/${fresh.id}`)).body)).toContain('Thay thế văn bản đến số 2');
  });
});
