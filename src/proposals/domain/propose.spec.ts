import { Dice } from '../../../test/support/dice.js';
import {
  arrived,
  groundOf,
  judge,
  modelNames,
  PAPERS,
  READER_PAPERS,
  TABLE,
  UNSEEN_PAPERS,
} from '../../../test/support/proposals/judged-papers.js';
import { livedPapers } from '../../../test/support/proposals/lived-papers.js';
import { keptProposal } from './kept-proposal.js';
import { EMPTY_MODEL, learn } from './model/decided-model.js';
import { propose } from './propose.js';

const LEARNT = learn(livedPapers(1_500, modelNames(), new Dice(7)));
const BOTH = groundOf(TABLE, LEARNT);
const of = (text: string, ground = BOTH) => propose(arrived({ text }), ground);
const kept = (text: string, ground = BOTH) => keptProposal(of(text, ground), (category) => `<${category}>`);

describe('what is proposed for a paper', () => {
  it.each([
    ['the builder', PAPERS],
    ['a reader', READER_PAPERS],
  ])('is right of the 150 papers of %s as often as it was (the short form of `npm run test:long`)', (_by, papers) => {
    const { field, unit, officer, named, notOurs } = judge(papers, BOTH);
    expect(unit.first / unit.of).toBeGreaterThanOrEqual(0.85);
    expect(unit.amongThree / unit.of).toBeGreaterThanOrEqual(0.95);
    expect(field.first / field.of).toBeGreaterThanOrEqual(0.85);
    expect(officer.first / officer.of).toBeGreaterThanOrEqual(0.85);
    expect(named.right / named.of).toBeGreaterThanOrEqual(0.95);
    expect(notOurs.mistaken).toBe(0);
    expect(notOurs.right / notOurs.of).toBeGreaterThanOrEqual(0.8);
  });

  it('is right of 150 papers that it was not bettered by as often as an office needs it', () => {
    const { field, unit, named, notOurs } = judge(UNSEEN_PAPERS, BOTH);
    expect(unit.first / unit.of).toBeGreaterThanOrEqual(0.85);
    expect(unit.amongThree / unit.of).toBeGreaterThanOrEqual(0.95);
    expect(field.first / field.of).toBeGreaterThanOrEqual(0.85);
    expect(named.right / named.of).toBeGreaterThanOrEqual(0.95);
    expect(notOurs.mistaken).toBe(0);
  });

  it('rests on the table alone while nothing was decided', () => {
    const { units } = kept('Trường mầm non Sao Mai cho các cháu ăn bữa trưa có ruồi', groundOf(TABLE, EMPTY_MODEL));
    expect(units[0]).toEqual({
      unitId: 'GDMN',
      officerId: 'mn1',
      earlier: [],
      reason:
        'Theo bảng phân công (1/QĐ), dòng 8: lĩnh vực <boardingMeals>, cấp Mầm non. Trường được nêu: Trường Mầm non Sao Mai.',
    });
  });

  it('rests on what was decided where there is no table, and names papers like it', () => {
    const { units } = kept('Trường mầm non Sao Mai cho các cháu ăn bữa trưa có mùi lạ', groundOf([], LEARNT));
    expect(units[0]).toMatchObject({ unitId: 'GDMN', officerId: 'mn1' });
    expect(units[0]?.reason).toContain('Theo các phiếu tương tự Sở đã giao.');
    expect(units[0]?.earlier).toHaveLength(3);
  });

  it('follows what the department does where that is otherwise than the table says, among the first', () => {
    const { units } = of('Học sinh hộ nghèo trường THPT Cát Vàng chưa nhận tiền hỗ trợ chi phí học tập');
    expect(units.map(({ unitId }) => unitId)).toContain('KHTC');
  });

  it('says which of two schools it cannot tell apart', () => {
    expect(kept('Trường THCS Hải Sơn thu tiền học thêm').units[0]?.reason).toContain(
      'Trường THCS Hải Sơn (2 trường trùng tên)',
    );
  });

  it('proposes no unit where another agency is competent', () => {
    const { units, agency, category } = kept('Điện lực cắt điện liên tục, tiền điện tăng vọt, công tơ hỏng');
    expect([units, category, agency?.agency]).toEqual([[], null, 'electricity']);
  });

  it('rests on what was decided where the table has no line for the likeliest field', () => {
    const table = TABLE.filter(({ category }) => category === 'fees');
    const [unit] = of('Trường mầm non Sao Mai cho các cháu ăn bữa trưa có mùi lạ', groundOf(table, LEARNT)).units;
    expect(unit).toMatchObject({ unitId: 'GDMN', route: null });
    expect(unit?.share).toBeGreaterThanOrEqual(0.35);
    const [unsure] = of(
      'Trường mầm non Sao Mai cho các cháu ăn bữa trưa có mùi lạ',
      groundOf(table, EMPTY_MODEL),
    ).units;
    expect(unsure?.share ?? 0).toBeLessThan(0.35);
  });

  it('says nothing of a paper without a word that it knows', () => {
    expect(kept('???')).toEqual({ category: null, level: null, basis: null, units: [], agency: null });
  });

  it('rests on the field that a person has chosen, whatever the text says', () => {
    const paper = { ...arrived({ text: 'Trường mầm non Sao Mai thu tiền học thêm' }), said: 'staffConduct' as const };
    expect(propose({ ...paper, isChosen: true }, groundOf(TABLE)).units[0]?.unitId).toBe('GDMN');
    expect(propose(paper, groundOf(TABLE)).units[0]?.unitId).toBe('KHTC');
  });

  it('takes the word of the hotline where the text says little', () => {
    const [category] = propose({ ...arrived({ text: 'Đề nghị trả lời tôi.' }), said: 'diplomas' }, BOTH).categories;
    expect(category?.category).toBe('diplomas');
  });
});
