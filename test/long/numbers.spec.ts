import { expectNumbersToHold } from '../support/numbers-hold.js';

describe('a thousand numbers taken by eight processes, some of which fail or are killed', () => {
  it('have no gap and no repeat, their chain holds, and the voided ones are listed', async () => {
    await expectNumbersToHold({ processes: 8, numbers: 1000, kills: 40 });
  }, 900_000);
});
