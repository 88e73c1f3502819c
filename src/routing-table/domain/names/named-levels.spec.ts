import { indexNames, type NamedUnit } from './name-index.js';
import { levelsOf } from './named-levels.js';
import { namedUnits } from './named-units.js';

const unit = (id: string, name: string): NamedUnit => ({ id, name, oldNames: [], whereabouts: [] });
const INDEX = indexNames([
  unit('th', 'Trường Tiểu học Vĩnh An'),
  unit('thcs', 'Trường THCS Nam Triệu'),
  unit('both', 'Trường TH&THCS Gia Lạc'),
]);

describe('the levels of a matter', () => {
  it.each([
    ['are those of the school that is named', 'other', 'Vĩnh An, lớp 9', ['primary']],
    ['are those of its own that the words speak of', 'other', 'lớp 7 trường Gia Lạc', ['lowerSecondary']],
    ['are those of the words where no school is named', 'other', 'con học lớp 11', ['upperSecondary']],
    ['are none where schools of several are named', 'other', 'từ Vĩnh An sang Nam Triệu', []],
    [
      'of admission are what is entered',
      'admission',
      'học hết tiểu học Vĩnh An, xin vào THCS Nam Triệu',
      ['lowerSecondary'],
    ],
    [
      'of admission are not that of the class a pupil is in',
      'admission',
      'học sinh lớp 5 xin vào Nam Triệu',
      ['lowerSecondary'],
    ],
    ['of admission are those of the school where nothing is entered', 'admission', 'Vĩnh An hết chỗ', ['primary']],
  ] as const)('%s', (_rule, category, text, levels) => {
    const named = namedUnits(INDEX, text);
    const namedUnitId = named.sure.length === 1 ? (named.sure[0]?.unitId ?? null) : null;
    expect(levelsOf({ category, named, namedUnitId }, INDEX)).toEqual(levels);
  });
});
