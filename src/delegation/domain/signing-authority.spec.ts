import { civilDate } from '../../kernel/civil-date.js';
import type { SigningForm } from './authority-lines.js';
import {
  authoritiesFor,
  authorityOf,
  blockLines,
  holdsOn,
  whyNot,
  type SigningAuthority,
} from './signing-authority.js';

const titles = { head: 'Giám đốc', deputy: 'Phó Giám đốc' };
const day = civilDate('2026-03-18');
const LETTER = 'cong-van-tra-loi';

function line(personId: string, form: SigningForm, change: Partial<SigningAuthority> = {}): SigningAuthority {
  return {
    id: `${personId}-${form}`,
    ...{
      personId,
      form,
      position: null,
      academicTitle: null,
      collective: null,
      sourceId: null,
      kinds: [],
      field: null,
    },
    validFrom: civilDate('2024-01-01'),
    validTo: null,
    endedFrom: null,
    ...change,
  };
}

describe('rule 38: the table of who may sign', () => {
  it.each<[string, Partial<SigningAuthority>, boolean]>([
    ['for ever', {}, true],
    ['from today', { validFrom: day }, true],
    ['from tomorrow', { validFrom: civilDate('2026-03-19') }, false],
    ['until today', { validTo: day }, true],
    ['until yesterday', { validTo: civilDate('2026-03-17') }, false],
    ['ended from tomorrow', { endedFrom: civilDate('2026-03-19') }, true],
    ['ended from today, although it had more days', { endedFrom: day, validTo: civilDate('2026-12-31') }, false],
  ])('a line %s', (_rule, change, expected) => {
    const one = line('khanh', 'KT', change);
    expect(holdsOn([one], one, day)).toBe(expected);
  });

  it('ends what rests on a line with that line', () => {
    const source = line('thuy', 'TL', { position: 'Chánh Văn phòng', kinds: [LETTER] });
    const deputy = line('lan', 'KT', { sourceId: source.id, position: 'Phó Chánh Văn phòng', kinds: [LETTER] });
    expect(holdsOn([source, deputy], deputy, day)).toBe(true);
    expect(holdsOn([{ ...source, endedFrom: day }, deputy], deputy, day)).toBe(false);
  });

  it.each<[string, SigningAuthority, readonly string[]]>([
    ['the head', line('phuc', 'head'), ['GIÁM ĐỐC']],
    ['an acting head', line('phuc', 'Q'), ['Q. GIÁM ĐỐC']],
    ['a deputy', line('khanh', 'KT'), ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
    ['by order', line('thuy', 'TL', { position: 'Chánh Văn phòng' }), ['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG']],
    ['by delegation', line('oanh', 'TUQ', { position: 'Trưởng phòng' }), ['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG']],
    [
      'for a collective',
      line('phuc', 'TM', { collective: 'Hội đồng thi đua', position: 'Chủ tịch' }),
      ['TM. HỘI ĐỒNG THI ĐUA', 'CHỦ TỊCH'],
    ],
  ])('gives the block of %s', (_form, one, lines) => {
    expect(blockLines([one], one, titles)).toEqual(lines);
  });

  it('gives the block of a deputy of one who signs by order, through both hands', () => {
    const source = line('thuy', 'TL', { position: 'Chánh Văn phòng' });
    const deputy = line('lan', 'KT', { sourceId: source.id, position: 'Phó Chánh Văn phòng' });
    expect(blockLines([source, deputy], deputy, titles)).toEqual([
      'TL. GIÁM ĐỐC',
      'KT. CHÁNH VĂN PHÒNG',
      'PHÓ CHÁNH VĂN PHÒNG',
    ]);
  });

  it('offers those alone who may sign this kind, a deputy first', () => {
    const slips = line('thuy', 'TL', { position: 'Chánh Văn phòng', kinds: ['phieu-chuyen'] });
    const table = [line('phuc', 'head'), slips, line('khanh', 'KT')];
    const people = (kind: string): readonly string[] =>
      authoritiesFor(table, kind, day).map(({ personId }) => personId);
    expect(people(LETTER)).toEqual(['khanh', 'phuc']);
    expect(people('phieu-chuyen')).toEqual(['khanh', 'phuc', 'thuy']);
    expect(authorityOf(table, 'thuy', { kind: LETTER, day })).toBeNull();
  });

  it.each<[string, readonly SigningAuthority[], ReturnType<typeof whyNot>]>([
    ['nobody wrote him down', [], 'never'],
    ['his day is to come', [line('thuy', 'TL', { validFrom: civilDate('2026-04-01') })], 'notYet'],
    ['his day is over', [line('thuy', 'TL', { validTo: civilDate('2026-03-17') })], 'noMore'],
    ['he signs other kinds', [line('thuy', 'TL', { kinds: ['phieu-chuyen'] })], 'otherKinds'],
  ])('says why not: %s', (_why, table, expected) => {
    expect(whyNot(table, 'thuy', { kind: LETTER, day })).toBe(expected);
  });
});
