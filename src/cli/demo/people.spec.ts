import { readSettings } from '../../config/settings.js';
import { houseFlaws } from '../../house/domain/house-facts.js';
import { PEOPLE, UNITS } from './people.js';

describe('the demonstration', () => {
  it('has units whose symbols the form of the house takes as they stand', () => {
    const unitSymbols = Object.fromEntries(UNITS.map(({ code, symbol }) => [code, symbol]));
    expect(houseFlaws({ ...readSettings({}).house, unitSymbols })).toEqual([]);
  });

  it('has a head in each unit that has a contact officer, so that what is written there can be approved', () => {
    const unitsWith = (role: 'contactOfficer' | 'unitHead'): readonly string[] =>
      PEOPLE.filter(({ roles }) => roles.includes(role)).map(({ unit }) => unit);
    expect(unitsWith('contactOfficer').filter((unit) => !unitsWith('unitHead').includes(unit))).toEqual([]);
    expect(new Set(PEOPLE.map(({ username }) => username)).size).toBe(PEOPLE.length);
  });
});
