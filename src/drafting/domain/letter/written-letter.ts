import type { AgencyProfile } from '../../../agency-profile/domain/agency-profile.js';
import type { CivilDate } from '../../../kernel/civil-date.js';
import { formatErrors } from '../word/word-file-errors.js';
import type { WordReading } from '../word/word-reading.js';
import { outdatedNames, type OutdatedName } from './agency-fields.js';
import { checkLetter, type LetterFields, type LetterOptions } from './letter-check.js';

/** A revision as rules read it: what the form says, and what was read of the file where it was written in Word. */
export interface WrittenLetter {
  readonly fields: object;
  readonly reading: WordReading | null;
  /** Files that go out with it; the receivers read their names. */
  readonly annexes?: readonly { readonly name: string }[] | null;
}

/**
 * Where a letter breaks the form of Decree 30 so that it is not sent on, in words: by its fields, or by the text of its file.
 *
 * @param reading what was read of its file, under the options of that day; null where the form says all
 */
export function formErrors(
  letter: LetterFields,
  reading: WordReading | null,
  options: LetterOptions,
): readonly FormError[] {
  if (reading)
    return formatErrors(reading.findings).map(({ where, message }) => ({
      field: 'file',
      message: `${where}: ${message}`,
    }));
  return checkLetter(letter, options).filter(({ severity }) => severity === 'fail');
}

export interface FormError {
  readonly field: string;
  readonly message: string;
}

/** What a letter says of the agency and of its year that is no longer so, wherever it was written. */
export function outdatedIn(
  { fields, reading }: WrittenLetter,
  facts: AgencyProfile,
  today: CivilDate,
): readonly OutdatedName[] {
  return outdatedNames(reading ? agencyIn(fields, reading) : { ...fields }, facts, today);
}

/** The year of issue that stands in a letter; null where none does. */
export function yearOfIssue({ fields, reading }: WrittenLetter): string | null {
  const said: Readonly<Record<string, unknown>> = reading ? agencyIn(fields, reading) : { ...fields };
  return typeof said['nam'] === 'string' ? said['nam'] : null;
}

/** Names of the head as they stand in the file; the short one stands in running text, where it may have been taken out. */
function agencyIn(fields: object, { agency, paragraphs }: WordReading): Readonly<Record<string, unknown>> {
  const shortName = Object.entries(fields).find(([name]) => name === 'ten_co_quan')?.[1] as unknown;
  const isSaid = typeof shortName === 'string' && paragraphs.some((text) => text.includes(shortName));
  return {
    co_quan_chu_quan: agency.parent,
    co_quan_ban_hanh: agency.letterhead,
    ...(agency.place === null ? {} : { dia_danh: agency.place }),
    ...(typeof agency.year === 'string' ? { nam: agency.year } : {}),
    ...(isSaid ? { ten_co_quan: shortName } : {}),
  };
}
