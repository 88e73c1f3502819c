import { guessSenders } from '../support/guessed-senders.js';

describe('rule 21: two thousand guesses of a school at who complained', () => {
  it.each([
    ['of the school that is named', 'nui-voi'],
    ['of a school while nobody has said which', null],
  ])(
    'get answers that carry no information: %s',
    async (_who, complainedUnitId) => {
      const { guesses, differing } = await guessSenders(2000, 40, complainedUnitId);
      expect([guesses, differing]).toEqual([2000, []]);
    },
    3_600_000,
  );
});
