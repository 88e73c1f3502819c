import { civilDate } from '../../kernel/civil-date.js';
import { routingFlaws, type RoutingDraft } from './routing-flaws.js';
import { routeOf, routeWords, type RoutedMatter, type RoutingLine } from './routing-line.js';

const DAY = civilDate('2026-11-30');

function line(change: Partial<RoutingLine> & { readonly no: number }): RoutingLine {
  return {
    id: `line-${change.no}`,
    category: null,
    schoolLevel: null,
    area: null,
    leadUnitId: 'van-phong',
    officerId: null,
    coordinators: [],
    basis: '125/QĐ-SGDĐT',
    validFrom: civilDate('2026-09-01'),
    validTo: null,
    ...change,
  };
}

const MATTER: RoutedMatter = { category: 'fees', levels: ['preschool'], place: '', namedUnitId: null };

describe('the standing table of routing', () => {
  const general = line({ no: 1 });
  const fees = line({
    no: 2,
    category: 'fees',
    leadUnitId: 'tai-chinh',
    officerId: 'kien',
    coordinators: ['van-phong'],
  });
  const preschool = line({ no: 3, schoolLevel: 'preschool', leadUnitId: 'mam-non' });
  const feesOfPreschools = line({ no: 4, category: 'fees', schoolLevel: 'preschool', leadUnitId: 'mam-non' });
  const island = line({ no: 5, category: 'fees', area: 'Cát Hải; Bạch Long Vĩ', leadUnitId: 'dao' });
  const named = line({ no: 6, category: 'facilities', leadUnitId: null, officerId: 'kien' });

  it.each([
    ['takes the line for everything where no other fits', [general], {}, 1],
    ['takes the line of the field before the one for everything', [general, fees], {}, 2],
    ['takes the field before the level of school', [preschool, fees], {}, 2],
    ['takes field and level together before the field', [fees, feesOfPreschools], {}, 4],
    [
      'leaves lines of one level where the words speak of two',
      [fees, feesOfPreschools],
      { levels: ['preschool', 'primary'] as const },
      2,
    ],
    ['takes the area where the place names it without marks', [fees, island], { place: 'xa CAT HAI, tp Hai Phong' }, 5],
    ['takes no area that is only a part of a word', [fees, island], { place: 'ngõ Cát Hảii' }, 2],
    [
      'takes the line that began later of two that say as much',
      [fees, line({ no: 9, category: 'fees', validFrom: civilDate('2026-10-01') })],
      {},
      9,
    ],
    [
      'leaves lines that have ended',
      [general, line({ no: 7, category: 'fees', validTo: civilDate('2026-11-29') })],
      {},
      1,
    ],
    [
      'leaves lines that are to come',
      [general, line({ no: 8, category: 'fees', validFrom: civilDate('2026-12-01') })],
      {},
      1,
    ],
    ['leaves what leads by name where no unit is named', [general, named], { category: 'facilities' as const }, 1],
  ])('%s', (_rule, table, change: Partial<RoutedMatter>, no) => {
    expect(routeOf(table, { ...MATTER, ...change }, DAY)?.line.no).toBe(no);
  });

  it('hands what leads by name to the unit that the text names, and to nobody of another unit', () => {
    const route = routeOf([named], { ...MATTER, category: 'facilities', namedUnitId: 'nui-voi' }, DAY);
    expect(route).toMatchObject({ unitId: 'nui-voi', officerId: null });
  });

  it('does not ask the lead unit to help itself', () => {
    const own = line({ no: 1, leadUnitId: 'van-phong', coordinators: ['van-phong', 'tai-chinh'] });
    expect(routeOf([own], MATTER, DAY)?.coordinators).toEqual(['tai-chinh']);
  });

  it('says nothing where no line fits', () => {
    expect(routeOf([named], MATTER, DAY)).toBeNull();
  });

  it('names the line and what it is for', () => {
    expect(routeWords(feesOfPreschools, 'Thu chi, dạy thêm')).toBe(
      'Theo bảng phân công (125/QĐ-SGDĐT), dòng 4: lĩnh vực Thu chi, dạy thêm, cấp Mầm non.',
    );
  });
});

describe('a typed line', () => {
  const draft: RoutingDraft = {
    category: 'fees',
    schoolLevel: '',
    area: '',
    leadUnitId: 'tai-chinh',
    officerId: 'kien',
    coordinators: [],
    basis: '125/QĐ-SGDĐT',
    validFrom: '2026-11-30',
    validTo: '',
  };
  const known = {
    table: [line({ no: 2, category: 'fees', area: 'An Dương; Cát Hải', validTo: civilDate('2026-12-31') })],
    units: [
      { id: 'tai-chinh', officerIds: ['kien'] },
      { id: 'van-phong', officerIds: [] },
    ],
    today: DAY,
  };

  it.each([
    ['is taken when nothing is wrong with it', {}, []],
    ['may name no unit, but then no officer', { leadUnitId: '' }, ['officerId']],
    ['needs a field of the list', { category: 'sport' }, ['category']],
    ['needs a unit that has an officer', { leadUnitId: 'van-phong', officerId: '' }, ['leadUnitId']],
    ['needs an officer of the unit that leads', { officerId: 'ngoc' }, ['officerId']],
    ['needs other units to help', { coordinators: ['tai-chinh'] }, ['coordinators']],
    ['needs the number of the decision', { basis: 'theo họp' }, ['basis']],
    ['does not begin in the past', { validFrom: '2026-11-29' }, ['validFrom']],
    ['does not end before it begins', { validTo: '2026-11-29' }, ['validTo']],
    ['needs places that have names', { area: ' ; - ' }, ['area']],
    ['does not say what another line says of the same days', { area: 'cat hai;an duong' }, ['category']],
    ['may say it once that line has ended', { area: 'Cát Hải; An Dương', validFrom: '2027-01-01' }, []],
  ])('%s', (_rule, change: Partial<RoutingDraft>, fields) => {
    expect(routingFlaws({ ...draft, ...change }, known).map(({ field }) => field)).toEqual(fields);
  });
});
