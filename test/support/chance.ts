import { createHash, randomInt } from 'node:crypto'; // eslint-disable-line no-restricted-syntax -- the one draw, which is printed
import { Dice } from './dice.js';

/** The seed of a run where nobody names one: the same everywhere, so that every run of the tests sees the same first. */
const USUAL_SEED = 1022;

/** What all chance in tests comes from; `TEST_SEED` names another. The reporter prints it with each run. */
export const TEST_SEED = seedOf('TEST_SEED') ?? USUAL_SEED;

/** Throws of its own for each name, the same ones in each run of one seed. */
export function diceFor(name: string): Dice {
  return new Dice(createHash('sha256').update(`${TEST_SEED} ${name}`).digest().readUInt32BE());
}

/** Bytes without order, the same ones in each run of one seed. */
export function bytesFor(name: string, length: number): Buffer {
  const dice = diceFor(name);
  return Buffer.from(Array.from({ length }, () => dice.below(256)));
}

/**
 * The seed of a long proof, which is to see other things each time: that of its own variable, else `TEST_SEED`, else one that is drawn. The caller
 * must print it.
 */
export function drawnSeed(variable: string): number {
  return seedOf(variable) ?? seedOf('TEST_SEED') ?? randomInt(1_000_000);
}

function seedOf(variable: string): number | undefined {
  const text = process.env[variable];
  if (text === undefined || text === '') return undefined;
  const seed = Number(text);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`${variable} must be a whole number, not "${text}".`);
  return seed;
}
