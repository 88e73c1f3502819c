import { createHash } from 'node:crypto';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { TrustAnchors } from '../../src/signing/ports/trust-anchors.port.js';
import { pngOf } from '../support/picture-writer.js';
import {
  AGENCY_NAME,
  LEADER_NAME,
  openTestAuthority,
  type TestAuthority,
} from '../support/test-authority/authority.js';
import { letterObjects, preparedLetter, sealAsAgency, signAsLeader } from '../support/test-authority/letter.js';
import { newPdf, save } from '../support/test-authority/pdf-writer.js';
import { TestApp } from '../support/test-app.js';
import { TestBrowser } from '../support/test-browser.js';
import type { TestTrust } from '../support/test-outside.js';
import { textOf } from '../support/web-visitor.js';

const PLACE = '/kiem-tra-chu-ky';

describe('rule 51: the signatures of a PDF at hand, in the browser', () => {
  let authority: TestAuthority;
  let sound: Buffer;
  let app: TestApp;
  let clerk: TestBrowser;
  beforeAll(async () => {
    authority = openTestAuthority();
    const chain = [authority.sub];
    sound = sealAsAgency(signAsLeader(preparedLetter(), { signer: authority.leader, chain }), {
      signer: authority.agency,
      chain,
    });
    app = await TestApp.open();
    app.nest.get<TrustAnchors, TestTrust>(TrustAnchors).trusted.push(authority.root.der);
    clerk = await app.browserOf('vanthu');
  });
  afterAll(() => app.close());

  async function checked(name: string, content: Buffer): Promise<{ status: number; html: string; said: string }> {
    await clerk.get(PLACE);
    const file = { field: 'file', name, content: new Uint8Array(content) };
    const { statusCode: status, body: html } = await clerk.postFile(PLACE, {}, file);
    return { status, html, said: textOf(html) };
  }
  const lines = () =>
    app.nest.get(Database).reader.getRepository(JournalEntryEntity).findBy({ action: 'signature.check' });

  it('is open to all staff from the list of pages, and to nobody else', async () => {
    expect((await clerk.get(PLACE)).body).toContain('enctype="multipart/form-data"');
    expect((await clerk.get('/cac-trang')).body).toContain(`href="${PLACE}"`);
    expect((await new TestBrowser(app).get(PLACE)).statusCode).not.toBe(200);
  });

  it('says who signed, when, by whose certificate, and which part of the file', async () => {
    const { status, said } = await checked('công văn 513.pdf', sound);
    expect(status).toBe(200);
    for (const words of [
      'Mọi chữ ký đều hợp lệ',
      `Chữ ký 1: ${LEADER_NAME}`,
      `Chữ ký 2: ${AGENCY_NAME}`,
      '18/03/2026, 09:26:41',
      'Phó Giám đốc',
      'Gốc thử nghiệm, cấp dưới',
      'byte sau được thêm sau chữ ký này',
      'Toàn bộ tệp, trừ chỗ chứa chữ ký',
    ])
      expect(said).toContain(words);
  });

  it.each<readonly [what: string, words: readonly string[], make: () => Buffer]>([
    ['whose words are others now', ['Không hợp lệ', 'giá trị băm không khớp'], tampered],
    ['that was saved after signing', ['Có thay đổi sau khi ký', 'Trang bị thay nội dung'], changedAfterSigning],
    ['that nobody signed', ['Chưa ký', 'Hình chữ ký, hình dấu trong tệp không phải chữ ký số'], () => preparedLetter()],
    ['of a signer whom nobody vouches for', ['Chưa đủ căn cứ', 'không do tổ chức chứng thực nào'], ofAStranger],
  ])('tells of a file %s', async (_what, words, make) => {
    const { status, said } = await checked('a.pdf', make());
    expect(status).toBe(200);
    for (const one of words) expect(said).toContain(one);
  });

  it.each<readonly [what: string, name: string, make: () => Buffer]>([
    ['a picture', 'a.png', pngOf],
    ['words that are called a PDF', 'a.pdf', () => Buffer.from('không phải PDF')],
    ['a PDF that runs something', 'a.pdf', () => newPdf({ ...letterObjects(), 1: RUNNING })],
  ])('does not look into %s, and says why', async (_what, name, make) => {
    const { status, said } = await checked(name, make());
    expect(status).toBe(200);
    expect(said).toContain('Chưa kiểm tra.');
    expect(said).not.toContain('Chữ ký 1');
  });

  it('is done with a file that is made to cost much', async () => {
    const form = `<< /Fields [] /X [${'<<>>'.repeat(500_000)}] >>`;
    const { status, said } = await checked('a.pdf', newPdf({ ...letterObjects(), 4: form }));
    expect(status).toBe(200);
    expect(said).toMatch(/Tệp PDF vượt giới hạn kiểm tra|Chưa kiểm tra/u);
  });

  it('keeps nothing of a file but its hash and the verdict, in the journal', async () => {
    await checked('thư riêng.pdf', sound);
    const sha256 = createHash('sha256').update(sound).digest('hex');
    expect((await lines()).at(-1)).toMatchObject({
      objectKind: 'file',
      objectId: sha256,
      detail: { verdict: 'valid' },
    });
    expect(JSON.stringify(await lines())).not.toContain('thư riêng');
    expect(await app.nest.get(FileStore).stateOf(sha256)).toBe('missing');
  });

  it('asks for a file when none was chosen', async () => {
    await clerk.get(PLACE);
    const { body } = await clerk.follow(await clerk.postFile(PLACE, {}, { field: 'file', name: '', content: '' }));
    expect(body).toContain('Chọn một tệp rồi bấm Kiểm tra.');
  });

  function tampered(): Buffer {
    const changed = Buffer.from(sound);
    changed.write('ngay 26/3/2026', changed.indexOf('ngay 25/3/2026'), 'latin1');
    return changed;
  }

  function changedAfterSigning(): Buffer {
    return save(sound, { 3: letterObjects()[3]!.replace('595 842', '595 700') });
  }

  function ofAStranger(): Buffer {
    const stranger = openTestAuthority('Gốc lạ');
    return signAsLeader(preparedLetter(), { signer: stranger.leader, chain: [stranger.sub] });
  }
});

const RUNNING =
  '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>';
