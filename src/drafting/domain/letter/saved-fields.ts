import type { AgencyProfile } from '../../../agency-profile/domain/agency-profile.js';
import type { CivilDate } from '../../../kernel/civil-date.js';
import { agencyFields } from './agency-fields.js';

/** What must be known of somebody who may sign. */
export interface SigningBlock {
  readonly lines: readonly string[];
  readonly name: string;
}

/** @param facts as a document of the kind bears them, `IssuerOfLetter` */
interface SavedUnder {
  /** Names of the parts that its kind has. */
  readonly parts: ReadonlySet<string>;
  readonly signer: SigningBlock;
  readonly facts: AgencyProfile;
  readonly today: CivilDate;
}

/**
 * The fields that are saved: what was typed over what stands, the authority and name of the chosen signer, and the year and what is said of the agency on
 * the day of saving. `theo_doi` is left out where it is empty, instead of being printed empty.
 */
export function savedOver(
  standing: object,
  typed: Readonly<Record<string, unknown>>,
  { parts, signer, facts, today }: SavedUnder,
): object {
  const ofKind = (given: object): object =>
    Object.fromEntries(Object.entries(given).filter(([name]) => parts.has(name)));
  const { theo_doi, ...others }: Readonly<Record<string, unknown>> = { ...standing, ...ofKind(typed) };
  const followUp = typeof theo_doi === 'string' && theo_doi.trim() !== '' ? { theo_doi } : {};
  return {
    ...others,
    ...followUp,
    ...ofKind(agencyFields(facts, today)),
    tham_quyen_ky: signer.lines,
    nguoi_ky: signer.name,
  };
}
