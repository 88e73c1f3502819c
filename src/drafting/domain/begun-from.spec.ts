import { KINDS } from '../../../templates/catalogue.js';
import { BEGINNING_PLACES, BEGUN_FROM, kindsBegunFrom } from './begun-from.js';

describe('where a document is begun', () => {
  it('is written down for every kind that the agency writes, and for no other', () => {
    expect(Object.keys(BEGUN_FROM).sort()).toEqual(KINDS.map(({ name }) => name).sort());
    expect(KINDS).toHaveLength(18);
    expect(Object.values(BEGUN_FROM).filter((places) => places.length === 0)).toEqual([]);
  });

  it('leaves no place without a kind', () => {
    expect(BEGINNING_PLACES.filter((place) => kindsBegunFrom(place).length === 0)).toEqual([]);
  });

  it('lets nothing without a number be begun as a draft', () => {
    const slips = KINDS.filter(({ isSigned }) => !isSigned).map(({ name }) => BEGUN_FROM[name]);
    expect(slips).toEqual([['routing']]);
  });
});
