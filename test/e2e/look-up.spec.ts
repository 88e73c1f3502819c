import { OutgoingDocumentEntity } from '../../src/documents/index.js';
import { letterCode } from '../../src/documents/domain/look-up-code.js';
import type { Amendment } from '../../src/documents/domain/register.js';
import { newId } from '../../src/kernel/ids.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { SignatureRequestEntity } from '../../src/signing/persistence/signing.entities.js';
import { releasedLetter } from '../support/released-letter.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

let app: TestApp;
let letter: OutgoingDocumentEntity;
let code: string;
beforeEach(async () => {
  app = await TestApp.open({ HOI_AM_PUBLIC_URL: 'https://hoi-am.example' });
  const id = await releasedLetter(app, await app.receive());
  letter = await app.nest.get(Database).reader.manager.findOneByOrFail(OutgoingDocumentEntity, { id });
  code = letterCode(letter.sealedSha256 ?? '');
});
afterEach(() => app.close());

const asked = async (path: string): Promise<{ status: number; text: string; body: string }> => {
  const { statusCode, body } = await app.browser().get(path);
  return { status: statusCode, text: textOf(body), body };
};
const changed = async (change: Partial<OutgoingDocumentEntity>): Promise<void> => {
  await app.nest.get(UnitOfWork).run((tx) => tx.update(OutgoingDocumentEntity, { id: letter.id }, change));
};

const proved = (proof: object): Promise<unknown> =>
  app.nest.get(UnitOfWork).run((tx) => tx.update(SignatureRequestEntity, { id: letter.signatureRequestId }, { proof }));

/** Another released letter that amends the first. */
async function amended(amendment: Amendment): Promise<string> {
  const sealedSha256 = 'b'.repeat(64);
  const own = { id: newId(), number: letter.number + 1, signatureRequestId: newId(), sealedSha256 };
  await app.nest
    .get(UnitOfWork)
    .run((tx) =>
      tx.insert(
        OutgoingDocumentEntity,
        Object.assign(tx.create(OutgoingDocumentEntity, letter), { ...own, amendment, amendsId: letter.id }),
      ),
    );
  return letterCode(sealedSha256);
}

describe('the holder of a letter that was released', () => {
  it('learns by its code, without signing in, that it stands; neither what it is about nor to whom it went', async () => {
    for (const path of [`/tra-cuu/${code}`, `/tra-cuu?ma=${code.toUpperCase().replaceAll(/(.{5})/gu, '$1-')}`]) {
      const { status, text } = await asked(path);
      expect(status).toBe(200);
      for (const words of ['Văn bản này đã phát hành và còn hiệu lực', `01/${letter.notation}`, '18/03/2026']) {
        expect(text).toContain(words);
      }
      expect(text).toContain(`Người ký ${letter.signerName}`);
      expect(text).toContain('Tình trạng Đã phát hành');
      expect(text).not.toContain(letter.subject);
      expect(text).not.toContain(letter.recipients[0]);
    }
  });

  it('learns by the hash of a file that it is the released one, byte for byte', async () => {
    const { status, text } = await asked(`/tra-cuu?ma=${letter.sealedSha256 ?? ''}`);
    expect([status, text.includes('Tệp này đúng là bản đã phát hành')]).toEqual([200, true]);
    const other = await asked(`/tra-cuu?ma=${'a'.repeat(64)}`);
    expect([other.status, other.text.includes('hoặc tệp đã bị sửa')]).toEqual([404, true]);
  });

  it('is told the same of a letter that has not left the agency as of a code that nobody gave out', async () => {
    await changed({ state: 'sealed', releasedAt: null });
    const answers = [];
    for (const given of [code, letter.sealedSha256 ?? '', '0'.repeat(26), '0'.repeat(64), '%3Cb%3E', "'"]) {
      answers.push(await asked(`/tra-cuu/${given}`));
    }
    expect(new Set(answers.map(({ status, body }) => `${String(status)} ${body}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
  });

  it('is asked for a code before anything else, and finds nothing by number and date', async () => {
    const { status, body } = await asked('/tra-cuu');
    expect(status).toBe(200);
    expect(body).toContain('name="ma"');
    expect((await asked(`/tra-cuu?ma=01%2F${encodeURIComponent(letter.notation)}`)).status).toBe(404);
  });

  it('may ask sixty times a minute, no more', async () => {
    const browser = app.browser();
    for (let time = 1; time <= 60; time += 1) expect((await browser.get('/tra-cuu?ma=x')).statusCode).toBe(404);
    expect((await browser.get('/tra-cuu?ma=x')).statusCode).toBe(429);
  });

  describe('rule 44: is told what was done to it since', () => {
    it('recalled, without the reason', async () => {
      await changed({ recalledAt: app.clock.now(), recallReason: 'nhầm tên học sinh An' });
      const { text } = await asked(`/tra-cuu/${code}`);
      expect(text).toContain('Văn bản này đã thu hồi');
      expect(text).not.toContain('học sinh An');
    });

    it.each([
      ['replacement', 'Văn bản này đã được thay thế', 'đã được thay thế bởi số'],
      ['correction', 'Văn bản này đã được đính chính', 'đã được đính chính bởi số'],
    ] as const)('%s, with its page', async (amendment, heading, words) => {
      const other = await amended(amendment);
      const { text, body } = await asked(`/tra-cuu/${code}`);
      expect(text).toContain(heading);
      expect(text).toContain(`${words} 02/${letter.notation}`);
      expect(body).toContain(`href="/tra-cuu/${other}"`);
    });
  });
});

describe('rule 42: the holder of a letter whose signatures could not be told to stand', () => {
  const override = { by: 'Đỗ Quốc Khánh', at: '2026-03-18T02:00:00Z', reason: 'Đã gọi nơi cấp về học sinh An' };
  const later = (result: string) => ({ result, at: '2026-03-20T02:00:00Z', why: 'Chứng thư số 4711 bị thu hồi' });
  const open = {
    lines: [{ code: 'revocation', title: 'Thu hồi', result: 'unknown', detail: 'Chưa có CRL' }],
    ...{ passed: false, verdict: 'unknown', override },
  };
  const sound = { lines: [], passed: true, verdict: 'valid' };
  const LOOKS = { pass: 'ha-verdict', unknown: 'ha-verdict is-wait', fail: 'ha-verdict is-fail' } as const;
  const [TRUSTED, DOUBTED, REFUSED] = [
    'Văn bản này đã phát hành và còn hiệu lực',
    'Chưa đủ căn cứ về chữ ký số của văn bản này',
    'Chữ ký số của văn bản này không dùng được',
  ];

  it.each([
    ['trusts what passed', sound, 'pass', TRUSTED],
    ['is told that a leader let it on and the authority has not answered', open, 'unknown', DOUBTED],
    ['trusts it once the authority has confirmed it', { ...open, later: later('confirmed') }, 'pass', TRUSTED],
    ['is warned when it was found revoked', { ...open, later: later('withdrawn') }, 'fail', REFUSED],
    ['is warned also when its seal had passed meanwhile', { ...sound, later: later('withdrawn') }, 'fail', REFUSED],
    ['is promised nothing by a proof that cannot be read', { passed: 'yes' }, 'unknown', DOUBTED],
  ] as const)('%s', async (_rule, proof, tone, heading) => {
    await proved(proof);
    const { text, body } = await asked(`/tra-cuu/${code}`);
    expect(text).toContain(heading);
    expect(body).toContain(`class="${LOOKS[tone]}"`);
    for (const kept of ['học sinh An', 'số 4711', letter.subject]) expect(text).not.toContain(kept);
  });

  it('is told the worse, whatever else was done to the letter', async () => {
    await proved({ ...open, later: later('withdrawn') });
    await amended('correction');
    expect((await asked(`/tra-cuu/${code}`)).text).toContain(REFUSED);
    await changed({ recalledAt: app.clock.now() });
    const { text } = await asked(`/tra-cuu/${code}`);
    expect(text).toContain('Văn bản này đã thu hồi');
    expect(text).toContain('ngày 20/03/2026 tổ chức chứng thực trả lời: không dùng được');
  });
});

describe('the code of a released letter', () => {
  it('stands on its page for the staff, in letters and as a QR code of the site’s address', async () => {
    const { body } = await (await app.browserOf('vanthu')).get(`/van-ban-di/${letter.id}`);
    expect(body).toContain(`href="/tra-cuu/${code}"`);
    expect(body).toContain('Mã QR dẫn tới trang tra cứu văn bản này');
    await changed({ state: 'sealed', releasedAt: null });
    const before = await (await app.browserOf('vanthu')).get(`/van-ban-di/${letter.id}`);
    expect(before.body).not.toContain('/tra-cuu/');
  });
});
