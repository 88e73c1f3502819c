import { bitesAt, MISBEHAVIOUR_CODES } from '../../integrations/e-office/simulator/misbehaviour/catalogue.js';
import { optionsOf } from '../../src/agency-profile/domain/profile-choices.js';
import { MisbehavedLetters } from '../support/misbehaved-letters.js';
import {
  daily,
  expectSealedAllTheSame,
  expectSealRefused,
  SEALS,
  WITH_A_COURSE,
  WITHOUT_MEANING,
} from '../support/misbehaviours.js';

it.each(optionsOf('actOrder'))('in %s whatever the e-office can do to a seal has its row', (order) => {
  const meaningless = order === 'numberThenSign' ? WITHOUT_MEANING.map(([code]) => code) : [];
  const shown = [...SEALS[order].map(([code]) => code), ...meaningless, ...WITH_A_COURSE];
  expect(MISBEHAVIOUR_CODES.filter((code) => bitesAt(code, 'seal') && !shown.includes(code))).toEqual([]);
});

describe.each(optionsOf('actOrder'))(
  'rule 42, %s: a letter is released with both signatures valid, else not',
  (order) => {
    let letters: MisbehavedLetters;
    beforeAll(async () => {
      letters = await MisbehavedLetters.open(order);
    });
    afterAll(() => letters.close());

    it.each(daily(order, SEALS[order]))(
      '%s fails on the line %s; the number is voided and the letter released anew',
      (...row) => expectSealRefused(letters, row),
    );

    if (order === 'numberThenSign')
      it.each(WITHOUT_MEANING)('%s has no meaning: %s', (...row) => expectSealedAllTheSame(letters, row));
  },
);
