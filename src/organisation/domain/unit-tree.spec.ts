import { civilDate } from '../../kernel/civil-date.js';
import { dutyFlaws, type HeldDuty } from './duty-flaws.js';
import { roleEndFlaws, roleFlaws, rolesOn, type HeldRole } from './roles-by-date.js';
import { newUnitFlaws, placeFlaws, renamingFlaws, type UnitDraft } from './unit-flaws.js';
import {
  isOfCommune,
  isUnder,
  nameOn,
  peoplesCommitteeOf,
  presentHolder,
  presentSuccessor,
  withKin,
  type TreeUnit,
} from './unit-tree.js';

const day = civilDate;
const today = day('2026-03-18');

function unit(id: string, parentId: string | null, change: Partial<TreeUnit> = {}): TreeUnit {
  return {
    id,
    code: id,
    name: id,
    kind: 'division',
    parentId,
    validFrom: null,
    validTo: null,
    successorId: null,
    ...change,
  };
}

const units = [
  unit('top', null, { kind: 'leadership' }),
  unit('a', 'top'),
  unit('b', 'a'),
  unit('c', 'b'),
  unit('gone', 'top', { validTo: day('2025-12-31'), successorId: 'merged' }),
  unit('merged', 'top', { validTo: day('2026-02-28'), successorId: 'a' }),
  unit('later', 'top', { validFrom: day('2026-05-01') }),
];

const fields = (flaws: readonly { readonly field: string }[]) => flaws.map(({ field }) => field);

describe('rule 60: the tree of units', () => {
  it.each([
    ['itself', 'b', ['parentId']],
    ['what stands under it, so that no ring closes', 'c', ['parentId']],
    ['a closed unit', 'gone', ['parentId']],
    ['a unit that has not begun', 'later', ['parentId']],
    ['a unit nobody knows', 'x', ['parentId']],
    ['another unit', 'top', []],
    ['none', '', []],
  ])('a unit under %s', (_rule, parentId, flawed) => {
    expect(fields(placeFlaws({ id: 'b', kind: 'division', parentId }, units, today))).toEqual(flawed);
  });

  it('a ring that is there already ends the walk', () => {
    expect(isUnder([unit('x', 'y'), unit('y', 'x')], 'x', 'z')).toBe(false);
  });

  it('the successor is the one that stands today, as far as the line of closed units goes', () => {
    expect(presentSuccessor(units, 'gone')).toBe('a');
    expect(presentSuccessor(units, 'a')).toBeNull();
  });

  it('what a unit held lies with itself until it is closed, then with the one that followed', () => {
    expect(['gone', 'a', 'unknown'].map((id) => presentHolder(units, id))).toEqual(['a', 'a', 'unknown']);
  });

  it('the name of a day is the last that began by then', () => {
    const names = [{ validFrom: day('2026-07-01') }, { validFrom: null }, { validFrom: day('2026-01-01') }];
    expect(
      ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((on) => nameOn(names, day(on))?.validFrom),
    ).toEqual([...[null, '2026-01-01', '2026-01-01', '2026-07-01']]);
  });

  const draft: UnitDraft = {
    code: 'DinhVu',
    name: 'Trường THPT Đình Vũ',
    symbol: 'ĐV',
    kind: 'school',
    parentId: 'top',
    validFrom: '2026-03-18',
    address: '',
    website: '',
    email: '',
    phone: '',
  };
  it.each([
    [{}, []],
    [{ code: 'A' }, ['code']],
    [{ code: 'a b' }, ['code']],
    [{ name: '', symbol: '' }, ['name', 'symbol']],
    [{ kind: 'shop' }, ['kind']],
    [{ validFrom: '2026-02-30' }, ['validFrom']],
    [{ website: 'javascript:alert(1)' }, ['website']],
    [{ website: 'https://nuivoi.edu.vn' }, []],
    [{ email: 'vanthu@' }, ['email']],
    [{ phone: '0225 3842 123' }, []],
    [{ phone: 'gọi sau' }, ['phone']],
  ])('a new unit with %j', (change, flawed) => {
    expect(fields(newUnitFlaws({ ...draft, ...change }, units))).toEqual(flawed);
  });

  it('is renamed once a day, after its beginning', () => {
    const given = { name: 'Phòng mới', symbol: 'PM', from: '2026-04-01' };
    expect(renamingFlaws(given, { validFrom: null }, [])).toEqual([]);
    expect(fields(renamingFlaws(given, { validFrom: null }, [day('2026-04-01')]))).toEqual(['from']);
    expect(fields(renamingFlaws(given, { validFrom: day('2026-04-01') }, []))).toEqual(['from']);
  });
});

describe('rule 60: duties by date', () => {
  const held: readonly HeldDuty[] = [
    { id: '1', unitFunction: 'registry', unitId: 'a', validFrom: day('2024-01-01'), validTo: null },
    { id: '2', unitFunction: 'office', unitId: 'b', validFrom: day('2026-06-01'), validTo: null },
  ];
  it.each([
    ['another unit takes it over', 'b registry 2026-04-01', []],
    ['the unit that has it takes it not twice', 'a registry 2026-04-01', ['unitFunction']],
    ['nobody takes it for the past', 'b registry 2026-03-17', ['from']],
    ['nobody takes it before one who is to have it', 'a office 2026-05-01', ['from']],
    ['a closed unit takes none', 'gone registry 2026-04-01', ['from']],
    ['a unit takes none before it begins', 'later registry 2026-04-01', ['from']],
    ['there is no such duty', 'b cooking 2026-04-01', ['unitFunction']],
  ])('%s', (_rule, given, flawed) => {
    const [id = '', unitFunction = '', from = ''] = given.split(' ');
    const taker = units.find((one) => one.id === id) ?? unit(id, null);
    expect(fields(dutyFlaws({ unitFunction, from }, taker, { held, today }))).toEqual(flawed);
  });
});

describe('roles by date', () => {
  const held: readonly HeldRole[] = [
    { role: 'contactOfficer', validFrom: null, validTo: null },
    { role: 'unitHead', validFrom: day('2026-03-01'), validTo: day('2026-03-31') },
  ];

  it('hold from their first to their last day', () => {
    expect(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map((on) => rolesOn(held, day(on)).length)).toEqual(
      [...[1, 2, 2, 1]],
    );
  });

  it.each([
    ['unitHead', '2026-04-01', '', []],
    ['unitHead', '2026-03-31', '', ['role']],
    ['contactOfficer', '2026-04-01', '', ['role']],
    ['leader', '2026-03-17', '', ['from']],
    ['leader', '2026-04-01', '2026-03-31', ['to']],
    ['king', '2026-04-01', '', ['role']],
    ['leader', '31/03/2026', '', ['from']],
  ])('%s from %s to %s', (role, from, to, flawed) => {
    expect(fields(roleFlaws({ role, from, to }, held, today))).toEqual(flawed);
  });

  it.each([
    ['2026-03-17', []],
    ['2026-03-16', ['to']],
    ['2026-03-31', ['to']],
    ['', ['to']],
  ])('end with %s', (to, flawed) => {
    const [, head] = held;
    expect(head === undefined ? null : fields(roleEndFlaws(to, head, today))).toEqual(flawed);
  });
});

describe('rule 21: the units whose people are the people of one', () => {
  const closed = day('2026-02-28');
  const all = [
    ...units,
    unit('school', 'top', { kind: 'school' }),
    unit('campus', 'school', { kind: 'school' }),
    unit('maths', 'campus'),
    unit('old', 'top', { kind: 'school', validTo: closed, successorId: 'campus' }),
    unit('older', 'top', { kind: 'school', validTo: closed, successorId: 'old' }),
    unit('other', 'top', { kind: 'school' }),
  ];
  const school = ['campus', 'maths', 'old', 'older', 'school'];

  it.each<[string, string, readonly string[], string]>([
    ['a division is one with those that it followed, and with no other', 'a', ['a', 'gone', 'merged'], 'division'],
    ['a division under another is itself alone', 'b', ['b'], 'division'],
    ['a school is one with its parts and with those closed into a part', 'school', school, 'school'],
    ['a part of a school is the school, whatever it is called', 'maths', school, 'school'],
    ['another school is itself alone', 'other', ['other'], 'school'],
    ['the head of all is itself alone', 'top', ['top'], 'leadership'],
  ])('rule 21: %s', (_rule, id, ids, kind) => {
    const kin = withKin(all, id);
    expect([[...(kin?.ids ?? [])].toSorted(), kin?.kind]).toEqual([ids, kind]);
  });

  it('rule 21: what is no unit has none', () => {
    expect(withKin(all, 'x')).toBeNull();
  });
});

describe('units of communes', () => {
  const all = [
    ...units,
    { ...unit('dong-khe', 'top', { kind: 'communeDivision' }), name: 'Phòng Văn hóa - Xã hội phường Đông Khê' },
    unit('sao-mai', 'dong-khe', { kind: 'school' }),
    unit('nui-voi', 'top', { kind: 'school' }),
    unit('no-name', null, { kind: 'communeDivision' }),
  ];
  const COMMITTEE = 'Ủy ban nhân dân phường Đông Khê';

  it.each([
    ['the division of a commune is its own', 'dong-khe', true, COMMITTEE],
    ['a school in charge of a commune is the commune’s', 'sao-mai', true, COMMITTEE],
    ['a school of the department is not', 'nui-voi', false, null],
    ['a division of the department is not', 'a', false, null],
    ['of a division that does not name its commune nobody knows the committee', 'no-name', true, null],
  ])('%s', (_rule, id, ofCommune, committee) => {
    expect([isOfCommune(all, id), peoplesCommitteeOf(all, id)]).toEqual([ofCommune, committee]);
  });
});
