import { agencyFields } from '../src/drafting/domain/letter/agency-fields.js';
import { unitFacts } from '../src/drafting/domain/letter/unit-facts.js';
import { filingLine } from '../src/drafting/domain/letter/addressees.js';
import { letterSymbol, typedSymbol } from '../src/drafting/domain/letter/symbol.js';
import { unitSymbol, type AgencyProfile } from '../src/agency-profile/domain/agency-profile.js';
import type { CivilDate } from '../src/kernel/civil-date.js';
import type { DocumentKind } from './kind.js';

/** The unit that drafts. */
export interface DraftingUnit {
  readonly id: string;
  readonly name: string;
  readonly symbol: string;
}

/** Who drafts and who signs. */
export interface Drafting {
  readonly facts: AgencyProfile;
  readonly unit: DraftingUnit;
  readonly signer: { readonly fullName: string; readonly lines: readonly string[] };
  readonly today: CivilDate;
}

/** What a document of this kind says of who issues it. */
export function issuerFacts(
  { issuer }: Pick<DocumentKind, 'issuer'>,
  facts: AgencyProfile,
  unit: DraftingUnit,
): AgencyProfile {
  if (issuer === 'head') return { ...facts, shortName: `${facts.titles.head} ${facts.shortName}` };
  return issuer === 'unit' ? unitFacts(facts, unit) : facts;
}

/** The fields of a kind that the agency fills in by itself, whatever the document is about; others are left to who drafts. */
export function knownFields(
  kind: Pick<DocumentKind, 'type' | 'labels' | 'issuer'>,
  { facts, unit, signer, today }: Drafting,
): Readonly<Record<string, unknown>> {
  const symbol = unitSymbol(facts, unit);
  const issuing = issuerFacts(kind, facts, unit);
  const known = {
    ...agencyFields(issuing, today),
    ky_hieu: kind.type === null ? letterSymbol(facts.symbol, symbol) : typedSymbol(kind.type, issuing.symbol),
    noi_nhan: [filingLine(symbol)],
    tham_quyen_ky: signer.lines,
    nguoi_ky: signer.fullName,
    tham_quyen_ban_hanh: `${facts.titles.head} ${facts.shortName}`.toLocaleUpperCase('vi'),
  };
  return Object.fromEntries(Object.entries(known).filter(([field]) => field in kind.labels));
}
