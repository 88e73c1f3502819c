import { authorityLines, type Authority } from '../../../delegation/domain/authority-lines.js';
import { hasAuthorityForm } from './authority.js';

describe('rule 38: the lines above a signature', () => {
  it.each<[string, Authority, string[]]>([
    ['the head alone', { form: 'head', holder: 'Giám đốc' }, ['GIÁM ĐỐC']],
    ['an acting head', { form: 'Q', holder: 'Giám đốc' }, ['Q. GIÁM ĐỐC']],
    ['a deputy', { form: 'KT', holder: 'Giám đốc', position: 'Phó Giám đốc' }, ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
    ['by order', { form: 'TL', holder: 'Giám đốc', position: 'Chánh Văn phòng' }, ['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG']],
    ['by delegation', { form: 'TUQ', holder: 'Giám đốc', position: 'Trưởng phòng' }, ['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG']],
    [
      'for a collective',
      { form: 'TM', holder: 'Ủy ban nhân dân', position: 'Chủ tịch' },
      ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
    ],
  ])('%s', (_form, authority, lines) => {
    expect(authorityLines(authority)).toEqual(lines);
    expect(hasAuthorityForm(lines)).toBe(true);
  });

  it('asks a deputy for the own position', () => {
    expect(() => authorityLines({ form: 'KT', holder: 'Giám đốc' })).toThrow(RangeError);
  });

  it.each<[string, string[]]>([
    ['no line', []],
    ['small letters', ['Giám đốc']],
    ['a deputy without the own position', ['KT. GIÁM ĐỐC']],
    ['the full stop left out', ['KT GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
    ['three lines', ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'KIÊM TRƯỞNG PHÒNG']],
  ])('does not take %s', (_mistake, lines) => {
    expect(hasAuthorityForm(lines)).toBe(false);
  });
});
