import { MisbehavedLetters } from '../support/misbehaved-letters.js';
import { expectSealRefused, expectSignatureRefused, SEALS, SIGNATURES } from '../support/misbehaviours.js';

describe('an e-office that misbehaves where numbers are given before the leader signs', () => {
  let letters: MisbehavedLetters;
  beforeAll(async () => {
    letters = await MisbehavedLetters.open('numberThenSign');
  });
  afterAll(() => letters.close());

  it.each(SIGNATURES)('at the signature: %s fails on the line %s, and the number is void', (...row) =>
    expectSignatureRefused(letters, row),
  );

  it.each(SEALS.numberThenSign)('at the seal: %s fails on the line %s, and the number is voided by hand', (...row) =>
    expectSealRefused(letters, row),
  );
});
