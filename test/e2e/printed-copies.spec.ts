import { PDFDocument } from '@cantoo/pdf-lib';
import { ConversionEntity } from '../../src/copies/persistence/conversion.entity.js';
import { OutgoingDocumentEntity } from '../../src/documents/index.js';
import type { Amendment } from '../../src/documents/domain/register.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { newId } from '../../src/kernel/ids.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { NumberAndSeal } from '../../src/signing/index.js';
import { LettersOf } from '../support/letters-of.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

let app: TestApp;
const { actor, submitted } = new LettersOf(() => app);
beforeEach(async () => {
  app = await TestApp.open({ HOI_AM_PUBLIC_URL: 'https://hoi-am.example' });
});
afterEach(() => app.close());

/** A letter of which the register says that it left the agency. */
async function released(): Promise<OutgoingDocumentEntity> {
  const letter = await submitted();
  await app.setSignature(letter.id, { state: 'verified', signedSha256: letter.submittedSha256 });
  await app.nest.get(NumberAndSeal).numberAndSeal(await actor('vanthu'), letter.id);
  const change = { state: 'released', sealedSha256: letter.submittedSha256, releasedAt: app.clock.now() } as const;
  await app.nest.get(UnitOfWork).run((tx) => tx.update(OutgoingDocumentEntity, { number: 1 }, change));
  return app.nest.get(Database).reader.manager.findOneByOrFail(OutgoingDocumentEntity, { number: 1 });
}

const conversions = (): Promise<ConversionEntity[]> => app.nest.get(Database).reader.manager.find(ConversionEntity);

describe('rule 50: a printed copy of a released letter', () => {
  it('is made by who may read the letter, recorded, journaled, and leaves the original as it is', async () => {
    const { id, sealedSha256 } = await released();
    const before = await app.nest.get(FileStore).get(sealedSha256 ?? '');
    const officer = await app.browserOf('ngoc');
    expect(textOf((await officer.get(`/ban-in/van-ban-di/${id}`)).body)).toContain('Chưa in bản nào');
    const page = await officer.follow(await officer.post(`/ban-in/van-ban-di/${id}`));
    expect(textOf(page.body)).toContain('Đã tạo bản in chuyển đổi; mở tệp để in.');
    const [made] = await conversions();
    expect(made).toMatchObject({
      kind: 'outgoing',
      documentId: id,
      originalSha256: sealedSha256,
      madeById: 'ngoc',
      unitName: 'Phòng Giáo dục Trung học',
    });
    const file = await officer.get(`/tep/ban-in/${made!.code}.pdf`);
    expect(file.headers['content-type']).toBe('application/pdf');
    expect((await PDFDocument.load(file.rawPayload)).getPageCount()).toBe(1);
    expect(await app.nest.get(FileStore).get(sealedSha256 ?? '')).toEqual(before);
    const lines = await app.nest
      .get(Database)
      .reader.manager.findBy(JournalEntryEntity, { action: 'document.convert' });
    expect(lines).toMatchObject([{ objectId: id, detail: { code: made!.code, copySha256: made!.copySha256 } }]);
  });

  it('is not there for those who may not read the letter', async () => {
    const { id } = await released();
    const stranger = await app.browserOf('luc');
    expect((await stranger.get(`/ban-in/van-ban-di/${id}`)).statusCode).toBe(404);
    await stranger.get('/');
    await stranger.post(`/ban-in/van-ban-di/${id}`);
    expect(await conversions()).toEqual([]);
  });

  it('is not made of a letter that has not left the agency', async () => {
    const { id } = await released();
    await app.nest.get(UnitOfWork).run((tx) => tx.update(OutgoingDocumentEntity, { id }, { state: 'sealed' }));
    const officer = await app.browserOf('ngoc');
    await officer.get(`/ban-in/van-ban-di/${id}`);
    const answer = await officer.follow(await officer.post(`/ban-in/van-ban-di/${id}`));
    expect(textOf(answer.body)).toContain('Chỉ làm bản sao, bản in từ văn bản đã phát hành');
    expect(await conversions()).toEqual([]);
  });
});

describe('rule 50: the holder of the paper', () => {
  async function printed(): Promise<{ code: string; letter: OutgoingDocumentEntity }> {
    const letter = await released();
    const officer = await app.browserOf('ngoc');
    await officer.get(`/ban-in/van-ban-di/${letter.id}`);
    await officer.post(`/ban-in/van-ban-di/${letter.id}`);
    return { code: (await conversions())[0]!.code, letter };
  }

  it('learns without signing in that it is genuine, and of which letter; neither what it is about nor who printed it', async () => {
    const { code, letter } = await printed();
    for (const typed of [code, code.toUpperCase(), code.replaceAll(/(.{5})/gu, '$1-')]) {
      const answer = await app.browser().get(`/tra-cuu/${typed}`);
      expect(answer.statusCode).toBe(200);
      const text = textOf(answer.body);
      expect(text).toContain('Bản in này do hệ thống in ra');
      expect(text).toContain(`01/${letter.notation}`);
      expect(text).toContain('18/03/2026');
      expect(text).toContain(letter.sealedSha256);
      expect(text).toContain('Phòng Giáo dục Trung học');
      expect(text).not.toContain(letter.subject);
      expect(text).not.toContain('Ngọc');
    }
  });

  it('is told when the number was voided since', async () => {
    const { code, letter } = await printed();
    const change = { state: 'voided', voidReason: 'nhầm' } as const;
    await app.nest.get(UnitOfWork).run((tx) => tx.update(OutgoingDocumentEntity, { id: letter.id }, change));
    expect(textOf((await app.browser().get(`/tra-cuu/${code}`)).body)).toContain('Văn bản này không còn hiệu lực');
  });

  describe('rule 44: is told what was done to the letter since', () => {
    const changed = async (id: string, change: Partial<OutgoingDocumentEntity>): Promise<void> => {
      await app.nest.get(UnitOfWork).run((tx) => tx.update(OutgoingDocumentEntity, { id }, change));
    };
    /** Another letter of the register that was released and amends the first. */
    const amended = async (letter: OutgoingDocumentEntity, amendment: Amendment): Promise<void> => {
      const number = letter.number + 1;
      const another = { id: newId(), number, signatureRequestId: newId(), amendment, amendsId: letter.id };
      await app.nest
        .get(UnitOfWork)
        .run((tx) =>
          tx.insert(OutgoingDocumentEntity, Object.assign(tx.create(OutgoingDocumentEntity, letter), another)),
        );
    };
    const looked = async (code: string): Promise<string> => textOf((await app.browser().get(`/tra-cuu/${code}`)).body);

    it('recalled, without the reason, which may name people', async () => {
      const { code, letter } = await printed();
      await changed(letter.id, { recalledAt: app.clock.now(), recallReason: 'nhầm tên học sinh An' });
      const text = await looked(code);
      expect(text).toContain('Văn bản này đã thu hồi');
      expect(text).toContain('Tình trạng Đã phát hành; đã thu hồi ngày 18/03/2026');
      expect(text).not.toContain('Bản in này do hệ thống in ra');
      expect(text).not.toContain('học sinh An');
    });

    it('replaced, by which number', async () => {
      const { code, letter } = await printed();
      await amended(letter, 'replacement');
      const text = await looked(code);
      expect(text).toContain('Văn bản này đã được thay thế');
      expect(text).toContain(`đã được thay thế bởi số 02/${letter.notation}`);
    });

    it('corrected, by which number, and that it is in force', async () => {
      const { code, letter } = await printed();
      await amended(letter, 'correction');
      const text = await looked(code);
      expect(text).toContain('Văn bản này đã được đính chính');
      expect(text).toContain('văn bản còn hiệu lực');
      expect(text).toContain(`đã được đính chính bởi số 02/${letter.notation}`);
    });
  });

  it('is told the same of every code that nobody gave out', async () => {
    await printed();
    const answers = [];
    for (const code of ['0'.repeat(26), 'khong-phai-ma', '%3Cscript%3E', 'a'.repeat(90), "'"]) {
      answers.push(await app.browser().get(`/tra-cuu/${code}`));
    }
    expect(new Set(answers.map(({ statusCode, body }) => `${String(statusCode)} ${body}`)).size).toBe(1);
    expect(answers[0]!.statusCode).toBe(404);
    expect(textOf(answers[0]!.body)).toContain('Không tìm thấy văn bản nào theo mã này');
  });

  it('may ask sixty times a minute, no more', async () => {
    const browser = app.browser();
    for (let time = 1; time <= 60; time += 1) expect((await browser.get('/tra-cuu/x')).statusCode).toBe(404);
    expect((await browser.get('/tra-cuu/x')).statusCode).toBe(429);
  });
});
