import { jest } from '@jest/globals';
import { REPLY } from '../../src/cli/demo/texts.js';
import { DraftPresence, ReviewDraft, WriteDraft } from '../../src/drafting/index.js';
import { MakePage } from '../../src/drafting/application/make-page.js';
import { Revisions } from '../../src/drafting/application/revisions.js';
import { DraftRevisionEntity } from '../../src/drafting/persistence/draft-revision.entities.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { JournalQueries } from '../../src/journal/index.js';
import { KeepDetails } from '../../src/drafting/index.js';
import { ApproveReply, KeepEvidence, SendReply } from '../../src/tickets/index.js';
import { LifeOfATicket, NO_EVIDENCE, PARTIES } from '../support/life-of-a-ticket.js';

const { officer, head, clerk, stranger } = PARTIES;
const MINUTE = 60_000;
const PAGE = 'a'.repeat(32);

let life: LifeOfATicket;
let id: string;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
  await life.inHand();
  id = await life.beginLetter();
});
afterEach(() => life.end());

const now = () => life.rows.findOneByOrFail(DraftEntity, { id });
const kept = () => life.rows.find(DraftRevisionEntity, { where: { draftId: id }, order: { revision: 'ASC' } });
const numbers = async () => (await kept()).map(({ revision }) => revision);

interface Saving {
  readonly actor?: typeof officer;
  readonly byItself?: boolean;
  readonly page?: string | null;
  readonly turn?: number;
  readonly version?: number;
  readonly reason?: string;
}

let turns = 0;

async function save(ve_viec: string, saving: Saving = {}) {
  const { fields, signerId, version } = await now();
  const { actor = officer, byItself = true, page = PAGE, turn = (turns += 1), ...more } = saving;
  const form = { fields: { ...fields, ...REPLY, ve_viec }, signerId, version, page, turn, byItself, ...more };
  return life.get(WriteDraft).save(actor, id, form);
}

async function typed(...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await save(text);
    life.app.clock.advance(MINUTE);
  }
}

describe('a letter that saves itself', () => {
  it('is one revision in one sitting, with the words and the time of the last save', async () => {
    await typed('thu', 'thu tiền', 'thu tiền học thêm');
    const revisions = await kept();
    expect(revisions).toHaveLength(2);
    expect(revisions[1]).toMatchObject({ revision: 2, fields: { ve_viec: 'thu tiền học thêm' }, writerId: 'ngoc' });
    const { revision, savedAt, fields } = await now();
    expect({ revision, savedAt, fields }).toMatchObject({ revision: 2, savedAt: revisions[1]!.savedAt });
    expect(fields).toMatchObject({ ve_viec: 'thu tiền học thêm' });
  });

  it('is told of once: one line in the journal, one in the course of its ticket', async () => {
    await typed('thu', 'thu tiền', 'thu tiền học thêm');
    await life.app.work();
    const lines = await life.get(JournalQueries).linesAbout('draft', id);
    expect(lines.filter(({ action }) => action === 'draft.save')).toHaveLength(1);
  });

  it('ends where the person presses save: that is the same revision, and the next words are another', async () => {
    await typed('thu');
    await save('thu tiền', { byItself: false, reason: 'Viết rõ hơn.' });
    expect((await kept())[1]).toMatchObject({ fields: { ve_viec: 'thu tiền' }, reason: 'Viết rõ hơn.', sitting: null });
    await typed('thu tiền học thêm');
    expect(await numbers()).toEqual([1, 2, 3]);
    expect((await kept())[1]).toMatchObject({ fields: { ve_viec: 'thu tiền' } });
  });

  it('is another revision after somebody else, and after a pause of half an hour', async () => {
    await typed('thu');
    await save('thu tiền', { actor: head, byItself: false });
    await typed('thu tiền học');
    expect(await numbers()).toEqual([1, 2, 3, 4]);
    life.app.clock.advance(29 * MINUTE);
    await typed('thu tiền học thêm');
    expect(await numbers()).toEqual([1, 2, 3, 4]);
    life.app.clock.advance(30 * MINUTE);
    await typed('thu tiền học thêm trái quy định');
    expect(await numbers()).toEqual([1, 2, 3, 4, 5]);
  });

  it('writes over nothing that its page has not seen', async () => {
    await save('thu', { actor: head, byItself: false });
    const { version } = await now();
    await save('thu tiền', { actor: head, page: 'b'.repeat(32) });
    await expect(save('thu', { version })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(save('thu', { version, actor: head })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(save('thu', { version, actor: head, page: null })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    expect((await kept()).at(-1)).toMatchObject({ fields: { ve_viec: 'thu tiền' } });
  });

  it('goes on where the answer to its own last save never came', async () => {
    const { version } = await now();
    await save('thu', { version });
    await save('thu tiền', { version });
    await save('thu tiền học thêm', { version, byItself: false });
    expect(await numbers()).toEqual([1, 2]);
    expect((await now()).fields).toMatchObject({ ve_viec: 'thu tiền học thêm' });
  });

  it('writes nothing older over what its page saved later', async () => {
    const { version } = await now();
    await save('thu', { version, turn: 1 });
    await save('thu tiền học thêm', { version, turn: 3 });
    await expect(save('thu tiền', { version, turn: 2 })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect((await now()).fields).toMatchObject({ ve_viec: 'thu tiền học thêm' });
  });

  it('writes nothing over what its page took back meanwhile', async () => {
    await save('thu', { turn: 1 });
    const { version } = await now();
    // The second time, with other words, is still on its way.
    expect((await save('thu', { version, turn: 3 })).version).toBeGreaterThan(version);
    await expect(save('thu tiền', { version, turn: 2 })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await save('thu tiền học thêm', { turn: 4 });
    expect(await numbers()).toEqual([1, 2]);
    expect((await now()).fields).toMatchObject({ ve_viec: 'thu tiền học thêm' });
  });

  it('has the page of its last words, also where they come while the page is made', async () => {
    await typed('thu');
    const made = life.get(MakePage).handle({ draftId: id, revision: '2' });
    await typed('thu tiền học thêm');
    await made;
    await life.app.work();
    const first = (await kept())[1]!;
    await life.get(MakePage).handle({ draftId: id, revision: '2' });
    expect((await kept())[1]).toMatchObject({ pdfSha256: first.pdfSha256, docxSha256: first.docxSha256 });
    await save('thu tiền học thêm', { byItself: false });
    await life.app.work();
    expect((await kept())[1]!.docxSha256).toBe(first.docxSha256);
    expect(await now()).toMatchObject({ pdfSha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as string });
  });

  it('has its page made where its writer rests, and at once where save is pressed', async () => {
    const page = async () => (await now()).pdfSha256;
    await save('thu');
    life.app.clock.advance(9_000);
    await save('thu tiền');
    life.app.clock.advance(9_000);
    await life.app.work();
    expect(await page()).toBeNull();
    life.app.clock.advance(1_000);
    await life.app.work();
    expect(await page()).not.toBeNull();
    await save('thu tiền học thêm');
    expect(await page()).toBeNull();
    await save('thu tiền học thêm', { byItself: false });
    await life.app.work();
    expect(await page()).not.toBeNull();
  });

  it('leaves no trace where it says nothing new', async () => {
    await save('thu tiền', { byItself: false, reason: 'Viết rõ hơn.' });
    const before = await now();
    life.app.clock.advance(MINUTE);
    for (const reason of [undefined, '', 'Viết rõ hơn.']) {
      const { version, revision, savedAt } = await save('thu tiền', {
        turn: 1,
        ...(reason !== undefined && { reason }),
      });
      expect({ version, revision, savedAt }).toEqual({
        version: before.version,
        revision: before.revision,
        savedAt: before.savedAt,
      });
    }
    expect([await numbers(), await now()]).toEqual([[1, 2], before]);
    await save('thu tiền', { reason: 'Viết rõ hơn nữa.' });
    expect(await numbers()).toEqual([1, 2, 3]);
  });

  it('keeps its writer named to the others', async () => {
    await life.get(DraftPresence).announce(officer, id, true);
    await save('thu');
    expect(await life.get(DraftPresence).writers(head, id)).toMatchObject([{ staffName: 'ngoc' }]);
  });
});

describe('rule 40: a letter that saves itself and its approvals', () => {
  async function sent(): Promise<void> {
    await life.app.work();
    await life.get(KeepEvidence).stateNone(officer, life.id, NO_EVIDENCE);
    await life.get(SendReply).send(officer, id);
  }

  it('counts everybody who typed among its writers', async () => {
    await typed('thu');
    await save('thu tiền', { actor: head, byItself: false });
    await typed('thu tiền học thêm');
    expect((await now()).writerIds).toEqual(['ngoc', 'thang']);
    await life.app.work();
    // The only head has written in it: nobody is left who could approve what it says.
    await life.get(KeepEvidence).stateNone(officer, life.id, NO_EVIDENCE);
    await expect(life.get(SendReply).send(officer, id)).rejects.toMatchObject({ code: 'draft-approver-missing' });
  });

  it('makes no writer by itself of the head who could still approve it', async () => {
    await typed('thu');
    await expect(save('thu tiền', { actor: head })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await now()).writerIds).toEqual(['ngoc']);
    await save('thu tiền', { actor: head, byItself: false });
    await save('thu tiền học thêm', { actor: head });
    expect((await now()).writerIds).toEqual(['ngoc', 'thang']);
  });

  it('never changes what was sent to be approved', async () => {
    await typed('thu tiền');
    await sent();
    await expect(save('khác')).rejects.toMatchObject({ code: 'forbidden' });
    await life.get(ReviewDraft).giveBack(head, id, 'Bổ sung mức thu.');
    await expect(save('khác')).rejects.toMatchObject({ details: { field: 'reason' } });
    await save('thu tiền, mức thu', { reason: 'Đã bổ sung.' });
    await save('thu tiền, mức thu của lớp', { reason: 'Đã bổ sung mức thu.' });
    expect((await kept()).slice(1)).toMatchObject([
      { fields: { ve_viec: 'thu tiền' }, reason: null },
      { fields: { ve_viec: 'thu tiền, mức thu của lớp' }, reason: 'Đã bổ sung mức thu.' },
    ]);
  });

  it('voids no approval by itself', async () => {
    await typed('thu tiền');
    await sent();
    await life.get(ApproveReply).approve(head, id);
    await life.get(ReviewDraft).approve(clerk, id, 'format');
    await expect(save('khác', { reason: 'Sửa.' })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await now()).state).toBe('approved');
    await expect(save('khác', { actor: stranger })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('begins a revision after one that was given out to be changed in Word', async () => {
    await typed('thu');
    await life.get(WriteDraft).giveOut(clerk, id, 2);
    await typed('thu tiền');
    expect(await numbers()).toEqual([1, 2, 3]);
    await expect(life.get(WriteDraft).giveOut(stranger, id, 3)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('begins a revision also where the file was given out while it was saved', async () => {
    await typed('thu');
    const revisions = life.get(Revisions);
    const read = await revisions.present(life.rows, await now());
    await life.get(WriteDraft).giveOut(clerk, id, 2);
    jest.spyOn(revisions, 'present').mockResolvedValueOnce(read);
    await save('thu tiền');
    expect((await kept()).map(({ fields, sitting }) => ({ fields, sitting })).slice(1)).toMatchObject([
      { fields: { ve_viec: 'thu' }, sitting: null },
      { fields: { ve_viec: 'thu tiền' }, sitting: expect.any(String) as string },
    ]);
  });

  it('goes on after private details were answered for in between', async () => {
    await typed('thu');
    const { version } = await now();
    await life.get(KeepDetails).keep(officer, id, { reason: 'Người gửi đồng ý nêu tên.', version });
    await save('thu tiền', { version });
    expect(await numbers()).toEqual([1, 2]);
  });
});
