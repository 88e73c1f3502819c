import { decidedLine, type DecidedLine, type HandedOut } from './decided-words.js';

const NOTHING: HandedOut = { ground: null, basis: null, directive: null, directedByName: null, proposedByName: null };

describe('rule 70: who the routing slip says has decided', () => {
  it.each<[string, Partial<HandedOut>, string, DecidedLine]>([
    [
      'a leader, in his own words, and who proposed it',
      {
        ground: 'leader',
        directive: 'Báo cáo trước 20/3.',
        directedByName: 'Đỗ Quốc Khánh',
        proposedByName: 'Phạm Minh Tuệ',
      },
      'Đỗ Quốc Khánh',
      { words: 'Đỗ Quốc Khánh: Báo cáo trước 20/3. Người đề xuất: Phạm Minh Tuệ.', isDecision: true },
    ],
    [
      'a leader without a word',
      { ground: 'leader' },
      'Đỗ Quốc Khánh',
      { words: 'Đỗ Quốc Khánh: Đồng ý giao như trên.', isDecision: true },
    ],
    [
      'a leader whose words a clerk wrote down',
      { ground: 'authorised', basis: '15/QĐ-SGDĐT', directive: 'Xử lý ngay.', directedByName: 'Đỗ Quốc Khánh' },
      'Phạm Minh Tuệ',
      { words: 'Đỗ Quốc Khánh: Xử lý ngay.', isDecision: true },
    ],
    [
      'a clerk by the work regulation, never as a leader',
      { ground: 'authorised', basis: '15/QĐ-SGDĐT', directive: 'Gọi trường trước.' },
      'Phạm Minh Tuệ',
      { words: 'Phạm Minh Tuệ giao theo văn bản giao quyền 15/QĐ-SGDĐT. Ghi chú: Gọi trường trước.', isDecision: true },
    ],
    [
      'the standing table, on no day of a leader’s',
      { ground: 'table', basis: 'Bảng phân công (12/QĐ-SGDĐT), dòng 4' },
      'Phạm Minh Tuệ',
      { words: 'Giao theo bảng phân công (12/QĐ-SGDĐT), dòng 4; người giao: Phạm Minh Tuệ.', isDecision: false },
    ],
    [
      'a unit’s head, who shares the work out in the unit and decides for no leader',
      { ground: 'unit', directive: 'Chị Ngọc nghỉ phép.' },
      'Lê Thị Hòa',
      { words: 'Lê Thị Hòa giao. Ghi chú: Chị Ngọc nghỉ phép.', isDecision: false },
    ],
    [
      'supervision, by the rule on what came back too often',
      { ground: 'rule' },
      'Bùi Thanh Sơn',
      { words: 'Bùi Thanh Sơn giao.', isDecision: true },
    ],
    [
      'before that was kept: who handed it out',
      {},
      'Phạm Minh Tuệ',
      { words: 'Phạm Minh Tuệ giao.', isDecision: true },
    ],
  ])('%s', (_who, handed, decider, line) => {
    expect(decidedLine({ ...NOTHING, ...handed }, decider)).toEqual(line);
  });
});
