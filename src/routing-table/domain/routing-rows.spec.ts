import { civilDate } from '../../kernel/civil-date.js';
import { policyAt } from '../../law/index.js';
import { readRoutingRows, ROUTING_COLUMNS, type RoutingListCase } from './routing-rows.js';

const TODAY = civilDate('2026-11-30');
const KNOWN: RoutingListCase = {
  table: [],
  today: TODAY,
  categoryNames: policyAt(TODAY).categories,
  units: [
    { id: 'u-khtc', officerIds: ['s-kien'] },
    { id: 'u-ttr', officerIds: ['s-vinh'] },
  ],
  unitIds: new Map([
    ['khtc', 'u-khtc'],
    ['ttr', 'u-ttr'],
  ]),
  officerIds: new Map([['kientd', 's-kien']]),
};
const HEADINGS = ROUTING_COLUMNS.map(({ heading }) => heading);
const ROW = ['Thu chi, dạy thêm', 'Mầm non', 'An Dương', 'KHTC', 'kientd', 'ttr', '125/QĐ', '01/01/2027', ''];
const changed = (change: Readonly<Record<number, string>>) => ROW.map((cell, at) => change[at] ?? cell);
const read = (...rows: readonly (readonly string[])[]) => readRoutingRows([HEADINGS, ...rows], KNOWN);
const flawsOf = (...rows: readonly (readonly string[])[]) => {
  const reading = read(...rows);
  return reading.ok ? reading.rows.map(({ flaws }) => flaws.map((flaw) => flaw.split(':')[0])) : [[reading.flaw]];
};

describe('a list of lines of the standing table', () => {
  it('is read by the words of people, codes of units and names of accounts', () => {
    expect(read(ROW)).toMatchObject({
      ok: true,
      rows: [
        {
          line: 2,
          flaws: [],
          draft: {
            category: 'fees',
            schoolLevel: 'preschool',
            area: 'An Dương',
            leadUnitId: 'u-khtc',
            officerId: 's-kien',
            coordinators: ['u-ttr'],
            validFrom: '2027-01-01',
            validTo: '',
          },
        },
      ],
    });
  });

  it.each([
    ['leaves empty rows out', [changed({}), ROW.map(() => '')], [[]]],
    ['takes an empty code for the unit that the text names', [changed({ 3: '', 4: '' })], [[]]],
    ['takes “mọi lĩnh vực” for all of them', [changed({ 0: 'Mọi lĩnh vực' })], [[]]],
    ['names the column of an unknown field', [changed({ 0: 'Thể thao' })], [['Lĩnh vực']]],
    ['names the column of an unknown unit', [changed({ 3: 'ABC', 4: '' })], [['Mã đơn vị chủ trì']]],
    ['names the column of an unknown account', [changed({ 4: 'ai' })], [['Tên đăng nhập cán bộ']]],
    ['names the column of what is no day', [changed({ 7: 'đầu năm' })], [['Từ ngày']]],
    ['finds a row that repeats another', [ROW, ROW], [[], ['Lĩnh vực']]],
  ])('%s', (_rule, rows, flaws) => {
    expect(flawsOf(...rows)).toEqual(flaws);
  });

  it('is not read without its headings, nor with nothing below them', () => {
    const without = readRoutingRows([['Lĩnh vực'], ['Thu chi']], KNOWN);
    expect([without.ok, read().ok]).toEqual([false, false]);
    expect(without).toMatchObject({ flaw: expect.stringContaining('Mã đơn vị chủ trì') as unknown });
  });
});
