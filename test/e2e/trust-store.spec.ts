import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { CheckSignatures } from '../../src/signing/index.js';
import { TrustProposalEntity } from '../../src/signing/trust/persistence/trust.entities.js';
import { TrustStore } from '../../src/signing/trust/index.js';
import { issue, nameOf } from '../support/test-authority/certificates.js';
import { openTestAuthority } from '../support/test-authority/authority.js';
import { preparedLetter, signAsLeader } from '../support/test-authority/letter.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

const PLACE = '/kho-tin-cay';
const authority = openTestAuthority();

const chosen = (content: Buffer, name = 'goc.cer') => ({ field: 'file', name, content: new Uint8Array(content) });

describe('the trust store, in the browser', () => {
  let app: TestApp;
  let administrator: TestBrowser;
  beforeEach(async () => {
    app = await TestApp.open();
    administrator = await app.browserOf('quantri');
  });
  afterEach(() => app.close());

  const manager = () => app.nest.get(Database).reader.manager;
  const anchors = async (): Promise<readonly Buffer[]> => (await app.nest.get(TrustStore).today()).anchors;
  const proposals = (): Promise<TrustProposalEntity[]> => manager().find(TrustProposalEntity);

  /** Looks at a certificate, and proposes what the page then offers. */
  async function propose(der: Buffer, use = 'anchor'): Promise<string> {
    await administrator.get(`${PLACE}/them`);
    const seen = await administrator.postFile(`${PLACE}/them`, { use }, chosen(der));
    const fields = { use, der: der.toString('base64'), basis: 'Đã so giá trị băm với trang của tổ chức chứng thực.' };
    expect(seen.statusCode).toBe(200);
    await administrator.post(PLACE, { ...fields, purposes: ['signing', 'timestamp'] });
    return (await proposals()).find(({ state }) => state === 'waiting')?.id ?? '';
  }

  async function decide(username: string, id: string, act: string, fields = {}): Promise<string> {
    const browser = await app.browserOf(username);
    await browser.get(`${PLACE}/de-nghi/${id}`);
    return textOf((await browser.follow(await browser.post(`${PLACE}/de-nghi/${id}/${act}`, fields))).body);
  }

  it('shows what a certificate says before anything is kept', async () => {
    await administrator.get(`${PLACE}/them`);
    const answer = await administrator.postFile(`${PLACE}/them`, { use: 'anchor' }, chosen(authority.root.der));
    const page = textOf(answer.body);
    for (const words of [
      'Gốc thử nghiệm',
      'Giá trị băm của chứng thư (SHA-256)',
      'ECDSA P-256',
      'Đề nghị thêm vào danh sách tin cậy',
    ])
      expect(page).toContain(words);
    expect(await proposals()).toEqual([]);
  });

  it('trusts an authority from the word of a second person on, and writes who', async () => {
    const id = await propose(authority.root.der);
    expect(await anchors()).toEqual([]);
    expect(textOf((await administrator.get(PLACE)).body)).toContain('Chờ xác nhận');

    const own = await decide('quantri', id, 'xac-nhan');
    expect(own).toContain('Người đề nghị không tự xác nhận');
    expect(await anchors()).toEqual([]);

    expect(await manager().countBy(NoticeEntity, { staffId: 'khanh' })).toBe(1);
    const page = await decide('khanh', id, 'xac-nhan');
    expect(page).toContain('Lê Văn An đề nghị, Đỗ Quốc Khánh xác nhận');
    expect((await anchors()).map((der) => der.equals(authority.root.der))).toEqual([true]);

    const again = await decide('khanh', id, 'xac-nhan');
    expect(again).toContain('Người khác vừa cập nhật trước');
    const lines = await manager().find(JournalEntryEntity, { where: { objectKind: 'trust' }, order: { seq: 'ASC' } });
    expect(lines.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['trust.propose', 'quantri'],
      ['trust.confirm', 'khanh'],
    ]);
    expect(lines[1]?.detail).toMatchObject({ before: null, after: { purposes: ['signing', 'timestamp'] } });
  });

  it('judges signatures by the store of the day', async () => {
    const letter = signAsLeader(preparedLetter(), { signer: authority.leader, chain: [authority.sub] });
    const sha256 = await app.nest.get(FileStore).put(letter);
    const verdict = async (): Promise<string> => (await app.nest.get(CheckSignatures).check(sha256)).note.verdict;
    expect(await verdict()).toBe('unknown');
    await decide('khanh', await propose(authority.root.der), 'xac-nhan');
    expect(await verdict()).toBe('valid');
    const [row] = /\/kho-tin-cay\/[0-9a-f-]{36}\/rut/u.exec((await administrator.get(PLACE)).body) ?? [''];
    await administrator.post(row, { basis: 'Tổ chức chứng thực lộ khóa, thông báo 12/TB.' });
    const [leaving] = (await proposals()).filter(({ state }) => state === 'waiting');
    expect(await verdict()).toBe('valid');
    await decide('khanh', leaving?.id ?? '', 'xac-nhan');
    expect(await verdict()).toBe('unknown');
  });

  it('trusts it for another purpose, and no longer, by the same way', async () => {
    await decide('khanh', await propose(authority.root.der), 'xac-nhan');
    const store = app.nest.get(TrustStore);
    const [row] = /\/kho-tin-cay\/[0-9a-f-]{36}\/rut/u.exec((await administrator.get(PLACE)).body) ?? [''];
    const change = { purposes: ['timestamp'], basis: 'Tổ chức chứng thực chỉ còn dấu thời gian.' };
    await administrator.post(row.replace('rut', 'cong-dung'), change);
    const [changing] = (await proposals()).filter(({ state }) => state === 'waiting');
    await decide('khanh', changing?.id ?? '', 'xac-nhan');
    const { anchors: signing, timestampAnchors } = await store.today();
    expect([signing.length, timestampAnchors.length]).toEqual([0, 1]);

    await administrator.get(PLACE);
    await administrator.post(row, { basis: 'Tổ chức chứng thực lộ khóa, thông báo 12/TB.' });
    const [leaving] = (await proposals()).filter(({ state }) => state === 'waiting');
    expect((await store.today()).timestampAnchors).toHaveLength(1);
    const page = await decide('khanh', leaving?.id ?? '', 'xac-nhan');
    expect(page).toContain('Tổ chức chứng thực lộ khóa, thông báo 12/TB.');
    expect((await store.today()).timestampAnchors).toEqual([]);
  });

  it('keeps a refused proposal with its reason', async () => {
    const id = await propose(authority.root.der);
    expect(await decide('khanh', id, 'tu-choi', { reason: ' ' })).toContain('Viết lý do từ chối');
    expect(await decide('khanh', id, 'tu-choi', { reason: 'Vân tay không khớp.' })).toContain('Vân tay không khớp.');
    expect((await proposals()).map(({ state }) => state)).toEqual(['refused']);
    expect(await anchors()).toEqual([]);
  });

  it.each([
    ['expired', issue({ name: nameOf('Cũ'), notAfter: new Date('2026-01-01T00:00:00Z') }).der, 'đã hết hạn'],
    ['no authority', authority.leader.der, 'không phải của tổ chức chứng thực'],
    ['weak', issue({ name: nameOf('Yếu'), kind: 'RSA-1024' }).der, 'Khóa quá yếu (RSA 1024)'],
  ])('refuses one that is %s, in words, and offers nothing', async (_what, der, words) => {
    await administrator.get(`${PLACE}/them`);
    const page = textOf((await administrator.postFile(`${PLACE}/them`, { use: 'anchor' }, chosen(der))).body);
    expect(page).toContain(words);
    expect(page).not.toContain('Đề nghị thêm vào danh sách tin cậy');
    const fields = { use: 'anchor', der: der.toString('base64'), basis: 'Có.', purposes: 'signing' };
    expect(textOf((await administrator.follow(await administrator.post(PLACE, fields))).body)).toContain(words);
    expect(await proposals()).toEqual([]);
  });

  it('says what is wrong with a file or a form, and keeps what was chosen', async () => {
    await administrator.get(`${PLACE}/them`);
    const broken = await administrator.postFile(`${PLACE}/them`, { use: 'agency' }, chosen(Buffer.from('%PDF-1.7')));
    const page = (await administrator.follow(broken)).body;
    expect(textOf(page)).toContain('Tệp không phải chứng thư X.509');
    expect(page).toContain('id="chon-file-e"');

    const fields = { use: 'anchor', der: authority.root.der.toString('base64'), purposes: 'signing', basis: '' };
    const shown = (await administrator.follow(await administrator.post(PLACE, fields))).body;
    expect(textOf(shown)).toContain('Viết căn cứ');
    expect(textOf(shown)).toContain('Gốc thử nghiệm');
  });

  it('is closed to everybody else, and lets only an administrator propose', async () => {
    const id = await propose(authority.root.der);
    for (const username of ['ngoc', 'thang', 'giamsat', 'luc']) {
      const browser = await app.browserOf(username);
      expect([username, (await browser.get(PLACE)).statusCode]).toEqual([username, 403]);
      expect([username, (await browser.get(`${PLACE}/de-nghi/${id}`)).statusCode]).toEqual([username, 403]);
    }
    const leader = await app.browserOf('khanh');
    expect((await leader.get(PLACE)).statusCode).toBe(200);
    expect((await leader.get(`${PLACE}/them`)).statusCode).toBe(403);
    expect((await leader.get(`${PLACE}/de-nghi/khong-co`)).statusCode).toBe(404);
    await decide('vanthu', id, 'xac-nhan');
    expect((await proposals()).map(({ state }) => state)).toEqual(['waiting']);
  });
});
