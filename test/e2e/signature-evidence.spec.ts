import { jest } from '@jest/globals';
import { createHash, X509Certificate } from 'node:crypto';
import PizZip from 'pizzip';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { verifyPdf } from '../../src/signing/domain/verification/verify-pdf.js';
import { SigningApp } from '../support/signing-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';
import { unguard } from '../support/unguarded.js';

const REASON = 'Đã gọi tổ chức chứng thực lúc 09:20: chứng thư còn hiệu lực, máy chủ CRL đang bảo trì.';
const ARCHIVE = /href="(\/trinh-ky\/[^"]+\.zip)"/u;

let signing: SigningApp;
beforeEach(async () => {
  signing = await SigningApp.open();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await signing.close();
});

const browserOf = (who: string): Promise<TestBrowser> => signing.app.browserOf(who);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function archiveOf(browser: TestBrowser, requestId: string): Promise<{ address: string; zip: PizZip }> {
  const page = await browser.get(`/trinh-ky/${requestId}`);
  const address = ARCHIVE.exec(page.body)?.[1] ?? '';
  const answer = await browser.get(address);
  expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([200, expect.stringContaining('.zip')]);
  return { address, zip: new PizZip(answer.rawPayload) };
}

describe('rule 52: evidence that is taken out of the agency', () => {
  it('needs nothing of ours: with it alone the file is judged the same', async () => {
    const { request, file } = await signing.signed();
    const { zip } = await archiveOf(await browserOf('vanthu'), request.id);
    const bytes = (name: string): Buffer => Buffer.from(zip.file(name)?.asUint8Array() ?? []);
    const under = (folder: string): Buffer[] =>
      Object.keys(zip.files)
        .filter((name) => name.startsWith(folder))
        .map(bytes);
    const ders = (folder: string): Buffer[] => under(folder).map((pem) => new X509Certificate(pem).raw);

    expect(bytes('tep/tep-da-kiem-tra.pdf').equals(file)).toBe(true);
    const sums = bytes('SHA256SUMS').toString().trimEnd().split('\n');
    expect(sums).toHaveLength(Object.keys(zip.files).length - 1);
    for (const line of sums) expect(line.startsWith(sha256(bytes(line.slice(66))))).toBe(true);

    const report = JSON.parse(bytes('bao-cao.json').toString()) as {
      judgedAt: string;
      report: { verdict: string; reasons: object[] };
    };
    const again = verifyPdf(bytes('tep/tep-da-kiem-tra.pdf'), {
      ...{ anchors: ders('chung-thu-goc/'), intermediates: ders('chung-thu/'), crls: under('thu-hoi/') },
      now: new Date(report.judgedAt),
    });
    expect([again.verdict, again.reasons]).toEqual([report.report.verdict, report.report.reasons]);
    expect(again.verdict).toBe('valid');
    const words = textOf(bytes('bao-cao.html').toString());
    for (const word of ['Hợp lệ', 'Đỗ Quốc Khánh', 'Đúng tệp đã gửi ký', request.signedSha256 ?? ''])
      expect(words).toContain(word);
  });

  it('is for the registry, the leader and those who watch, and under its own letter only', async () => {
    const { request } = await signing.signed();
    const { address } = await archiveOf(await browserOf('khanh'), request.id);
    for (const who of ['ngoc', 'thang']) {
      const other = await browserOf(who);
      expect((await other.get(address)).statusCode).toBe(403);
      expect((await other.get(`/trinh-ky/${request.id}`)).body).not.toMatch(ARCHIVE);
    }
    const clerk = await browserOf('vanthu');
    const letter = await signing.letters.submitted();
    expect((await clerk.get(address.replace(request.id, letter.id))).statusCode).toBe(404);
    expect((await clerk.get(`/trinh-ky/${request.id}/chung-cu/${letter.id}.zip`)).statusCode).toBe(404);
    expect((await signing.app.browser().get(address)).statusCode).not.toBe(200);
  });
});

describe('evidence that was changed past the program', () => {
  it.each([
    ['in its report alone', `"report" = '{"signatures":[],"lines":[]}'`],
    ['beyond reading', `"report" = '{'`],
    ['in the hash, which the journal has otherwise', `"reportSha256" = '${'0'.repeat(64)}'`],
    ['in the verdict', `"verdict" = 'invalid'`],
  ])('is not handed out, and the refusal says why: %s', async (_where, change) => {
    const { request } = await signing.signed();
    const clerk = await browserOf('vanthu');
    const { address } = await archiveOf(clerk, request.id);
    const database = signing.app.nest.get(Database);
    const { writer, reader } = database;
    await unguard(database, 'signature_evidence');
    await writer.query(`UPDATE "signature_evidence" SET ${change}`);

    const refused = await clerk.get(address);
    expect(refused.statusCode).toBe(409);
    expect(textOf(refused.body)).toContain('chứng cứ đang lưu không còn khớp với nhật ký');
    expect(await reader.manager.countBy(JournalEntryEntity, { action: 'signatureEvidence.export' })).toBe(1);
  });
});

describe('rule 42: a leader answers for a letter on its page', () => {
  beforeEach(() => {
    signing.isListAway = true;
  });

  it('reads what is missing, gives the reason, and everybody reads it afterwards', async () => {
    const { request } = await signing.signed();
    const leader = await browserOf('khanh');
    const waiting = textOf((await leader.get(`/trinh-ky/${request.id}`)).body);
    for (const words of [
      'Chưa đủ căn cứ: 1 trên 7 mục chưa đủ căn cứ',
      'Chưa có căn cứ để biết chứng thư có bị thu hồi',
    ])
      expect(waiting).toContain(words);

    const answer = async (form: Record<string, string>): Promise<string> => {
      const posted = await leader.post(`/trinh-ky/${request.id}/cho-phep`, form);
      return textOf((await leader.follow(posted)).body);
    };
    const sha256 = request.signedSha256 ?? '';
    expect(await answer({ reason: 'Đồng ý', sha256 })).toContain('cần từ 20 ký tự, hiện có 6');
    expect(await answer({ reason: REASON, sha256: request.submittedSha256 })).not.toContain('Đã cho phép dùng');
    expect(await answer({ reason: REASON, sha256 })).toContain('Đã cho phép dùng bản này');

    const clerk = await browserOf('vanthu');
    const seen = textOf((await clerk.get(`/trinh-ky/${request.id}`)).body);
    expect(seen).toContain('Đỗ Quốc Khánh cho phép dùng');
    expect(seen).toContain(REASON);
    const release = await clerk.get(`/so-van-ban/di?phat-hanh=${request.id}`);
    expect(textOf(release.body)).not.toContain('Chưa bấm được');
  });

  it('offers nothing to anybody else, and takes nothing from them', async () => {
    const { request } = await signing.signed();
    for (const who of ['vanthu', 'ngoc', 'thang']) {
      const other = await browserOf(who);
      expect((await other.get(`/trinh-ky/${request.id}`)).body).not.toContain('/cho-phep');
      const refused = await other.follow(
        await other.post(`/trinh-ky/${request.id}/cho-phep`, { reason: REASON, sha256: request.signedSha256 ?? '' }),
      );
      expect(textOf(refused.body)).not.toContain('Đã cho phép dùng');
    }
    expect((await signing.letters.request(request.id)).state).toBe('signed');
  });

  it('is shown at the outgoing document, also when it turns out to be revoked after it left', async () => {
    const { request: letter, file } = await signing.signed();
    const leader = await browserOf('khanh');
    await leader.get(`/trinh-ky/${letter.id}`);
    await leader.post(`/trinh-ky/${letter.id}/cho-phep`, { reason: REASON, sha256: letter.signedSha256 ?? '' });
    const { request } = await signing.seal(letter, file);
    await leader.post(`/trinh-ky/${request.id}/cho-phep`, { reason: REASON, sha256: request.sealedSha256 ?? '' });
    await signing.app.work();
    const page = `/van-ban-di/${request.outgoingDocumentId ?? ''}`;
    expect(textOf((await leader.get(page)).body)).toContain(REASON);
    await signing.revokeLeader();
    signing.isListAway = false;
    signing.app.clock.advance(5_400_000);
    await signing.app.work();
    const flagged = await (await browserOf('khanh')).get(page);
    expect(textOf(flagged.body)).toContain('bản này không dùng được. Chứng thư đã bị thu hồi');
  });
});
