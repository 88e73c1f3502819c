import { jest } from '@jest/globals';
import { AgencyProfiles, PublishAgencyProfile } from '../../src/agency-profile/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { PollSignatures, NumberAndSeal, type SignatureRequestEntity } from '../../src/signing/index.js';
import { SignatureEvidenceEntity } from '../../src/signing/persistence/signature-evidence.entity.js';
import { SigningDesk } from '../../src/signing/ports/signing-desk.port.js';
import { LettersOf } from '../support/letters-of.js';
import { SigningOffice } from '../support/signing-office.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { TestSigningDesk } from '../support/test-outside.js';
import { textOf } from '../support/web-visitor.js';

/** An e-office that only exchanges: it takes no letter, tells nothing, hands nothing over. */
class ExchangeOnly extends TestSigningDesk {
  override readonly abilities: SigningDesk['abilities'] = new Set();

  override states(): Promise<never> {
    return Promise.reject(new Error('It is not asked.'));
  }
}

const presentDay = new Date('2026-03-18T01:00:00Z');
const desk = new ExchangeOnly();
let office: SigningOffice;
let app: TestApp;
let clerk: TestBrowser;
const { actor, submitted, request, titles } = new LettersOf(() => app);

beforeAll(async () => {
  office = await SigningOffice.open({ now: () => presentDay });
  app = await TestApp.open({}, { adapters: new Map([[SigningDesk, desk]]) });
  office.serve(app);
  const facts = {
    ...(await app.nest.get(AgencyProfiles, { strict: false }).today()),
    actOrder: 'numberThenSign' as const,
  };
  await app.nest.get(PublishAgencyProfile, { strict: false }).publish(await actor('vanthu'), {
    ...{ facts, validFrom: '2026-03-18', latest: 1 },
    reason: 'Hệ thống quản lý văn bản không đóng dấu qua kết nối, nên giữ số khi trình ký.',
  });
  clerk = await app.browserOf('vanthu');
});
afterAll(async () => {
  jest.restoreAllMocks();
  await app.close();
  await office.close();
});

const fileOf = (sha256: string | null): Promise<Buffer> => app.nest.get(FileStore).get(sha256 ?? '');

async function bring(letter: SignatureRequestEntity, file: Buffer, by = clerk): Promise<string> {
  await by.get(`/trinh-ky/${letter.id}`);
  const chosen = { field: 'file', name: 'ky.pdf', content: Uint8Array.from(file) };
  const answer = await by.postFile(`/trinh-ky/${letter.id}/dua-len`, {}, chosen);
  const page = textOf((await by.follow(answer)).body);
  await app.work();
  return page;
}

describe('a letter that is signed and sealed by hand', () => {
  it('passes the same proof as a fetched one, and is released with the hand that brought it on record', async () => {
    const letter = await submitted();
    expect([letter.state, letter.remoteId, desk.submitted]).toEqual(['submitted', null, []]);
    expect(await app.nest.get(PollSignatures).poll()).toBe(0);
    const page = textOf((await clerk.get(`/trinh-ky/${letter.id}`)).body);
    expect(page).toContain('Hệ thống quản lý văn bản này không nhận trình ký qua kết nối.');
    expect(page).not.toContain('Kiểm tra ngay');

    const unsigned = await fileOf(letter.submittedSha256);
    const refused = await bring(letter, unsigned);
    for (const words of ['Chưa nhận tệp này.', 'Tệp đã đưa lên, chưa được nhận', ': chưa ký. SHA-256'])
      expect(refused).toContain(words);
    expect(await bring(letter, Buffer.from('không phải PDF'))).toContain('Chưa nhận tệp');
    expect(await bring(letter, unsigned, await app.browserOf('ngoc'))).toContain('thuộc chức năng hoặc đơn vị khác');
    expect((await request(letter.id)).state).toBe('submitted');

    const signed = await office.sign(unsigned, app.clock.now());
    expect(await bring(letter, signed)).toContain('Đã nhận tệp');
    expect(await request(letter.id)).toMatchObject({ state: 'verified', proof: { passed: true } });

    app.clock.advance(60_000);
    await app.nest.get(NumberAndSeal).numberAndSeal(await actor('vanthu'), letter.id);
    await app.work();
    expect([(await request(letter.id)).state, desk.sealed]).toEqual(['sealing', []]);
    const again = await bring(letter, signed);
    for (const words of ['Chưa nhận tệp này.', ': chữ ký hợp lệ, nhưng tệp không đạt kiểm tra. SHA-256'])
      expect(again).toContain(words);
    expect(await request(letter.id)).toMatchObject({ state: 'sealing', sealedSha256: null, proof: { passed: true } });
    expect(await bring(letter, await office.seal(signed, app.clock.now()))).toContain('Đã nhận tệp');
    expect(await request(letter.id)).toMatchObject({ state: 'released', proof: { passed: true } });

    const { manager } = app.nest.get(Database).reader;
    const lines = await manager.findBy(JournalEntryEntity, { objectId: letter.id });
    const byHand = lines.filter(({ action }) => /^signature\.(?:bring|refuse)/u.test(action));
    expect(byHand.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['signature.refuseBrought', 'vanthu'],
      ['signature.bringSigned', 'vanthu'],
      ['signature.refuseBrought', 'vanthu'],
      ['signature.bringSealed', 'vanthu'],
    ]);
    const judged = await manager.find(SignatureEvidenceEntity, {
      ...{ where: { subjectId: letter.id }, order: { judgedAt: 'ASC', passed: 'ASC' } },
    });
    expect(judged.map(({ verdict, passed }) => [verdict, passed])).toEqual([
      ['unsigned', false],
      ['valid', true],
      ['valid', false],
      ['valid', true],
    ]);
    expect(await titles(letter.caseId)).toContain('Đã phát hành văn bản trả lời');
  });
});
