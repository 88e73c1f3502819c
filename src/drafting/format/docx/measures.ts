import { attributeOf, type XmlElement } from '../../../files/domain/xml/xml-tree.js';

const MILLIMETRES_IN_TWIP = 25.4 / 1440;
const MILLIMETRES_IN_EMU = 1 / 36_000;
const UNITS: Readonly<Record<string, number>> = {
  mm: 1,
  cm: 10,
  in: 25.4,
  pt: 25.4 / 72,
  pc: 25.4 / 6,
  pi: 25.4 / 6,
  px: 25.4 / 96,
};

/** A length of WordprocessingML in millimetres: twentieths of a point, or a number with its unit. */
export function millimetres(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const match = /^\s*(-?[\d.]+)\s*(mm|cm|in|pt|pc|pi|px)?\s*$/u.exec(value);
  if (!match) return undefined;
  const [, number = '', unit] = match;
  return Number(number) * (unit === undefined ? MILLIMETRES_IN_TWIP : (UNITS[unit] ?? 1));
}

/** The same in points. */
export function points(value: string | undefined): number | undefined {
  const length = millimetres(value);
  return length === undefined ? undefined : (length * 72) / 25.4;
}

/** English Metric Units in millimetres. */
export function fromEmu(value: string | undefined): number | undefined {
  const number = Number(value);
  return value === undefined || Number.isNaN(number) ? undefined : number * MILLIMETRES_IN_EMU;
}

/** A switch of WordprocessingML: on where it stands, unless it says otherwise; undefined where it does not stand. */
export function isOn(element: XmlElement | undefined): boolean | undefined {
  if (!element) return undefined;
  const value = attributeOf(element, 'w:val');
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
}
