import { BOOK_THERE } from './take-over/taken-over.js';
import { answeringCode, registerNote, standingOf } from './after-release.js';

type NotedLine = Parameters<typeof registerNote>[0];

const line = (change: Partial<NotedLine> = {}): NotedLine => ({
  state: 'released',
  reservedAt: null,
  voidReason: null,
  recalledAt: null,
  recallReason: null,
  amendment: null,
  takenOver: null,
  givenBy: null,
  ...change,
});
const OLD = { source: 'sổ giấy 2026', row: 7, sentOn: null, receipt: null, copies: null, note: null };
const NOTHING = { amends: null, amendedBy: [] };
const recalled = { recalledAt: new Date('2026-03-21T02:00:00Z'), recallReason: 'Ghi nhầm nơi nhận' };

describe('rule 44: the notes of the outgoing register', () => {
  it.each<[string, NotedLine, Parameters<typeof registerNote>[1], string]>([
    ['are empty for a document that stands', line(), NOTHING, ''],
    ['say why a number was voided', line({ state: 'voided', voidReason: 'hỏng dấu' }), NOTHING, 'Số hủy: hỏng dấu'],
    [
      'say of a number that it is kept for a letter that is not signed yet',
      line({ state: 'numbered', reservedAt: new Date('2026-03-18T02:00:00Z') }),
      NOTHING,
      'Số giữ khi trình ký, chưa phát hành',
    ],
    ['say no more of it once it is out', line({ reservedAt: new Date('2026-03-18T02:00:00Z') }), NOTHING, ''],
    ['say that it was recalled, and why', line(recalled), NOTHING, 'ĐÃ THU HỒI: Ghi nhầm nơi nhận'],
    ['leave out a reason that is not given', line({ ...recalled, recallReason: null }), NOTHING, 'ĐÃ THU HỒI'],
    [
      'say which register made the line, with what it noted',
      line({ takenOver: { ...OLD, note: 'gửi bưu điện' } }),
      NOTHING,
      'Tiếp quản từ sổ giấy 2026; gửi bưu điện',
    ],
    [
      'say of a number that the other register voided why it did, once',
      line({ state: 'voided', voidReason: 'ghi nhầm', takenOver: { ...OLD, note: 'Hủy: ghi nhầm' } }),
      NOTHING,
      'Tiếp quản từ sổ giấy 2026; Số hủy: ghi nhầm',
    ],
    [
      'say that the e-office gave the number, and who entered it',
      line({ givenBy: { by: 'clerk', name: 'Phạm Minh Tuệ' } }),
      NOTHING,
      'Số do hệ thống quản lý văn bản cấp, Phạm Minh Tuệ ghi vào',
    ],
    [
      'say of a line that only the e-office has where it comes from',
      line({ takenOver: { ...OLD, source: BOOK_THERE, row: null }, givenBy: { by: 'clerk', name: 'Phạm Minh Tuệ' } }),
      NOTHING,
      'Ghi theo hệ thống quản lý văn bản; Số do hệ thống quản lý văn bản cấp, Phạm Minh Tuệ ghi vào',
    ],
    [
      'name what it replaces',
      line({ amendment: 'replacement' }),
      { amends: '513/SGDĐT-VP', amendedBy: [] },
      'Thay thế 513/SGDĐT-VP',
    ],
    [
      'name all that amend it',
      line(),
      {
        amends: null,
        amendedBy: [
          { amendment: 'correction', number: 9, notation: 'SGDĐT-VP' },
          { amendment: 'replacement', number: 515, notation: 'SGDĐT-VP' },
        ],
      },
      'Đính chính bởi 09/SGDĐT-VP; Thay thế bởi 515/SGDĐT-VP',
    ],
  ])('%s', (_what, row, links, expected) => {
    expect(registerNote(row, links)).toBe(expected);
  });

  it('leave the number of a recalled letter where it answered, and say so', () => {
    const answer = { number: 513, notation: 'SGDĐT-VP' };
    expect(answeringCode({ ...answer, recalledAt: null })).toBe('513/SGDĐT-VP');
    expect(answeringCode({ ...answer, ...recalled })).toBe('513/SGDĐT-VP (đã thu hồi)');
  });
});

describe('rule 44: how a document stands for its holder', () => {
  const recalledAt = new Date('2026-03-18T02:00:00Z');
  const released = { state: 'released' as const, recalledAt: null };

  it.each([
    ['in force while nothing was done to it', released, [], 'inForce'],
    ['in force, and corrected', released, ['correction' as const], 'corrected'],
    ['replaced, whatever corrected it before', released, ['correction' as const, 'replacement' as const], 'replaced'],
    ['recalled, whatever replaced it before', { ...released, recalledAt }, ['replacement' as const], 'recalled'],
    ['not released while it is sealed only', { state: 'sealed' as const, recalledAt: null }, [], 'unreleased'],
    ['a number that is void', { state: 'voided' as const, recalledAt: null }, [], 'voided'],
  ])('%s', (_rule, line, amendments, standing) => {
    expect(standingOf(line, amendments)).toBe(standing);
  });
});
