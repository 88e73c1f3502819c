import { expectArrivalNumbersToHold } from '../support/arrival-numbers-hold.js';
import { expectGivenNumbersToHold } from '../support/given-numbers-hold.js';
import { expectNumbersToHold } from '../support/numbers-hold.js';

describe('a thousand numbers taken by eight processes, some of which fail or are killed', () => {
  it.each([1, 412])(
    'have no gap and no repeat from %p on, their chain holds, and the voided ones are listed',
    async (first) => {
      await expectNumbersToHold({ first, processes: 8, numbers: 1000, kills: 40 });
    },
    900_000,
  );
});

describe('a thousand numbers that the e-office gives, entered by eight processes, some of which fail or are killed', () => {
  it('stand in our register as in its own: no gap, no repeat, each with the letter that it was given to', async () => {
    await expectGivenNumbersToHold({ processes: 8, numbers: 1000, kills: 40 });
  }, 900_000);
});

describe('a thousand arrival numbers that the e-office gives, entered by eight processes, some of which fail or are killed', () => {
  it('stand in our register as in its own: no gap, no repeat, each with the document that it was given to', async () => {
    await expectArrivalNumbersToHold({ processes: 8, numbers: 1000, kills: 40 });
  }, 900_000);
});
