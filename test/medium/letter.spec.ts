import { LifeOfATicket } from '../support/life-of-a-ticket.js';

let life: LifeOfATicket;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
});
afterEach(() => life.end());

describe('news of a letter', () => {
  it('moves the cycle that the letter answers, and leaves a line on a later one', async () => {
    await life.inHand();
    const letter = await life.beginLetter();
    await life.setLetter(letter, 'done');
    await life.set({ state: 'reopened', cycle: 2 });
    await life.hear(letter, 'released', '513/SGDĐT-GDTrH');
    expect(await life.now()).toMatchObject({ state: 'reopened', cycle: 2, answeredAt: null, answerMode: null });
    expect((await life.course())[0]).toMatchObject({
      kind: 'released',
      title: 'Đã phát hành văn bản trả lời (lần xử lý 1)',
      text: '513/SGDĐT-GDTrH',
    });
  });
});
