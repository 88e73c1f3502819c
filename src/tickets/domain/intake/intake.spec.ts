import { POLICY_SETS, type AnonymityRule } from '../../../law/index.js';
import { intakeFlaws, intakeOutcome, requireIntake, tidyFeedback, type GivenFeedback } from './intake.js';

const NOW = new Date('2026-03-18T02:00:00Z');

function given(change: Partial<GivenFeedback> = {}): GivenFeedback {
  return {
    channel: 'call',
    receivedAt: new Date('2026-03-18T01:30:00Z'),
    subject: 'Thu tiền học thêm',
    words: 'Nhà trường thu tiền học thêm môn Toán mỗi tháng 450.000 đồng.',
    place: 'Trường THPT Núi Voi',
    category: 'fees',
    level: 'normal',
    kind: 'feedback',
    complainedUnitId: null,
    senderName: 'Bùi Văn Khải',
    senderPhone: '0900 000 142',
    senderEmail: '',
    senderAddress: '',
    keepSecret: true,
    ...change,
  };
}

describe('feedback as a clerk writes it down', () => {
  it('keeps the words with their lines, in NFC, and lays out the lines of the form', () => {
    const tidy = tidyFeedback(
      given({ words: ' Thu tiền\r\nhai lần \n'.normalize('NFD'), place: ' Trường  THPT\nNúi Voi ' }),
    );
    expect(tidy).toMatchObject({ words: 'Thu tiền\nhai lần', place: 'Trường THPT Núi Voi' });
  });

  it.each([
    ['takes the beginning of short words', 'Thu tiền hai lần', 'Thu tiền hai lần'],
    ['ends long words between two of them', `${'chữ '.repeat(60)}cuối`, `${'chữ '.repeat(29)}chữ…`],
    [
      'goes on behind a long address on the web',
      `https://www.facebook.com/${'a'.repeat(460)} Nhà trường thu tiền hai lần. ${'chữ '.repeat(20)}`,
      expect.stringContaining('Nhà trường thu tiền hai lần') as string,
    ],
    [
      'leaves out people, the sender above all',
      'Gia đình Khải, 0912 345 678, có con là Bảo Ngọc bị thu tiền',
      'Gia đình [tên người], [số điện thoại], có con là [tên học sinh] bị thu tiền',
    ],
  ])('without a subject it %s', (_rule, words, subject) => {
    expect(tidyFeedback(given({ subject: '  ', words })).subject).toEqual(subject);
  });

  it.each<[string, Partial<GivenFeedback>, string[]]>([
    ['is sound', {}, []],
    ['was not received after now', { receivedAt: new Date('2026-03-18T02:00:01Z') }, ['receivedAt']],
    ['was received now', { receivedAt: NOW }, []],
    ['was received within a year', { receivedAt: new Date('2025-03-17T02:00:00Z') }, []],
    ['is no older than a year', { receivedAt: new Date('2025-03-17T01:59:59Z') }, ['receivedAt']],
    ['was received at a time that exists', { receivedAt: new Date(Number.NaN) }, ['receivedAt']],
    ['says something', { words: '', subject: '' }, ['words']],
    ['fits its columns', { senderPhone: '0'.repeat(31), place: 'x'.repeat(201) }, ['place', 'senderPhone']],
    ['has an e-mail that can be written to', { senderEmail: 'khai@' }, ['senderEmail']],
  ])('%s', (_rule, change, fields) => {
    expect(intakeFlaws(tidyFeedback(given(change)), NOW).map(({ field }) => field)).toEqual(fields);
  });
});

describe('what becomes of feedback at the door', () => {
  const [policy] = POLICY_SETS;
  if (policy === undefined) throw new Error('The app starts with a policy.');
  const withRule = (anonymous: AnonymityRule) => ({
    categories: { ...policy.categories, fees: { ...policy.categories.fees, anonymous } },
  });
  const nobody = { senderName: '', senderPhone: '', senderEmail: '' };

  it.each<[string, AnonymityRule, Partial<GivenFeedback>, unknown]>([
    ['a known sender is accepted', 'reject', {}, { decision: 'accept' }],
    ['no name and no phone is refused, with its ground', 'reject', nobody, { decision: 'reject', reason: 'noContact' }],
    [
      'no phone alone is refused, with its ground',
      'reject',
      { senderPhone: '' },
      { decision: 'reject', reason: 'noContact' },
    ],
    ['nobody to answer is heard all the same', 'acceptWithoutReply', nobody, { decision: 'acceptWithoutReply' }],
    ['nobody to answer is accepted', 'accept', nobody, { decision: 'accept' }],
    [
      'words that say nothing are refused, with their ground',
      'accept',
      { words: 'Alo' },
      { decision: 'reject', reason: 'insufficientContent' },
    ],
    [
      'a denunciation without a name is read by a clerk first',
      'reject',
      { ...nobody, words: 'Hiệu trưởng kê khống tiền ăn bán trú của học sinh suốt hai năm nay' },
      { decision: 'acceptWithoutReply' },
    ],
    [
      'what only calls itself a denunciation is read by a clerk first too',
      'reject',
      { ...nobody, words: 'Đơn tố cáo. Tôi tố cáo nhà vệ sinh tầng hai mất nước cả tuần' },
      { decision: 'acceptWithoutReply' },
    ],
    ['a cry for help is never too short', 'reject', { words: 'Cháy bếp!' }, { decision: 'accept' }],
  ])('rule 2: %s', (_rule, anonymous, change, expected) => {
    expect(intakeOutcome(withRule(anonymous), given(change))).toEqual(expected);
  });

  it('only the registry takes feedback', () => {
    const actor = { id: 'x', name: 'x', unitId: null };
    expect(() => requireIntake({ ...actor, roles: ['registryClerk'] })).not.toThrow();
    expect(() => requireIntake({ ...actor, roles: ['contactOfficer', 'leader'] })).toThrow('forbidden');
  });
});
