import type { FileState } from './file-state.js';
import { dictionaryOf, nameOf, PdfName, type PdfDictionary, type PdfValue } from './values.js';

/** What letters and paths are painted with. */
export interface Ink {
  /** What is filled, as six hex digits. */
  readonly colour: string;
  /** What is stroked. */
  readonly lineColour: string;
  /** Whether the colours are what they are called; a pattern or a separation may look like anything. */
  readonly isPlain: boolean;
  readonly isLinePlain: boolean;
  /** In the measure of the path. */
  readonly lineWidth: number;
  /** Whether corners of lines are pointed (j), and how far they reach then at most, in breadths of the line (M). */
  readonly isMitered: boolean;
  readonly miterLimit: number;
  /** How letters are shown (Tr): 0 fills them, 3 shows nothing. */
  readonly mode: number;
  /** Whether a layer or a named state may make paint unseen, or replaces what is not followed here. */
  readonly isFaded: boolean;
  /** Whether a named state sets what is not followed here: breadth, colours turned round, a mixture that makes things lighter. */
  readonly isAltered: boolean;
  /** Whether what is filled shows a pattern, or only what a mask lets through: either may be anything, as words. */
  readonly isPattern: boolean;
  readonly isMasked: boolean;
}

const BLACK = '000000';

export const BLACK_INK: Ink = {
  colour: BLACK,
  lineColour: BLACK,
  isPlain: true,
  isLinePlain: true,
  lineWidth: 1,
  isMitered: true,
  miterLimit: 10,
  mode: 0,
  isFaded: false,
  isAltered: false,
  isPattern: false,
  isMasked: false,
};

const DEVICE_COLOURS: ReadonlySet<string> = new Set(['DeviceGray', 'DeviceRGB', 'DeviceCMYK']);

type Step = (ink: Ink, operands: readonly PdfValue[]) => Ink;

const fillPlainly: Step = (ink, operands) => ({
  ...ink,
  colour: colourOf(operands),
  isPlain: true,
  isPattern: false,
});
const strokePlainly: Step = (ink, operands) => ({ ...ink, lineColour: colourOf(operands), isLinePlain: true });
const fill: Step = (ink, operands) => ({
  ...ink,
  colour: colourOf(operands),
  isPattern: operands.at(-1) instanceof PdfName,
});
const stroke: Step = (ink, operands) => ({ ...ink, lineColour: colourOf(operands) });
const isDevice = ([name = null]: readonly PdfValue[]): boolean => DEVICE_COLOURS.has(nameOf(name) ?? '');
const numberIn = ([value = null]: readonly PdfValue[]): number => (typeof value === 'number' ? value : 0);

const STEPS: ReadonlyMap<string, Step> = new Map<string, Step>([
  ...['g', 'rg', 'k'].map((operator) => [operator, fillPlainly] as const),
  ...['G', 'RG', 'K'].map((operator) => [operator, strokePlainly] as const),
  ...['sc', 'scn'].map((operator) => [operator, fill] as const),
  ...['SC', 'SCN'].map((operator) => [operator, stroke] as const),
  ['cs', (ink, operands) => ({ ...ink, isPlain: isDevice(operands), isPattern: false })],
  ['CS', (ink, operands) => ({ ...ink, isLinePlain: isDevice(operands) })],
  ['j', (ink, operands) => ({ ...ink, isMitered: numberIn(operands) === 0 })],
  ['M', (ink, operands) => ({ ...ink, miterLimit: numberIn(operands) })],
  ['w', (ink, operands) => ({ ...ink, lineWidth: numberIn(operands) })],
  // What stands on a layer may be switched off.
  ['BDC', (ink, [tag = null]) => ({ ...ink, isFaded: ink.isFaded || nameOf(tag) === 'OC' })],
  ['Tr', (ink, operands) => ({ ...ink, mode: numberIn(operands) })],
]);

export function isInkOperator(operator: string): boolean {
  return STEPS.has(operator);
}

export function inkAfter(ink: Ink, operator: string, operands: readonly PdfValue[]): Ink {
  return STEPS.get(operator)?.(ink, operands) ?? ink;
}

/** What a named state may set without anything looking otherwise. */
const HARMLESS: ReadonlySet<string> = new Set(['Type', 'SA', 'OP', 'op', 'OPM', 'AIS', 'RI', 'FL', 'SM', 'TK']);

/** The ink after `gs`. @param states what the names of states stand for */
export function inkUnder(state: FileState, ink: Ink, states: PdfDictionary | null, name: PdfValue): Ink {
  const wanted = states && name instanceof PdfName ? dictionaryOf(state.resolve(states.raw(name.value))) : null;
  if (!wanted) return { ...ink, isFaded: true, isAltered: true };
  const set = [...wanted.entries].map(([key, value]) => [key, state.resolve(value)] as const);
  const unusual = set.filter(([key, value]) => !HARMLESS.has(key) && !isUsual(key, value));
  const isAltered = unusual.some(([key, value]) => !onlyLetsThrough(key, value));
  const isMasked = unusual.some(([key]) => key === 'SMask');
  return {
    ...ink,
    isFaded: ink.isFaded || unusual.length > 0,
    isAltered: ink.isAltered || isAltered,
    isMasked: ink.isMasked || isMasked,
  };
}

/** Mixtures that never show anything lighter than it was. */
const DARKENING: ReadonlySet<string> = new Set(['Normal', 'Compatible', 'Multiply', 'Darken']);

/** What makes paint transparent, and dark paint no lighter. */
function onlyLetsThrough(key: string, value: PdfValue): boolean {
  if (key === 'BM') return DARKENING.has(nameOf(value) ?? '');
  return key === 'ca' || key === 'CA' || key === 'SMask';
}

function isUsual(key: string, value: PdfValue): boolean {
  if (key === 'ca' || key === 'CA') return value === 1;
  return (key === 'SMask' && nameOf(value) === 'None') || (key === 'BM' && nameOf(value) === 'Normal');
}

/** As six hex digits: grey, red-green-blue, or four inks. */
function colourOf(operands: readonly PdfValue[]): string {
  const parts = operands.filter((operand) => typeof operand === 'number');
  const [a = 0, b = a, c = a, ink] = parts;
  const rgb = ink === undefined ? [a, b, c] : [a, b, c].map((part) => (1 - part) * (1 - ink));
  return rgb
    .map((part) =>
      Math.round(Math.max(0, Math.min(1, part)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();
}

/** How light a colour is, from 0 to 255. */
export function lightnessOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [...Buffer.from(colour, 'hex')];
  return 0.3 * red + 0.59 * green + 0.11 * blue;
}
