import { IsNull } from 'typeorm';
import { REPLY } from '../../src/cli/demo/texts.js';
import { ReviewDraft, WriteDraft } from '../../src/drafting/index.js';
import { DraftEntity } from '../../src/drafting/persistence/drafting.entities.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { SendReply } from '../../src/tickets/index.js';
import { LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';

const { officer, head } = PARTIES;

let life: LifeOfATicket;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
  await life.inHand();
});
afterEach(() => life.end());

/** A letter of which everything is written, and whose page is made. */
async function writtenLetter(): Promise<string> {
  const id = await life.beginLetter();
  const { fields, signerId, version } = await life.rows.findOneByOrFail(DraftEntity, { id });
  await life.get(WriteDraft).save(officer, id, { fields: { ...fields, ...REPLY }, signerId, version });
  await life.app.work();
  return id;
}

describe('people around a letter', () => {
  const heardBy = async (staffId: string, about = /Công văn trả lời/u): Promise<string[]> => {
    const notices = await life.rows.find(NoticeEntity, { where: { staffId }, order: { seq: 'ASC' } });
    return notices.map(({ words }) => words).filter((words) => about.test(words));
  };
  const after = async (words: string): Promise<string> => `Công văn trả lời phiếu ${(await life.now()).code} ${words}`;

  it('hear that it waits for them, each once, and never of what they did themselves', async () => {
    const letter = await writtenLetter();
    await life.addFile();
    await life.get(SendReply).send(officer, letter);
    await life.app.work();
    expect(await heardBy(head.id)).toEqual([await after('chờ duyệt nội dung.')]);
    expect(await heardBy(officer.id)).toEqual([]);
    await life.get(ReviewDraft).giveBack(head, letter, 'Nêu rõ căn cứ ở đoạn hai.');
    await life.app.work();
    expect(await heardBy(officer.id)).toEqual([await after('bị trả lại để sửa. Lý do: Nêu rõ căn cứ ở đoạn hai.')]);
    expect(await heardBy(head.id)).toHaveLength(1);
  });

  it('read no reason that may lead to a person, for notices are mailed', async () => {
    const letter = await life.beginLetter();
    await life.hear(letter, 'returnedByLeader', 'Gọi lại cho ông Bùi Văn Khải, số 0900 000 142.');
    expect(await heardBy(officer.id)).toEqual([await after('bị lãnh đạo trả lại. Mở văn bản để xem lý do.')]);
    expect(await heardBy(head.id)).toEqual(await heardBy(officer.id));
  });

  it.each([
    ['contentApproved', 'vanthu', 'đã duyệt nội dung, chờ kiểm tra thể thức.'],
    ['leaderSigned', 'vanthu', 'đã ký, kiểm tra đạt. Chờ lấy số, đóng dấu.'],
    ['sealFailed', 'vanthu', 'đóng dấu không thành công, chưa phát hành.'],
    ['proofFailed', 'ngoc', 'đã ký nhưng không đạt kiểm tra, chưa phát hành.'],
    ['sealFailed', 'ngoc', 'đóng dấu không thành công, chưa phát hành.'],
    ['formatApproved', 'ngoc', 'đã duyệt nội dung và thể thức. Trình lãnh đạo ký.'],
    ['rejectedByLeader', 'ngoc', 'bị lãnh đạo từ chối ký.'],
    ['released', 'ngoc', 'đã phát hành.'],
  ] as const)('hear of “%s”: %s', async (what, staffId, words) => {
    const letter = await life.beginLetter();
    await life.hear(letter, what);
    expect(await heardBy(staffId)).toEqual([await after(words)]);
  });

  it('read it in the mail of the day, too', async () => {
    const letter = await life.beginLetter();
    await life.hear(letter, 'sentForContent');
    const [notice] = await life.rows.find(NoticeEntity, { where: { staffId: head.id, mailedAt: IsNull() } });
    expect(notice).toMatchObject({ kind: 'news', ticketId: life.id, readAt: null });
  });
});
