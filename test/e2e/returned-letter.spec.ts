import { jest } from '@jest/globals';
import { ReviewDraft } from '../../src/drafting/index.js';
import { PollSignatures } from '../../src/signing/index.js';
import { SubmitReply } from '../../src/tickets/index.js';
import { LettersOf } from '../support/letters-of.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const COMMENT = 'Bổ sung căn cứ thu tiền ở mục 2.';

let app: TestApp;
const letters = new LettersOf(() => app);
const { actor, submitted, request, says, titles, draftOf, sendOn } = letters;
beforeEach(async () => {
  app = await TestApp.open();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await app.close();
});

describe('a letter that comes back from signing', () => {
  it.each([
    ['returned', 'Lãnh đạo trả lại'],
    ['rejected', 'Lãnh đạo từ chối ký'],
    ['cancelled', 'Trình ký bị rút trên hệ thống quản lý văn bản'],
    ['failed', 'Hệ thống quản lý văn bản không hoàn tất được việc ký'],
  ] as const)('as %s is told as it is, with what was said', async (status, title) => {
    const letter = await submitted();
    says(letter, { status, revision: 4, lastActor: 'Đỗ Quốc Khánh', comment: COMMENT });
    await app.nest.get(PollSignatures).poll();
    await app.work();
    expect((await request(letter.id)).state).toBe(status);
    expect((await titles(letter.caseId))[0]).toBe(title);
    const browser = await app.browserOf('ngoc');
    expect(textOf((await browser.get(`/trinh-ky/${letter.id}`)).body)).toContain(COMMENT);
  });

  it('rule 40: is a new revision of the draft with the leader’s words; it is approved and submitted anew', async () => {
    const letter = await submitted();
    const before = await draftOf(letter.draftId);
    app.clock.advance(60_000);
    says(letter, { status: 'returned', revision: 4, lastActor: 'Đỗ Quốc Khánh', comment: COMMENT });
    await app.nest.get(PollSignatures).poll();
    await app.work();
    expect(await draftOf(letter.draftId)).toMatchObject({
      ...{ state: 'editing', revision: before.revision + 1, pdfSha256: before.pdfSha256, writerId: before.writerId },
      returnReason: `Đỗ Quốc Khánh: ${COMMENT}`,
    });
    const browser = await app.browserOf('ngoc');
    const page = textOf((await browser.get(`/du-thao/${letter.draftId}`)).body);
    expect(page).toContain(`Đỗ Quốc Khánh: ${COMMENT}`);
    expect(page).toContain(`Hệ thống: “Đỗ Quốc Khánh: ${COMMENT}”`);

    const submit = async () => app.nest.get(SubmitReply).submit(await actor('ngoc'), letter.draftId);
    await expect(submit()).rejects.toMatchObject({ code: 'forbidden' });
    await sendOn(letter.draftId);
    const review = app.nest.get(ReviewDraft);
    await review.approve(await actor('thang'), letter.draftId, 'content');
    await review.approve(await actor('vanthu'), letter.draftId, 'format');
    const again = await request(await submit());
    expect([letter.clientRequestId, again.clientRequestId].map((id) => id.slice(-3))).toEqual(['-r2', '-r3']);
  });
});
