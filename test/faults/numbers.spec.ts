import { expectNumbersToHold } from '../support/numbers-hold.js';

describe('numbers taken by several processes, some of which fail or are killed', () => {
  it('have no gap and no repeat, and their chain holds (the short form of test:long)', async () => {
    await expectNumbersToHold({ processes: 4, numbers: 120, kills: 4 });
  }, 120_000);
});
