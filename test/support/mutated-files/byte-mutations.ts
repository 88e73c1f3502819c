import type { Dice } from '../dice.js';

/** A change of some bytes, wherever the dice fall. */
export type Mutation = (pdf: Buffer, dice: Dice) => Buffer;

/** Outside of the long runs of digits that hold signatures as a rule, where chance alone would nearly always fall. */
function placeIn(pdf: Buffer, dice: Dice): number {
  for (let tries = 0; tries < 40; tries += 1) {
    const at = dice.below(pdf.length);
    const around = pdf.toString('latin1', Math.max(0, at - 8), at + 8);
    if (!/^[0-9a-f]+$/u.test(around) || dice.chance(0.02)) return at;
  }
  return dice.below(pdf.length);
}

const joined = (...parts: readonly Buffer[]): Buffer => Buffer.concat(parts);
const randomBytes = (dice: Dice, most: number): Buffer =>
  Buffer.from(Array.from({ length: dice.between(1, most) }, () => dice.below(256)));

export const BYTE_MUTATIONS: Readonly<Record<string, Mutation>> = {
  flipBit: (pdf, dice) => {
    const changed = Buffer.from(pdf);
    const at = placeIn(pdf, dice);
    changed[at] = changed[at]! ^ (1 << dice.below(8));
    return changed;
  },
  overwrite: (pdf, dice) => {
    const changed = Buffer.from(pdf);
    randomBytes(dice, 12).copy(changed, placeIn(pdf, dice));
    return changed;
  },
  digit: (pdf, dice) => {
    const changed = Buffer.from(pdf);
    const from = placeIn(pdf, dice);
    const at = pdf.subarray(from).findIndex((byte) => byte >= 0x30 && byte <= 0x39);
    if (at >= 0) changed[from + at] = 0x30 + dice.below(10);
    return changed;
  },
  insert: (pdf, dice) => {
    const at = placeIn(pdf, dice);
    return joined(pdf.subarray(0, at), randomBytes(dice, 20), pdf.subarray(at));
  },
  blank: (pdf, dice) => {
    const at = placeIn(pdf, dice);
    return joined(pdf.subarray(0, at), Buffer.from(dice.oneOf([' ', '\n', '\r', '\0', '%\n'])), pdf.subarray(at));
  },
  remove: (pdf, dice) => {
    const at = placeIn(pdf, dice);
    return joined(pdf.subarray(0, at), pdf.subarray(at + dice.between(1, dice.oneOf([2, 40, 4000]))));
  },
  duplicate: (pdf, dice) => {
    const at = placeIn(pdf, dice);
    const piece = pdf.subarray(at, at + dice.between(1, dice.oneOf([10, 200, 4000])));
    return joined(pdf.subarray(0, at), piece, pdf.subarray(at));
  },
  splice: (pdf, dice) => {
    const [from, to] = [placeIn(pdf, dice), placeIn(pdf, dice)];
    const changed = Buffer.from(pdf);
    pdf.copy(changed, to, from, from + dice.between(1, 400));
    return changed;
  },
  truncate: (pdf, dice) =>
    pdf.subarray(0, dice.chance(0.5) ? dice.below(pdf.length) : pdf.length - dice.between(1, 40)),
  append: (pdf, dice) => joined(pdf, dice.chance(0.5) ? randomBytes(dice, 30) : pdf.subarray(placeIn(pdf, dice))),
};
