import { Reconcile, SyncAgencies } from '../../src/exchange/index.js';
import { ReconciliationDifferenceEntity } from '../../src/exchange/persistence/reconciliation.entities.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { SignatureQueries } from '../../src/signing/index.js';
import { KeepTokens, MakeToken } from '../../src/tokens/index.js';
import type { Scope } from '../../src/tokens/domain/scopes.js';
import { Caller } from '../support/access/caller.js';
import { unsignedPdf } from '../support/agency-pen.js';
import { AppAtOffice } from '../support/app-at-office.js';
import { TestProgram } from '../support/test-program.js';

const HOME = { agencyCode: '000.00.07.H24', name: 'Sở Nội vụ thành phố Hải Phòng' };

const FINANCE = { agencyCode: '000.00.12.H24', name: 'Sở Tài chính thành phố Hải Phòng' };

const PAPER = {
  ...{ senderName: HOME.name, senderCode: HOME.agencyCode, code: '41/SNV-CCHC', issuedOn: '2026-03-10' },
  ...{ type: 'Công văn', subject: 'xây dựng kế hoạch cải cách hành chính', priority: '0' },
};

const PARTS = {
  trich_yeu: 'Cải cách hành chính năm 2026',
  mo_dau: ['Thực hiện nhiệm vụ năm học, Sở Giáo dục và Đào tạo ban hành Kế hoạch như sau:'],
  muc: [{ tieu_de: 'Mục đích', viec: ['Nâng cao chất lượng.'] }],
  nhiem_vu: [{ cong_viec: 'Tập huấn', chu_tri: 'Văn phòng Sở', phoi_hop: 'Các trường', thoi_han: 'Tháng 5/2026' }],
  tieu_de_phu_luc: 'Phân công nhiệm vụ',
  noi_nhan: [HOME.name, 'Lưu: VT, GDTrH.'],
};

let office: AppAtOffice;
let clerk: TestProgram;
let officer: TestProgram;
let head: TestProgram;
let incoming: string;
let draft: string;

beforeAll(async () => {
  office = await AppAtOffice.open({ agencies: [HOME, FINANCE] });
  await office.app.nest.get(SyncAgencies).runDue();
  [clerk, officer] = [await TestProgram.of(office.app, 'vanthu'), await TestProgram.of(office.app, 'ngoc')];
  head = await TestProgram.of(office.app, 'thang');
});
afterAll(() => office.close());

const seen = async (): Promise<Record<string, unknown>> => (await officer.get(`documents/${draft}`)).body;

describe('a document that came on paper, by the API alone', () => {
  it('is entered under the next number, once for its key, and only by the registry', async () => {
    const scan = { name: 'Bản quét.pdf', content: await unsignedPdf(501) };
    expect((await clerk.postForm('incoming-documents', PAPER, [scan])).body).toMatchObject({
      code: 'idempotency-key-missing',
    });
    const key = { 'idempotency-key': 'van-ban-den-41' };
    expect((await officer.postForm('incoming-documents', PAPER, [scan], key)).status).toBe(403);
    const first = await clerk.postForm('incoming-documents', PAPER, [scan], key);
    expect(first).toMatchObject({ status: 201, body: { arrivalNumber: 1 } });
    expect((await clerk.postForm('incoming-documents', PAPER, [scan], key)).body).toEqual(first.body);
    incoming = String(first.body['documentId']);
    const wrong = { ...PAPER, senderCode: 'H99.1' };
    const other = await clerk.postForm('incoming-documents', wrong, [], { 'idempotency-key': 'van-ban-den-42' });
    expect(other).toMatchObject({ status: 422, body: { code: 'input-invalid', field: 'senderCode' } });
    await office.app.work();
    expect((await clerk.get('incoming-documents')).body).toMatchObject({ toRoute: [{ id: incoming }] });
    expect((await officer.get(`incoming-documents/${incoming}`)).status).toBe(404);
  });

  it('is routed by what a leader directed, handled by whom the head names, and advised on', async () => {
    const { version } = (await clerk.get(`incoming-documents/${incoming}`)).body;
    const routing = {
      ...{ version, directedById: 'khanh', direction: 'Phòng GDTrH tham mưu kế hoạch.', leadUnitId: 'gdtrh' },
      ...{ directedOn: '2026-03-11', dueOn: '2026-12-31', coordinatingUnitIds: ['van-phong'] },
    };
    const path = `incoming-documents/${incoming}`;
    expect((await clerk.post(`${path}/routing`, { ...routing, directedById: 'ngoc' })).body).toMatchObject({
      field: 'directedById',
    });
    expect((await officer.post(`${path}/routing`, routing)).status).toBe(403);
    expect((await clerk.post(`${path}/routing`, routing)).status).toBe(204);
    expect((await clerk.post(`${path}/routing`, routing)).body).toMatchObject({ code: 'changed-meanwhile' });
    expect((await head.post(`${path}/handler`, { officerId: 'ngoc', direction: 'Soạn kế hoạch.' })).status).toBe(204);
    expect((await clerk.post(`${path}/opinion`, { opinion: 'Văn phòng thống nhất.' })).status).toBe(204);
    expect((await officer.get(path)).body).toMatchObject({
      ...{ state: 'routed', leadUnitId: 'gdtrh', officerId: 'ngoc', directedBy: 'Đỗ Quốc Khánh' },
      unitDirection: { words: 'Soạn kế hoạch.', by: 'Vũ Đức Thắng', on: '2026-03-18' },
      coordination: [{ unitId: 'van-phong', opinion: 'Văn phòng thống nhất.' }],
    });
  });

  it('is answered by a plan: begun once, its parts filled in, with an annex', async () => {
    const begun = await officer.post(`incoming-documents/${incoming}/answer`, { kind: 'ke-hoach' });
    draft = String(begun.body['documentId']);
    const before = await seen();
    expect(before).toMatchObject({ acts: ['edit'], annexes: [], signature: null, outgoing: null });
    expect(JSON.stringify(before['parts'])).toContain('Thực hiện Công văn số 41/SNV-CCHC ngày 10/3/2026');
    const { version } = before;
    const write = (change: object) => officer.send('PATCH', `documents/${draft}`, { version, ...change });
    expect((await write({ parts: { nguoi_ky: 'Ai đó' } })).body).toMatchObject({ field: 'parts.nguoi_ky' });
    expect((await write({ parts: { muc: 'một dòng' } })).body).toMatchObject({ field: 'parts.muc' });
    expect((await write({ parts: PARTS, signerId: 'ngoc' })).body).toMatchObject({ code: 'signing-not-allowed' });
    expect((await write({ parts: PARTS, signerId: 'khanh' })).status).toBe(204);
    expect((await write({ parts: PARTS })).body).toMatchObject({ code: 'changed-meanwhile' });
    const annex = { name: 'Phụ lục 1.pdf', content: await unsignedPdf(502) };
    const written = String((await seen())['version']);
    const added = await officer.postForm(`documents/${draft}/annexes`, { version: written }, [annex]);
    expect(added.status).toBe(204);
    const again = await officer.postForm(`documents/${draft}/annexes`, { version: String(Number(written) + 1) }, [
      annex,
    ]);
    expect(again.body).toMatchObject({ code: 'input-invalid', field: 'files' });
    await office.app.work();
    expect(await seen()).toMatchObject({
      ...{ parts: PARTS, signerId: 'khanh', hasPage: true, pageProblem: null, acts: ['edit', 'send'] },
      annexes: [{ position: 1, name: 'Phụ lục 1.pdf' }],
    });
  });

  it('goes to the agencies that its officer finds and chooses, each once', async () => {
    const path = `documents/${draft}/recipients`;
    const found = (await officer.get('agencies?words=tai%20chinh')).body;
    expect(found).toEqual({ agencies: [{ code: FINANCE.agencyCode, name: FINANCE.name }] });
    const choose = async (code: string, by = officer) => by.post(path, { code });
    const stranger = await TestProgram.of(office.app, 'luc');
    expect((await choose(FINANCE.agencyCode, stranger)).status).toBe(404);
    expect((await choose('000.00.99.H24')).body).toMatchObject({ code: 'input-invalid', field: 'code' });
    for (const { agencyCode } of [FINANCE, FINANCE, HOME]) expect((await choose(agencyCode)).status).toBe(204);
    expect((await officer.send('DELETE', `${path}/${HOME.agencyCode}`)).status).toBe(204);
    expect((await officer.get(path)).body).toEqual({ recipients: found['agencies'] });
  });

  it('is approved by two people who did not write it, given back on the way with its reason', async () => {
    const path = `documents/${draft}`;
    expect((await head.post(`${path}/approvals`, { kind: 'content' })).status).toBe(403);
    expect((await officer.post(`${path}/sending`)).status).toBe(204);
    expect((await head.post(`${path}/return`, { reason: 'Ghi rõ thời hạn.' })).status).toBe(204);
    const { version, returnReason } = await seen();
    expect(returnReason).toBe('Ghi rõ thời hạn.');
    const save = { version, parts: { loi_ket: 'Các đơn vị báo cáo về Sở./.' }, reason: 'Đã ghi rõ thời hạn.' };
    expect((await officer.send('PATCH', path, save)).status).toBe(204);
    await office.app.work();
    expect((await officer.post(`${path}/sending`)).status).toBe(204);
    expect((await officer.post(`${path}/approvals`, { kind: 'content' })).status).toBe(403);
    expect((await head.post(`${path}/approvals`, { kind: 'content' })).status).toBe(204);
    expect((await clerk.post(`${path}/approvals`, { kind: 'format' })).status).toBe(204);
    expect(await seen()).toMatchObject({ state: 'approved', approvals: [{ kind: 'content' }, { kind: 'format' }] });
  });

  it('is signed at the e-office, numbered, sealed with its annex, and released', async () => {
    const path = `documents/${draft}`;
    expect((await clerk.post(`${path}/number`)).status).toBe(404);
    const key = { 'idempotency-key': 'trinh-ky-41' };
    const submitted = await officer.post(`${path}/signature`, {}, key);
    expect(submitted.status).toBe(201);
    expect((await officer.post(`${path}/signature`, {}, key)).body).toEqual(submitted.body);
    await office.app.work();
    const back = await officer.post(`${path}/signature-withdrawal`, { reason: 'Cần sửa lại tên phụ lục.' });
    expect(back.status).toBe(204);
    await office.app.work();
    expect(await seen()).toMatchObject({ signature: { state: 'cancelled' }, state: 'editing' });
    office.app.clock.advance(60_000);
    for (const step of [
      await officer.post(`${path}/sending`),
      await head.post(`${path}/approvals`, { kind: 'content' }),
      await clerk.post(`${path}/approvals`, { kind: 'format' }),
    ])
      expect(step.status).toBe(204);
    await officer.post(`${path}/signature`, {}, { 'idempotency-key': 'trinh-ky-41-lan-2' });
    await office.app.work();
    const [request] = await office.app.nest.get(SignatureQueries).ofDraft(draft);
    await office.acts('sign', request!);
    expect((await officer.post(`${path}/number`)).status).toBe(403);
    expect((await clerk.post(`${path}/number`)).body).toEqual({ outcome: 'sealing' });
    await office.app.work();
    await office.acts('seal', request!);
    await office.looks();
    expect(await seen()).toMatchObject({
      ...{ state: 'done', signature: { state: 'released' } },
      outgoing: { state: 'released', answersDocumentId: incoming },
    });
  });

  it('is found in both registers and by search, and both sides agree about it', async () => {
    const { outgoing } = (await seen()) as { outgoing: { code: string } };
    expect((await officer.get(`incoming-documents/${incoming}`)).body).toMatchObject({
      ...{ state: 'settled', settlement: 'letter', result: `Trả lời bằng văn bản số ${outgoing.code}` },
    });
    expect((await officer.get('registers/incoming?year=2026')).body).toMatchObject({
      lines: [{ id: incoming, arrivalNumber: 1, handler: 'Phòng Giáo dục Trung học', outcome: 'letter' }],
      next: null,
    });
    const [file] = (await seen())['recordFiles'] as [{ id: string; notation: string }];
    expect(file).toMatchObject({ notation: 'VB.0001' });
    expect((await officer.get(`incoming-documents/${incoming}`)).body).toMatchObject({
      recordFiles: [{ id: file.id }],
    });
    const line = { code: outgoing.code, type: 'Kế hoạch', state: 'released', answersDocumentId: incoming };
    expect((await officer.get('registers/outgoing?year=2026')).body).toMatchObject({ lines: [line], next: null });
    expect((await officer.get('registers/search?words=cai%20cach%20hanh%20chinh')).body).toMatchObject({
      incoming: [{ id: incoming }],
      outgoing: [line],
    });
    office.app.clock.advance(60 * 60_000);
    const { actor } = await office.app.nest.get(StaffDirectory).person('vanthu');
    await office.app.nest.get(Reconcile).reconcile(actor, new Date('2026-03-01T00:00:00Z'));
    const { manager } = office.app.nest.get(Database).reader;
    expect(await manager.find(ReconciliationDifferenceEntity)).toEqual([]);
  });
});

describe('a program with a token', () => {
  const told = async (scopes: readonly Scope[], owner: string): Promise<Caller> => {
    const { actor: administrator } = await office.app.nest.get(StaffDirectory).person('quantri');
    const wish = { name: 'Phần mềm văn bản', ownerId: owner, scopes, days: 30 };
    const { id, secret } = await office.app.nest.get(MakeToken).make(administrator, wish);
    await office.app.nest.get(KeepTokens).confirm((await office.app.nest.get(StaffDirectory).person(owner)).actor, id);
    return Caller.withToken(office.app, secret);
  };

  it('does with documents what its scopes name, and nothing else', async () => {
    const json = { kind: 'ke-hoach', subject: 'Kế hoạch năm học', receivers: ['Các phòng'] };
    const writer = await told(['documents.read', 'documents.write'], 'ngoc');
    const begun = await writer.ask('POST', '/api/v1/documents', { json });
    expect(begun.statusCode).toBe(201);
    const path = `/api/v1/documents/${begun.json<{ documentId: string }>().documentId}`;
    const asked = async (method: string, door: string, body = {}): Promise<number> =>
      (await writer.ask(method, door, { json: body })).statusCode;
    expect(await asked('POST', `${path}/approvals`, { kind: 'content' })).toBe(403);
    expect(await asked('POST', `${path}/signature`)).toBe(403);
    expect(await asked('GET', '/api/v1/registers/outgoing?year=2026')).toBe(403);
    expect(await asked('DELETE', path)).toBe(204);
    const reader = await told(['registers.read'], 'ngoc');
    expect((await reader.ask('GET', '/api/v1/registers/outgoing?year=2026')).statusCode).toBe(200);
    expect((await reader.ask('GET', path)).statusCode).toBe(403);
  });

  it('reaches no reply to a ticket by these doors', async () => {
    const reply = await office.approved();
    const program = await TestProgram.of(office.app, 'ngoc');
    for (const door of ['sending', 'signature'])
      expect((await program.post(`documents/${reply}/${door}`)).status).toBe(404);
    const change = { version: 1, parts: {} };
    expect((await program.send('PATCH', `documents/${reply}`, change)).status).toBe(404);
  });
});
