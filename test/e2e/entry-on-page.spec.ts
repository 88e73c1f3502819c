import { jest } from '@jest/globals';
import { OutgoingDocumentEntity } from '../../src/documents/index.js';
import { House, PublishHouseFacts } from '../../src/house/index.js';
import { Database } from '../../src/platform/database/database.js';
import { NumberAndSeal, type SignatureRequestEntity } from '../../src/signing/index.js';
import type { LetterProof } from '../../src/signing/domain/proof/letter-proof.js';
import { LettersOf } from '../support/letters-of.js';
import { SigningOffice } from '../support/signing-office.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

let office: SigningOffice;
let house: TestApp;
const { actor, submitted } = new LettersOf(() => house);

beforeAll(async () => {
  office = await SigningOffice.open({ now: () => new Date('2026-03-18T01:00:00Z') });
});
afterAll(() => office.close());
beforeEach(async () => {
  house = await TestApp.open();
  office.serve(house);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await house.close();
});

/** A letter that is signed, numbered, and sealed by an e-office that knows no fields. @param number as the e-office writes it */
async function stamped(number = '01'): Promise<SignatureRequestEntity> {
  const letter = await submitted();
  const signed = await office.sign(house.desk.submitted.at(-1)!.file.content, house.clock.now());
  await office.says(house, letter, { status: 'signed', file: signed });
  await house.app.get(NumberAndSeal).execute(await actor('vanthu'), letter.id);
  await house.work();
  const [line] = await house.app.get(Database).reader.manager.find(OutgoingDocumentEntity);
  const entry = { number, issuedDate: line!.issuedDate };
  return office.says(house, letter, {
    status: 'sealed',
    file: await office.sealOnPage(signed, entry, house.clock.now()),
  });
}

async function takes(): Promise<void> {
  const facts = { ...(await house.app.get(House, { strict: false }).today()), entryOnPage: 'report' as const };
  await house.app.get(PublishHouseFacts, { strict: false }).execute(await actor('vanthu'), {
    ...{ facts, validFrom: '2026-03-18', latest: 1, reason: 'E-office không điền được ô đã chuẩn bị.' },
  });
}

const WRITTEN = 'Có thay đổi sau khi ký: số 01, ngày 18 tháng 3 được viết vào trang, đúng chỗ đã chừa.';
const failing = ({ proof }: SignatureRequestEntity): readonly string[] =>
  (proof as LetterProof).lines.filter(({ result }) => result === 'fail').map(({ code }) => code);

describe('number and date that the e-office wrote onto the page', () => {
  it('stop the letter, which says what was written, until the house takes them', async () => {
    const letter = await stamped();
    expect([failing(letter), letter.state]).toEqual([['unchanged'], 'sealFailed']);
    const clerk = await house.browserOf('vanthu');
    const page = textOf((await clerk.get(`/trinh-ky/${letter.id}`)).body);
    expect(page).toContain(`${WRITTEN} Cơ quan không nhận cách viết này.`);
  });

  it('go out where the house takes them, and are said', async () => {
    await takes();
    const letter = await stamped();
    expect([failing(letter), letter.state]).toEqual([[], 'released']);
    const clerk = await house.browserOf('vanthu');
    expect(textOf((await clerk.get(`/trinh-ky/${letter.id}`)).body)).toContain(`${WRITTEN} Ngoài ra không gì đổi.`);
  });

  it('stop it where they are not those of the register', async () => {
    await takes();
    const letter = await stamped('02');
    expect([failing(letter), letter.state]).toEqual([['register'], 'sealFailed']);
  });
});
