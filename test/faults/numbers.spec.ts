import { expectArrivalNumbersToHold } from '../support/arrival-numbers-hold.js';
import { expectGivenNumbersToHold } from '../support/given-numbers-hold.js';
import { expectNumbersToHold } from '../support/numbers-hold.js';

describe('numbers taken by several processes, some of which fail or are killed', () => {
  it('have no gap and no repeat from 412 on, and their chain holds (the short form of test:long)', async () => {
    await expectNumbersToHold({ first: 412, processes: 4, numbers: 120, kills: 4 });
  }, 120_000);

  it('stand in our register as in the e-office that gave them (the short form of test:long)', async () => {
    await expectGivenNumbersToHold({ processes: 4, numbers: 120, kills: 4 });
  }, 120_000);

  it('stand in the incoming register as in the book of the e-office (the short form of test:long)', async () => {
    await expectArrivalNumbersToHold({ processes: 4, numbers: 60, kills: 3 });
  }, 120_000);
});
