import { jest } from '@jest/globals';
import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import {
  PollSignatures,
  SignatureQueries,
  type SignatureRequestEntity,
  type SignatureStepEntity,
} from '../../src/signing/index.js';
import type { RemoteSignatureState, SigningDesk } from '../../src/signing/ports/signing-desk.port.js';
import { LettersOf } from '../support/letters-of.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const MINUTE = 60_000;

let app: TestApp;
const letters = new LettersOf(() => app);
const { submitted, request, says } = letters;
beforeEach(async () => {
  app = await TestApp.open();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await app.close();
});

const look = () => app.nest.get(PollSignatures).poll();
const stepsOf = ({ id }: SignatureRequestEntity): Promise<SignatureStepEntity[]> =>
  app.nest.get(SignatureQueries).stepsOf(id);
const signedState = ({ clientRequestId, remoteId }: SignatureRequestEntity): RemoteSignatureState => ({
  ...{ clientRequestId, signatureRequestId: remoteId ?? '', revision: 3, status: 'signed' },
  ...{ changedAt: app.clock.now(), signedFile: { fileId: 'cong-van', sha256: 'a' } },
});

describe('a letter that the e-office does not know', () => {
  it('is asked for less and less often, says so on its page, and is asked for at once on demand', async () => {
    const letter = await submitted();
    const asked = jest.spyOn(app.desk, 'states');
    await look();
    expect(await request(letter.id)).toMatchObject({ state: 'submitted', failedLooks: 1 });
    await look();
    expect(asked).toHaveBeenCalledTimes(1);
    app.clock.advance(2.3 * MINUTE);
    await look();
    expect(await request(letter.id)).toMatchObject({
      failedLooks: 2,
      lookFailure: 'Hệ thống quản lý văn bản không biết mã trình này.',
    });
    app.clock.advance(2.3 * MINUTE);
    await look();
    expect(asked).toHaveBeenCalledTimes(2);

    const browser = await app.browserOf('ngoc');
    const page = textOf((await browser.get(`/trinh-ky/${letter.id}`)).body);
    expect(page).toContain('Hệ thống quản lý văn bản không biết mã trình này. 2 lần hỏi liền chưa có tin.');
    says(letter, { status: 'inProgress', revision: 2 });
    const told = await browser.follow(await browser.post(`/trinh-ky/${letter.id}/kiem-tra`));
    expect(textOf(told.body)).toContain('Đã hỏi hệ thống quản lý văn bản.');
    expect(await request(letter.id)).toMatchObject({ failedLooks: 0, nextLookAt: null, lookFailure: null });
  });

  it('holds up no other, also where the e-office refuses to be asked about it', async () => {
    const [bad, good] = [await submitted(), await submitted()];
    const desk: SigningDesk = app.desk;
    jest.spyOn(desk, 'states').mockImplementation((ids) => {
      if (ids.includes(bad.clientRequestId))
        return Promise.reject(new OutsideRefused('EO-VALIDATION', 'Mã trình không đúng dạng.'));
      return Promise.resolve([signedState(good)]);
    });
    await look();
    expect(await request(good.id)).toMatchObject({ state: 'signed', failedLooks: 0 });
    expect(await request(bad.id)).toMatchObject({ failedLooks: 1, lookFailure: 'Mã trình không đúng dạng.' });
  });
});

it('is no change of the letter: who proves it at the same time is not overtaken', async () => {
  const letter = await submitted();
  says(letter, { status: 'inProgress', revision: 2 });
  await look();
  const { version } = await request(letter.id);
  app.clock.advance(MINUTE);
  await look();
  expect(await request(letter.id)).toMatchObject({ version, lastLookAt: app.clock.now() });
});

describe('an e-office that is away', () => {
  it('is not asked about the same letters at every turn', async () => {
    const letter = await submitted();
    const asked = jest.spyOn(app.desk, 'states').mockRejectedValue(new OutsideUnavailable('no answer'));
    await expect(look()).rejects.toThrow(OutsideUnavailable);
    await look();
    expect(asked).toHaveBeenCalledTimes(1);
    expect(await request(letter.id)).toMatchObject({
      state: 'submitted',
      lookFailure: 'Hệ thống quản lý văn bản chưa trả lời.',
    });
  });
});

describe('the history of a letter in signing', () => {
  it('keeps whose word each state was, its revision there, and what was said', async () => {
    const letter = await submitted();
    app.clock.advance(MINUTE);
    says(letter, { status: 'rejected', revision: 7, lastActor: 'Đỗ Quốc Khánh', comment: 'Không thuộc Sở.' });
    await look();
    const steps = new Map((await stepsOf(letter)).map((step) => [step.state, step]));
    expect(steps.get('pending')).toMatchObject({ source: 'person', actorName: 'Nguyễn Thị Hồng Ngọc' });
    expect(steps.get('submitted')).toMatchObject({ source: 'system', remoteRevision: null, comment: null });
    expect(steps.get('rejected')).toMatchObject({
      ...{ source: 'eOffice', actorName: 'Đỗ Quốc Khánh', remoteRevision: 7, comment: 'Không thuộc Sở.' },
      at: app.clock.now(),
    });
  });
});
