import { readSettings } from '../../config/settings.js';
import { agencyProfileFlaws } from '../../agency-profile/domain/agency-profile.js';
import { PEOPLE, UNITS } from './people.js';

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
});
