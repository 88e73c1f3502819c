import type { UnitKind } from '../../../organisation/domain/functions.js';
import { complaintOf, hidingFrom, hidingFromAny, textFor, type ConductMatter } from './secrecy.js';

const NOW = new Date('2026-03-18T02:00:00Z');
const reader = (unitId: string | null, unitKind: UnitKind | null, ...one: readonly string[]) => ({
  unitIds: new Set(unitId === null ? [] : [unitId, ...one]),
  unitKind,
  ofCommune: false,
});
const COMMUNE = { ...reader('le-chan-vhxh', 'communeDivision'), ofCommune: true };
const SCHOOL = reader('nui-voi', 'school');
const about = (complainedUnitId: string | null, change: Partial<ConductMatter> = {}): ConductMatter => ({
  complainedUnitId,
  aboutNoUnitAt: null,
  aboutConduct: true,
  ...change,
});
const NONE = about(null, { aboutNoUnitAt: NOW });

describe('rule 21: from whose unit a sender is hidden', () => {
  it.each<[string, ReturnType<typeof reader>, ConductMatter[], string | null]>([
    ['from the unit complained about', SCHOOL, [about('nui-voi')], 'complainedUnit'],
    ['from a division complained about', reader('gdtrh', 'division'), [about('gdtrh')], 'complainedUnit'],
    ['from the unit that followed it', reader('le-chan', 'school', 'nui-voi'), [about('nui-voi')], 'complainedUnit'],
    ['from no other unit', reader('gdtrh', 'division'), [about('nui-voi')], null],
    ['from no other school', reader('le-chan', 'school'), [about('nui-voi')], null],
    ['from nobody where conduct is not the matter', SCHOOL, [about('nui-voi', { aboutConduct: false })], null],
    ['from a commune’s unit, whatever the matter', COMMUNE, [about(null, { aboutConduct: false })], 'outsideUnit'],
    [
      'from a commune’s school that is complained about',
      { ...SCHOOL, ofCommune: true },
      [about('nui-voi')],
      'complainedUnit',
    ],
    ['from nobody without a unit', reader(null, null), [about('nui-voi'), about(null)], null],
    ['from any school while nobody has said whom it is about', SCHOOL, [about(null)], 'perhapsComplained'],
    ['from any centre', reader('gdtx', 'centre'), [about(null)], 'perhapsComplained'],
    ['from a unit of which nobody knows what it is', reader('?', null), [about(null)], 'perhapsComplained'],
    ['from no division meanwhile', reader('gdtrh', 'division'), [about(null)], null],
    ['from no school once no unit is meant', SCHOOL, [NONE], null],
    ['from no school where conduct is not the matter', SCHOOL, [about(null, { aboutConduct: false })], null],
    ['where another part of the letter is about the unit', SCHOOL, [NONE, about('nui-voi')], 'complainedUnit'],
    ['where another part may be about it', SCHOOL, [about('le-chan'), about(null)], 'perhapsComplained'],
  ])('rule 21: %s', (_rule, who, matters, hiding) => {
    expect(hidingFrom(who, matters)).toBe(hiding);
  });
});

describe('rule 21: from whom a sender is hidden who stands in for somebody', () => {
  const office = reader('van-phong', 'division');

  it.each<[string, ReturnType<typeof reader>[], ConductMatter[], string | null]>([
    ['hides what is hidden from the own unit alone', [office, SCHOOL], [about('nui-voi')], 'complainedUnit'],
    ['hides what is hidden from the place alone', [SCHOOL, office], [about('nui-voi')], 'complainedUnit'],
    [
      'names the stronger reason',
      [reader('le-chan', 'school'), SCHOOL],
      [about('nui-voi'), about(null)],
      'complainedUnit',
    ],
    ['hides what may be about the own unit', [office, SCHOOL], [about(null)], 'perhapsComplained'],
    ['hides nothing that is hidden from neither', [office, SCHOOL], [about('le-chan')], null],
    ['hides nothing from a reader without a unit', [], [about('nui-voi')], null],
  ])('rule 21: %s', (_rule, readers, matters, hiding) => {
    expect(hidingFromAny(readers, matters)).toBe(hiding);
  });
});

describe('what the desk says of a complaint', () => {
  it.each([
    ['a unit', { complainedUnitId: 'nui-voi' }, { complainedUnitId: 'nui-voi', aboutNoUnitAt: null }],
    ['no unit', { complainedUnitId: null, aboutNoUnit: true }, { complainedUnitId: null, aboutNoUnitAt: NOW }],
    ['nothing yet', { complainedUnitId: null }, { complainedUnitId: null, aboutNoUnitAt: null }],
  ])('%s', (_what, said, complaint) => {
    expect(complaintOf(said, NOW)).toEqual(complaint);
  });

  it('never both', () => {
    expect(() => complaintOf({ complainedUnitId: 'nui-voi', aboutNoUnit: true }, NOW)).toThrow(/input-invalid/u);
  });
});

describe('rule 21: the words about a ticket', () => {
  const sender = { senderName: 'Bùi Văn Khải', senderPhone: '0900 000 142', senderEmail: '', senderAddress: '' };
  const hidden = textFor('complainedUnit', sender);
  const elsewhere = { uninformed: false, colleagues: ['Đoàn Văn Lực'] };
  const here = { uninformed: true, colleagues: [] };

  it('rule 21: read as they came where nothing is hidden', () => {
    const open = textFor(null, sender);
    expect(open.redacted).toBe(false);
    expect(open.ofCitizen('Tôi là Khải')).toBe('Tôi là Khải');
    expect(open.ofStaff('Gọi ông Khải', elsewhere)).toBe('Gọi ông Khải');
  });

  it('rule 21: lose everybody where they are the citizen’s', () => {
    expect(hidden.redacted).toBe(true);
    expect(hidden.ofCitizen('Tôi là Khải, con tôi là Bảo Ngọc, cô Hoa thu 450.000 đồng')).toBe(
      'Tôi là [tên người], con tôi là [tên học sinh], cô [tên người] thu 450.000 đồng',
    );
  });

  it('rule 21: lose a class though the school is named in another text of the ticket', () => {
    expect(hidden.ofCitizen('Thu tiền học thêm tại lớp 11A5')).toBe('Thu tiền học thêm tại [lớp]');
    expect(hidden.ofCitizen('Sách giáo khoa lớp 5')).toBe('Sách giáo khoa lớp 5');
  });

  it('rule 21: lose everybody but colleagues where another unit wrote them', () => {
    expect(hidden.ofStaff('Cán bộ đầu mối: Đoàn Văn Lực. Gọi chị Hoa, mẹ cháu Bảo Ngọc.', elsewhere)).toBe(
      'Cán bộ đầu mối: Đoàn Văn Lực. Gọi chị [tên người], mẹ cháu [tên học sinh].',
    );
  });

  it('rule 21: a sender who bears a colleague’s name is hidden all the same', () => {
    const named = textFor('complainedUnit', { ...sender, senderName: 'Đoàn Văn Lực' });
    expect(named.ofStaff('Đoàn Văn Lực gửi đơn', elsewhere)).toBe('[tên người] gửi đơn');
  });

  it('rule 21: say nothing of the sender where their author did not know who it is', () => {
    const guesses = 'Hỏi Khải, Hoài, số 0900000142, 0933444555, 000142, khai.bv, nhà 12 Lạch Tray.';
    const another = { senderName: 'Lương Thị Hoài', senderPhone: '0933 444 555', senderEmail: '', senderAddress: '' };
    const readings = [sender, another].flatMap((one) => [
      textFor('complainedUnit', one).ofStaff(guesses, here),
      textFor('perhapsComplained', one, [sender]).ofStaff(guesses, here),
      textFor(null, one, [another]).ofStaff(guesses, here),
    ]);
    expect(new Set(readings).size).toBe(1);
    expect(readings[0]).toContain('Hỏi Khải, Hoài, số [số điện thoại], [số điện thoại], 000142');
  });

  it('rule 21: tell nobody who may not know the sender that they are named', () => {
    expect([hidden.namesSender('Ông Khải'), textFor(null, sender).namesSender('Ông Khải')]).toEqual([false, true]);
  });

  it('rule 21: lose the sender of another ticket that was merged, and nobody else, where their own may be known', () => {
    const other = { senderName: 'Lương Thị Hoài', senderPhone: '0933 444 555', senderEmail: '', senderAddress: '' };
    const { redacted, ofCitizen, ofStaff } = textFor(null, sender, [other]);
    expect(redacted).toBe(false);
    expect(ofStaff('Chị Hoài, 0933444555, kể như anh Khải và cô Hoa.', elsewhere)).toBe(
      'Chị [tên người], [số điện thoại], kể như anh Khải và cô Hoa.',
    );
    expect(ofCitizen('Tôi là Khải, bạn của Lương Thị Hoài')).toBe('Tôi là Khải, bạn của [tên người]');
    expect(textFor('complainedUnit', sender, [other]).ofStaff('Hoài hỏi hộ Khải.', elsewhere)).not.toMatch(
      /Hoài|Khải/u,
    );
  });
});
