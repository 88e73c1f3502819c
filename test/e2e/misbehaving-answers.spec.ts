import { setTimeout as pause } from 'node:timers/promises';
import { optionsOf } from '../../src/agency-profile/domain/profile-choices.js';
import { SignatureStepEntity } from '../../src/signing/persistence/signing.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { WithdrawLetter, type SignatureRequestEntity } from '../../src/signing/index.js';
import { OutgoingDocumentEntity } from '../../src/documents/index.js';
import { textOf } from '../support/web-visitor.js';
import { MisbehavedLetters } from '../support/misbehaved-letters.js';

let letters: MisbehavedLetters;
afterEach(() => letters.world.misbehave(null));

const HOUR = 3_600_000;

/** The states that a letter came through, in order. */
async function course({ id: requestId }: SignatureRequestEntity): Promise<string[]> {
  const { manager } = letters.world.app.nest.get(Database).reader;
  const steps = await manager.find(SignatureStepEntity, { where: { requestId }, order: { at: 'ASC' } });
  return steps.map(({ state }) => state);
}

async function later(hours: number, { id }: SignatureRequestEntity): Promise<SignatureRequestEntity> {
  letters.world.app.clock.advance(hours * HOUR);
  await letters.world.looks();
  return letters.world.letters.request(id);
}

/** The letter once the e-office's callback has made of it what is awaited; as it stands after two seconds without. */
async function told(
  { id }: SignatureRequestEntity,
  isAwaited: (request: SignatureRequestEntity) => boolean,
): Promise<SignatureRequestEntity> {
  for (let tries = 0; tries < 40; tries += 1) {
    await letters.world.app.work();
    const request = await letters.world.letters.request(id);
    if (isAwaited(request)) return request;
    await pause(50);
  }
  return letters.world.letters.request(id);
}

/** A list is good for a day: from then on the app has none that speaks for anybody. */
async function listsRunOut(): Promise<void> {
  letters.world.app.clock.advance(25 * HOUR);
  await letters.world.app.work();
}

describe.each(optionsOf('actOrder'))('%s', (order) => {
  beforeAll(async () => {
    letters = await MisbehavedLetters.open(order);
  });
  afterAll(() => letters.close());

  describe('an e-office that tells of signatures as it should not', () => {
    it('is waited for when it is late: the letter stays where it is, and goes on by itself', async () => {
      const { world } = letters;
      const waiting = await letters.signed('late');
      expect([waiting.state, await letters.loose()]).toEqual(['submitted', []]);
      const signed = await later(25, waiting);
      expect(signed.state).toBe('verified');

      await world.misbehave('late', signed);
      const sealing = await world.seals(signed);
      expect([sealing.state, await letters.loose()]).toEqual(['sealing', []]);
      expect((await later(25, sealing)).state).toBe('released');
      expect(await letters.loose()).toEqual([]);
    });

    it.each(['twice', 'outOfOrder'] as const)('moves the letter once when it tells %s', async (code) => {
      const { world } = letters;
      const signed = await letters.signed(code);
      expect(signed.state).toBe('verified');
      await world.misbehave(code, signed);
      const released = await world.seals(signed);
      expect(released.state).toBe('released');
      const states = await course(released);
      expect(states).toEqual([...new Set(states)]);
      expect(await letters.loose()).toEqual([]);
      expect((await later(1, released)).state).toBe('released');
    });

    it('is stopped at when it numbers the same document too: no second number, until it gives its own up', async () => {
      const { world } = letters;
      const lines = () =>
        world.app.nest.get(Database).reader.manager.countBy(OutgoingDocumentEntity, { state: 'numbered' });
      const signed = await letters.signed('numbersToo');
      expect([signed.state, signed.numberThere]).toEqual(['verified', expect.stringMatching(/^905\/SGDĐT.*2026$/u)]);
      const before = await lines();
      await expect(world.seals(signed)).rejects.toMatchObject({ code: 'number-given-there' });
      expect([await lines(), (await world.letters.request(signed.id)).state]).toEqual([before, 'verified']);
      const clerk = await world.app.browserOf('vanthu');
      const page = textOf((await clerk.get(`/so-van-ban/di?phat-hanh=${signed.id}`)).body);
      expect(page).toContain('Hệ thống quản lý văn bản đã tự cấp số 905/SGDĐT');

      await world.misbehave(null);
      await world.looks();
      expect((await world.letters.request(signed.id)).numberThere).toBeNull();
      expect((await world.seals(signed)).state).toBe('released');
      expect(await letters.loose()).toEqual([]);
    });

    it('is asked again while the hash that it tells is not the file’s', async () => {
      const { world } = letters;
      const waiting = await letters.signed('hashMismatch');
      expect([waiting.state, await letters.loose()]).toEqual(['signed', ['signing.proveSigned open']]);
      expect((await world.unfinishedJobs())[0]?.lastError).toContain('không khớp mã băm đi kèm');
      await world.misbehave(null, waiting);
      const signed = await later(2, waiting);
      expect(signed.state).toBe('verified');

      await world.misbehave('hashMismatch', signed);
      const sealing = await world.seals(signed);
      expect([sealing.state, await letters.loose()]).toEqual(['sealing', ['signing.proveSealed open']]);
      await world.misbehave(null, sealing);
      expect((await later(2, sealing)).state).toBe('released');
      expect(await letters.loose()).toEqual([]);
    });

    it('signs in vain what its author withdrew and it said it had let go; the file is kept as evidence', async () => {
      const { world } = letters;
      const request = await world.submitted(await world.approved());
      await world.misbehave('afterCancel', request);
      const author = await world.letters.actor('ngoc');
      await world.app.nest.get(WithdrawLetter).withdraw(author, request.id, 'Thiếu phụ lục số 2, xin trình lại.');
      await world.app.work();
      expect(await letters.loose()).toEqual([]);

      const signed = await world.acts('sign', request);
      expect(signed.state).toBe('cancelled');
      const kept = await told(request, ({ lateSha256 }) => lateSha256 !== null);
      expect([kept.state, kept.outgoingDocumentId]).toEqual(['cancelled', request.outgoingDocumentId]);
      expect(kept.lateSha256).not.toBeNull();
      expect((await letters.again(kept)).state).toBe('released');
      expect(await letters.loose()).toEqual([]);
    });

    it('signs in vain what it said was withdrawn with its number', async () => {
      const refused = await letters.sealed('otherAgency');
      await letters.world.misbehave('afterCancel', refused);
      await letters.numberVoided(refused);
      expect(await letters.loose()).toEqual([]);
      const after = await later(1, refused);
      expect([after.state, (await letters.outgoing(after))?.state]).toEqual(['cancelled', 'voided']);
      expect((await letters.again(refused)).state).toBe('released');
      expect(await letters.loose()).toEqual([]);
    });
  });

  describe('rule 51: an authority whose list of revocations', () => {
    it('cannot be had is waited for: nothing is judged without it', async () => {
      const { world } = letters;
      await listsRunOut();
      await world.misbehave('noList');
      const waiting = await letters.signedWell();
      expect([waiting.state, await letters.loose()]).toEqual(['signed', ['signing.proveSigned open']]);
      await world.misbehave(null);
      const signed = await later(2, waiting);
      expect(signed.state).toBe('verified');
      expect((await world.seals(signed)).state).toBe('released');
      expect(await letters.loose()).toEqual([]);
    });

    it('is out of date vouches for nobody: the letter waits for the next one', async () => {
      const { world } = letters;
      await listsRunOut();
      await world.misbehave('outdatedList');
      const waiting = await letters.signedWell();
      expect([waiting.state, await letters.loose()]).toEqual(['signed', ['signing.proveSigned open']]);
      expect(await letters.shownLine(waiting, 'revocation')).toMatchObject({ result: 'unknown' });
      await world.misbehave(null);
      const signed = await later(2, waiting);
      expect(signed.state).toBe('verified');
      expect((await world.seals(signed)).state).toBe('released');
      expect(await letters.loose()).toEqual([]);
    });
  });
});
