import { bitesAt, MISBEHAVIOUR_CODES } from '../../integrations/e-office/simulator/misbehaviour/catalogue.js';
import { optionsOf } from '../../src/agency-profile/domain/profile-choices.js';
import { MisbehavedLetters } from '../support/misbehaved-letters.js';
import { daily, expectSignatureRefused, SIGNATURES, WITH_A_COURSE } from '../support/misbehaviours.js';

it('whatever the e-office can do to a signature has a row or a course of its own', () => {
  const shown = [...SIGNATURES.map(([code]) => code), ...WITH_A_COURSE];
  expect(MISBEHAVIOUR_CODES.filter((code) => bitesAt(code, 'sign') && !shown.includes(code))).toEqual([]);
});

describe.each(optionsOf('actOrder'))('rule 41, %s: a letter whose leader’s signature is not valid', (order) => {
  let letters: MisbehavedLetters;
  beforeAll(async () => {
    letters = await MisbehavedLetters.open(order);
  });
  afterAll(() => letters.close());

  it.each(daily(order, SIGNATURES))('%s fails on the line %s, and the honest letter after it is released', (...row) =>
    expectSignatureRefused(letters, row),
  );
});
