import type { CivilDate } from '../../kernel/civil-date.js';

/** A DOCX that ships with the software. */
export interface BuiltInTemplate {
  readonly version: string;
  readonly validFrom: CivilDate;
}

/** A DOCX that the agency has taken into use. Versions never change: what was drafted keeps its wording and layout. */
export interface AgencyTemplate {
  /** 1, 2, 3 … for each kind of document. */
  readonly number: number;
  /** The first day on which drafts are begun with it. */
  readonly validFrom: CivilDate;
  readonly isWithdrawn: boolean;
}

/** The DOCX of one kind of document. */
export interface TemplateVersions<Version extends AgencyTemplate = AgencyTemplate> {
  /** Oldest first; at least one. */
  readonly builtIn: readonly BuiltInTemplate[];
  /** By number. */
  readonly agencyVersions: readonly Version[];
}

/** Which DOCX a draft is made from, as the draft keeps it: `1` ships with the software, `own-2` is the second of the agency. */
export type TemplateKey = string;

const OWN = /^own-([1-9]\d{0,5})$/u;

export function agencyTemplateKey(number: number): TemplateKey {
  return `own-${number}`;
}

/** The number of a version of the agency; null for one that ships with the software. */
export function agencyTemplateNumber(key: TemplateKey): number | null {
  const number = OWN.exec(key)?.[1];
  return number === undefined ? null : Number(number);
}

/**
 * The version of the agency that drafts of a day are begun with: of those that have begun and were not withdrawn, the one
 * that began last. Null while there is none; then the newest that ships with the software serves.
 */
export function agencyTemplateInForce<Version extends AgencyTemplate>(
  agencyVersions: readonly Version[],
  day: CivilDate,
): Version | null {
  const begun = agencyVersions.filter(({ validFrom, isWithdrawn }) => !isWithdrawn && validFrom <= day);
  return begun.reduce<Version | null>(
    (best, one) => (best === null || one.validFrom >= best.validFrom ? one : best),
    null,
  );
}

/**
 * Which DOCX drafts of a day are begun with. What the agency has chosen goes before what ships with the software, however new:
 * a new release takes nobody's wording away.
 */
export function templateInForce({ builtIn, agencyVersions }: TemplateVersions, day: CivilDate): TemplateKey {
  const own = agencyTemplateInForce(agencyVersions, day);
  if (own) return agencyTemplateKey(own.number);
  const begun = builtIn.filter(({ validFrom }) => validFrom <= day);
  const shipped = begun.at(-1) ?? builtIn[0];
  if (shipped === undefined) throw new RangeError('A kind of document has a template');
  return shipped.version;
}

/** The version that comes next, where one does. */
export function nextTemplate<Version extends AgencyTemplate>(
  agencyVersions: readonly Version[],
  day: CivilDate,
): Version | null {
  const coming = agencyVersions.filter(({ validFrom, isWithdrawn }) => !isWithdrawn && validFrom > day);
  return coming.reduce<Version | null>(
    (best, one) => (best === null || one.validFrom < best.validFrom ? one : best),
    null,
  );
}
