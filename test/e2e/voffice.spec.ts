import { setTimeout as pause } from 'node:timers/promises';
import { EOfficeEventEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { OutgoingDocumentEntity } from '../../src/documents/index.js';
import { StaffEntity } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { NumberAndSeal, WithdrawLetter, type SignatureRequestEntity } from '../../src/signing/index.js';
import type { LetterProof } from '../../src/signing/domain/proof/letter-proof.js';
import { AppAtOffice } from '../support/app-at-office.js';

let office: AppAtOffice;

beforeAll(async () => {
  office = await AppAtOffice.open({ wire: 'vOffice', order: 'numberThenSign' });
  const { nest } = office.app;
  await nest.get(UnitOfWork).run((tx) => tx.update(StaffEntity, { username: 'vanthu' }, { eOfficeCode: 'vanthu' }));
});
afterAll(() => office.close());

const fails = (fault: string | null): Promise<unknown> => office.robot('/api/voffice', { fault });
const submitted = async (): Promise<SignatureRequestEntity> => office.submitted(await office.approved());
const now = (letter: SignatureRequestEntity): Promise<SignatureRequestEntity> => office.letters.request(letter.id);
const events = (): Promise<number> => office.app.nest.get(Database).reader.manager.count(EOfficeEventEntity);

/** Somebody acts in vOffice, which tells of it by its callback; nobody asks. */
async function told(what: 'sign' | 'seal', letter: SignatureRequestEntity): Promise<SignatureRequestEntity> {
  office.app.clock.advance(120_000);
  const before = await events();
  await office.robot(`/api/signature-requests/${letter.clientRequestId}/${what}`);
  for (let tries = 0; tries < 200 && (await events()) === before; tries += 1) await pause(25);
  await office.unfinishedJobs();
  return now(letter);
}

async function ordersSeal(letter: SignatureRequestEntity): Promise<void> {
  const clerk = await office.letters.actor('vanthu');
  await office.app.nest.get(NumberAndSeal).numberAndSeal(clerk, letter.id);
  await office.app.work();
}

const failing = ({ proof }: SignatureRequestEntity): readonly string[] =>
  (proof as LetterProof).lines
    .filter(({ result }) => result !== 'pass' && result !== 'notChecked')
    .map(({ code, detail }) => `${code}: ${detail}`);

async function lineOf(letter: SignatureRequestEntity): Promise<OutgoingDocumentEntity | null> {
  const { outgoingDocumentId } = await now(letter);
  return office.app.nest
    .get(Database)
    .reader.manager.findOneBy(OutgoingDocumentEntity, { id: outgoingDocumentId ?? '' });
}

describe('a letter that is signed in vOffice', () => {
  it('goes to release with its number by what the callback tells', async () => {
    const letter = await submitted();
    expect([letter.state, letter.remoteId]).toEqual(['submitted', letter.clientRequestId]);
    const verified = await told('sign', letter);
    expect([verified.state, failing(verified)]).toEqual(['verified', []]);
    await ordersSeal(letter);
    expect((await now(letter)).state).toBe('sealing');
    const released = await told('seal', letter);
    expect([released.state, failing(released)]).toEqual(['released', []]);
    expect(await lineOf(letter)).toMatchObject({ state: 'released', notation: 'SGDĐT-GDTrH' });
  });

  it('goes there by asking when no callback comes', async () => {
    const letter = await submitted();
    await fails('callbackLost');
    expect((await office.acts('sign', letter)).state).toBe('verified');
    expect((await office.seals(letter)).state).toBe('released');
    await fails(null);
  });

  it('goes there once when every callback comes twice', async () => {
    const letter = await submitted();
    const before = await events();
    await fails('callbackTwice');
    expect((await told('sign', letter)).state).toBe('verified');
    await ordersSeal(letter);
    expect((await told('seal', letter)).state).toBe('released');
    await fails(null);
    expect((await events()) - before).toBe(2);
  });

  it('may be told of before its registration was answered', async () => {
    await fails('callbackFirst');
    const letter = await submitted();
    await office.looks();
    expect((await now(letter)).state).toBe('verified');
  });

  it('may be issued there before the registry here has looked at it', async () => {
    const letter = await submitted();
    await fails('callbackLost');
    await office.robot(`/api/signature-requests/${letter.clientRequestId}/sign`);
    const verified = await office.acts('seal', letter);
    expect([verified.state, failing(verified)]).toEqual(['verified', []]);
    await ordersSeal(letter);
    await office.looks();
    const released = await now(letter);
    expect([released.state, failing(released)]).toEqual(['released', []]);
    await fails(null);
  });

  it('is kept, and goes nowhere, when it was withdrawn here and signed there all the same', async () => {
    const letter = await submitted();
    const author = await office.letters.actor('ngoc');
    await office.app.nest.get(WithdrawLetter).withdraw(author, letter.id, 'Sửa lại nội dung trả lời người phản ánh.');
    await office.app.work();
    const withdrawn = await now(letter);
    expect(withdrawn).toMatchObject({ state: 'cancelled', withdrawal: 'refused' });
    expect(withdrawn.withdrawalRefusal).toContain(letter.clientRequestId);
    const late = await told('sign', letter);
    expect([late.state, late.lateSha256 === null, late.signedSha256]).toEqual(['cancelled', false, null]);
    expect(await lineOf(letter)).toMatchObject({ state: 'voided' });
  });
});
