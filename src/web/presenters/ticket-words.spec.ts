import { channelWords, draftStep, isCitizenFile, maskedEmail, maskedPhone, senderFacts } from './ticket-words.js';

const sender = {
  senderName: 'Bùi Văn Khải',
  senderPhone: '0900 000 142',
  senderEmail: 'khai.bv@example.com',
  senderAddress: 'Phường Kiến An',
  keepSecret: false,
};

describe('who wrote, as little as the work needs', () => {
  it('names an open sender, and shows telephone and e-mail in part', () => {
    expect(senderFacts(sender).map(({ value }) => value)).toEqual([
      'Bùi Văn Khải',
      '••• ••• 142',
      'k•••@example.com',
      'Phường Kiến An',
    ]);
  });

  it('gives only initials of a protected sender, and says what is kept', () => {
    const words = JSON.stringify(senderFacts({ ...sender, keepSecret: true }));
    expect(words).toContain('B. V. K. (xin giữ kín tên)');
    expect(words).not.toMatch(/Khải|142|example|Kiến An/u);
  });

  it('says that nobody signed', () => {
    expect(senderFacts({ ...sender, senderName: '' })).toEqual([{ label: 'Người gửi', value: 'Không ghi tên' }]);
  });

  it.each([
    ['a number with few digits is hidden whole', maskedPhone('12345'), '•••'],
    ['no number is nothing', maskedPhone(''), ''],
    ['an address without a name is hidden whole', maskedEmail('@example.com'), '•••'],
    ['no address is nothing', maskedEmail(''), ''],
  ])('%s', (_rule, written, expected) => {
    expect(written).toBe(expected);
  });
});

describe('the words of a ticket', () => {
  it.each([
    ['a known channel', 'web', 'Cổng 1022'],
    ['a channel of the hotline’s own', 'Ki-ốt phường', 'Ki-ốt phường'],
    ['no channel', '', 'Tổng đài 1022'],
  ])('names %s', (_rule, channel, expected) => {
    expect(channelWords(channel)).toBe(expected);
  });

  it('never counts the hotline’s own form among the citizen’s files', () => {
    expect(isCitizenFile({ name: 'Phan-Anh.json' })).toBe(false);
    expect(isCitizenFile({ name: 'anh.jpg' })).toBe(true);
  });
});

describe('the way to the letter', () => {
  const open = { id: 'd', state: 'editing' as const, revision: 3 };

  it.each([
    ['opens the one there is', draftStep('t', { acts: new Set(['beginReply'] as const) }, [open]), 'Mở bản thảo 3'],
    ['reads a finished one', draftStep('t', { acts: new Set(['beginReply'] as const) }, [{ ...open, state: 'done' }]), 'Xem công văn'],
    [
      'begins one after a withdrawn one',
      draftStep('t', { acts: new Set(['beginReply'] as const) }, [{ ...open, state: 'withdrawn' }]),
      'Dự thảo trả lời',
    ],
    ['is closed to those who may not begin one', draftStep('t', { acts: new Set<never>() }, []), undefined],
  ])('%s', (_rule, step, label) => {
    expect(step?.label).toBe(label);
  });
});
