import { readSettings } from '../../config/settings.js';
import { agencyProfileFlaws } from '../../agency-profile/domain/agency-profile.js';
import { PEOPLE } from './people.js';
import { FUNCTIONS, UNITS } from './units.js';

describe('the demonstration', () => {
  it('has units whose symbols the form of the agency takes as they stand', () => {
    const unitSymbols = Object.fromEntries(UNITS.map(({ code, symbol }) => [code, symbol]));
    expect(agencyProfileFlaws({ ...readSettings({}).agencyProfile, unitSymbols })).toEqual([]);
  });

  it('has a head in each unit that has a contact officer, so that what is written there can be approved', () => {
    const unitsWith = (role: 'contactOfficer' | 'unitHead'): readonly string[] =>
      PEOPLE.filter(({ roles }) => roles.includes(role)).map(({ unit }) => unit);
    expect(unitsWith('contactOfficer').filter((unit) => !unitsWith('unitHead').includes(unit))).toEqual([]);
    expect(new Set(PEOPLE.map(({ username }) => username)).size).toBe(PEOPLE.length);
  });

  it('shows the city of today: two tiers, communes that are asked, duties held by one unit at a time', () => {
    const divisions = UNITS.filter(({ kind }) => kind === 'communeDivision').map(({ code }) => code);
    expect(UNITS.filter(({ under }) => divisions.includes(under ?? '')).map(({ under }) => under)).toEqual(divisions);
    expect(UNITS.filter(({ name }) => /quận|huyện|tỉnh/u.test(name))).toEqual([]);
    const holders = FUNCTIONS.filter(({ unitFunction }) => unitFunction === 'supervision');
    expect(holders.map(({ unit, from, to }) => [unit, from, to])).toEqual([
      ['TTr', undefined, '2025-06-30'],
      ['VP', '2025-07-01', undefined],
    ]);
  });
});
