import type { CivilDate } from '../../kernel/civil-date.js';

/** A DOCX that ships with the software. */
export interface BuiltInTemplate {
  readonly version: string;
  readonly validFrom: CivilDate;
}

/** A DOCX that the house has taken into use. Versions never change: what was drafted keeps its wording and layout. */
export interface HouseTemplate {
  /** 1, 2, 3 … for each kind of document. */
  readonly number: number;
  /** The first day on which drafts are begun with it. */
  readonly validFrom: CivilDate;
  readonly isWithdrawn: boolean;
}

/** The DOCX of one kind of document. */
export interface TemplateVersions<House extends HouseTemplate = HouseTemplate> {
  /** Oldest first; at least one. */
  readonly builtIn: readonly BuiltInTemplate[];
  /** By number. */
  readonly house: readonly House[];
}

/** Which DOCX a draft is made from, as the draft keeps it: `1` ships with the software, `own-2` is the second of the house. */
export type TemplateKey = string;

const OWN = /^own-([1-9]\d{0,5})$/u;

export function houseKey(number: number): TemplateKey {
  return `own-${number}`;
}

/** The number of a version of the house; null for one that ships with the software. */
export function houseNumber(key: TemplateKey): number | null {
  const number = OWN.exec(key)?.[1];
  return number === undefined ? null : Number(number);
}

/**
 * The version of the house that drafts of a day are begun with: of those that have begun and were not withdrawn, the one
 * that began last. Null while there is none; then the newest that ships with the software serves.
 */
export function houseTemplateInForce<House extends HouseTemplate>(
  house: readonly House[],
  day: CivilDate,
): House | null {
  const begun = house.filter(({ validFrom, isWithdrawn }) => !isWithdrawn && validFrom <= day);
  return begun.reduce<House | null>(
    (best, one) => (best === null || one.validFrom >= best.validFrom ? one : best),
    null,
  );
}

/**
 * Which DOCX drafts of a day are begun with. What the house has chosen goes before what ships with the software, however new:
 * a new release takes nobody's wording away.
 */
export function templateInForce({ builtIn, house }: TemplateVersions, day: CivilDate): TemplateKey {
  const own = houseTemplateInForce(house, day);
  if (own) return houseKey(own.number);
  const begun = builtIn.filter(({ validFrom }) => validFrom <= day);
  const shipped = begun.at(-1) ?? builtIn[0];
  if (shipped === undefined) throw new RangeError('A kind of document has a template');
  return shipped.version;
}

/** The version that comes next, where one does. */
export function nextTemplate<House extends HouseTemplate>(house: readonly House[], day: CivilDate): House | null {
  const coming = house.filter(({ validFrom, isWithdrawn }) => !isWithdrawn && validFrom > day);
  return coming.reduce<House | null>(
    (best, one) => (best === null || one.validFrom < best.validFrom ? one : best),
    null,
  );
}
