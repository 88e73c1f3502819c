import { goodLetter } from '../../../test/support/decree-plans.js';
import { rulesBrokenBy } from '../../../test/support/format-findings.js';
import { letterDepartures } from '../../../test/support/letter-departures.js';

describe('one departure of a letter is found by its rule and by no other', () => {
  it.each(letterDepartures())('%s: %s', async (rule, _what, change) => {
    const plan = goodLetter();
    change(plan);
    expect(await rulesBrokenBy(plan)).toEqual([rule]);
  });
});
