import { readSettings } from '../../config/settings.js';
import { houseFlaws } from '../../house/domain/house-facts.js';
import { UNITS } from './people.js';

describe('the demonstration', () => {
  it('has units whose symbols the form of the house takes as they stand', () => {
    const unitSymbols = Object.fromEntries(UNITS.map(({ code, symbol }) => [code, symbol]));
    expect(houseFlaws({ ...readSettings({}).house, unitSymbols })).toEqual([]);
  });
});
