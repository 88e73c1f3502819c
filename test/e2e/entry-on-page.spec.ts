import { jest } from '@jest/globals';
import { OutgoingDocumentEntity } from '../../src/documents/index.js';
import { AgencyProfiles, PublishAgencyProfile } from '../../src/agency-profile/index.js';
import { Database } from '../../src/platform/database/database.js';
import { NumberAndSeal, type SignatureRequestEntity } from '../../src/signing/index.js';
import type { LetterProof } from '../../src/signing/domain/proof/letter-proof.js';
import { LettersOf } from '../support/letters-of.js';
import { SigningOffice } from '../support/signing-office.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

let office: SigningOffice;
let app: TestApp;
const { actor, submitted } = new LettersOf(() => app);

beforeAll(async () => {
  office = await SigningOffice.open({ now: () => new Date('2026-03-18T01:00:00Z') });
});
afterAll(() => office.close());
beforeEach(async () => {
  app = await TestApp.open();
  office.serve(app);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await app.close();
});

/** A letter that is signed, numbered, and sealed by an e-office that knows no fields. @param number as the e-office writes it */
async function stamped(number = '01'): Promise<SignatureRequestEntity> {
  const letter = await submitted();
  const signed = await office.sign(app.desk.submitted.at(-1)!.file.content, app.clock.now());
  await office.says(app, letter, { status: 'signed', file: signed });
  await app.nest.get(NumberAndSeal).numberAndSeal(await actor('vanthu'), letter.id);
  await app.work();
  const [line] = await app.nest.get(Database).reader.manager.find(OutgoingDocumentEntity);
  const entry = { number, issuedDate: line!.issuedDate };
  return office.says(app, letter, {
    status: 'sealed',
    file: await office.sealOnPage(signed, entry, app.clock.now()),
  });
}

async function takes(): Promise<void> {
  const facts = { ...(await app.nest.get(AgencyProfiles, { strict: false }).today()), entryOnPage: 'report' as const };
  await app.nest.get(PublishAgencyProfile, { strict: false }).publish(await actor('vanthu'), {
    ...{ facts, validFrom: '2026-03-18', latest: 1, reason: 'Hệ thống quản lý văn bản không điền được ô đã chuẩn bị.' },
  });
}

const WRITTEN = 'Có thay đổi sau khi ký: số 01, ngày 18 tháng 3 được viết vào trang, đúng chỗ đã chừa.';
const failing = ({ proof }: SignatureRequestEntity): readonly string[] =>
  (proof as LetterProof).lines.filter(({ result }) => result === 'fail').map(({ code }) => code);

describe('number and date that the e-office wrote onto the page', () => {
  it('stop the letter, which says what was written, until the agency takes them', async () => {
    const letter = await stamped();
    expect([failing(letter), letter.state]).toEqual([['unchanged'], 'sealFailed']);
    const clerk = await app.browserOf('vanthu');
    const page = textOf((await clerk.get(`/trinh-ky/${letter.id}`)).body);
    expect(page).toContain(`${WRITTEN} Cơ quan không nhận cách viết này.`);
  });

  it('go out where the agency takes them, and are said', async () => {
    await takes();
    const letter = await stamped();
    expect([failing(letter), letter.state]).toEqual([[], 'released']);
    const clerk = await app.browserOf('vanthu');
    expect(textOf((await clerk.get(`/trinh-ky/${letter.id}`)).body)).toContain(`${WRITTEN} Ngoài ra không gì đổi.`);
  });

  it('stop it where they are not those of the register', async () => {
    await takes();
    const letter = await stamped('02');
    expect([failing(letter), letter.state]).toEqual([['register'], 'sealFailed']);
  });
});
