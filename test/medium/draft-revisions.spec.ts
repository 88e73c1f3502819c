import { REPLY } from '../../src/cli/demo/texts.js';
import { DraftQueries, ReviewDraft, WriteDraft } from '../../src/drafting/index.js';
import { DraftRevisionEntity } from '../../src/drafting/persistence/draft-revision.entities.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { ApproveReply, KeepEvidence, SendReply, SubmitReply } from '../../src/tickets/index.js';
import { LifeOfATicket, NO_EVIDENCE, PARTIES } from '../support/life-of-a-ticket.js';

const { officer, head, clerk, stranger } = PARTIES;

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

async function save(change: object = {}, reason = '', actor = officer): Promise<void> {
  const { fields, signerId, version } = await now();
  const form = { fields: { ...fields, ...REPLY, ...change }, signerId, version, reason };
  await life.get(WriteDraft).save(actor, id, form);
}

/** Written, sent and approved by both. */
async function approved(): Promise<void> {
  await save();
  await life.app.work();
  await life.get(KeepEvidence).stateNone(officer, life.id, NO_EVIDENCE);
  await life.get(SendReply).send(officer, id);
  await life.get(ApproveReply).approve(head, id);
  await life.get(ReviewDraft).approve(clerk, id, 'format');
}

describe('revisions of a letter', () => {
  it('are kept, each with who, when, why and its own page', async () => {
    await save({ ve_viec: 'thu tiền' });
    life.app.clock.advance(60_000);
    await save({ ve_viec: 'thu tiền học thêm' }, 'Nói rõ khoản thu.', head);
    await life.app.work();
    const revisions = await kept();
    expect(revisions).toMatchObject([
      { revision: 1, source: 'form', writerId: 'ngoc', reason: null },
      { revision: 2, fields: { ve_viec: 'thu tiền' }, writerName: 'ngoc', reason: null },
      {
        ...{ revision: 3, fields: { ve_viec: 'thu tiền học thêm' }, writerName: 'thang' },
        ...{ reason: 'Nói rõ khoản thu.', savedAt: life.app.clock.now() },
      },
    ]);
    const [second, third] = revisions.slice(1);
    expect(second?.pdfSha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(second?.docxSha256).not.toBe(third?.docxSha256);
    expect(await now()).toMatchObject({ revision: 3, docxSha256: third?.docxSha256, pdfSha256: third?.pdfSha256 });
    await expect(life.get(FileStore).get(second?.pdfSha256 ?? '')).resolves.toBeInstanceOf(Buffer);
  });

  it('leave nothing behind where the save is refused', async () => {
    const { fields, signerId, version } = await now();
    const stale = { fields, signerId, version: version + 1 };
    await expect(life.get(WriteDraft).save(officer, id, stale)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(save({}, '', stranger)).rejects.toMatchObject({ code: 'not-found' });
    expect(await kept()).toHaveLength(1);
  });

  it('say why where the letter came back', async () => {
    await save();
    await life.app.work();
    await life.get(ReviewDraft).send(officer, id);
    await life.get(ReviewDraft).giveBack(head, id, 'Bổ sung mức thu.');
    await expect(save()).rejects.toMatchObject({ code: 'input-invalid', details: { field: 'reason' } });
    expect(await kept()).toHaveLength(2);
    await save({}, 'Đã bổ sung mức thu.');
    expect((await kept()).at(-1)).toMatchObject({ revision: 3, reason: 'Đã bổ sung mức thu.' });
  });

  it('are listed newest first, without what they say', async () => {
    await save();
    const lines = await life.get(DraftQueries).revisionsOf(id);
    expect(lines.map(({ revision }) => revision)).toEqual([2, 1]);
    expect(lines[0]).not.toHaveProperty('fields', expect.anything());
  });
});

describe('rule 40: a change in the form voids both approvals', () => {
  it('and is to say why', async () => {
    await approved();
    await expect(save({ ve_viec: 'thu tiền' })).rejects.toMatchObject({ details: { field: 'reason' } });
    expect((await now()).state).toBe('approved');
  });

  it('so that it is neither submitted nor half approved', async () => {
    await approved();
    await save({ ve_viec: 'thu tiền' }, 'Sửa theo ý lãnh đạo.');
    await life.app.work();
    expect(await now()).toMatchObject({ state: 'editing', contentApproverId: null });
    await expect(life.get(SubmitReply).submit(officer, id)).rejects.toMatchObject({ code: 'forbidden' });
    await life.get(SendReply).send(officer, id);
    await life.get(ApproveReply).approve(head, id);
    await expect(life.get(SubmitReply).submit(officer, id)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
