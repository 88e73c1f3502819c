import { agencyFields } from '../src/drafting/domain/letter/agency-fields.js';
import { filingLine } from '../src/drafting/domain/letter/addressees.js';
import { letterSymbol, typedSymbol } from '../src/drafting/domain/letter/symbol.js';
import { unitSymbol, type AgencyProfile } from '../src/agency-profile/domain/agency-profile.js';
import type { CivilDate } from '../src/kernel/civil-date.js';
import type { DocumentKind } from './kind.js';

/** Who drafts and who signs. */
export interface Drafting {
  readonly facts: AgencyProfile;
  readonly unit: { readonly id: string; readonly symbol: string };
  readonly signer: { readonly fullName: string; readonly lines: readonly string[] };
  readonly today: CivilDate;
}

/** The fields of a kind that the agency fills in by itself, whatever the document is about; others are left to who drafts. */
export function knownFields(
  kind: Pick<DocumentKind, 'type' | 'labels'>,
  { facts, unit, signer, today }: Drafting,
): Readonly<Record<string, unknown>> {
  const symbol = unitSymbol(facts, unit);
  const known = {
    ...agencyFields(facts, today),
    ky_hieu: kind.type === null ? letterSymbol(facts.symbol, symbol) : typedSymbol(kind.type, facts.symbol),
    noi_nhan: [filingLine(symbol)],
    tham_quyen_ky: signer.lines,
    nguoi_ky: signer.fullName,
    can_cu_thoi_han: facts.citations.regulation,
    tham_quyen_ban_hanh: `${facts.titles.head} ${facts.shortName}`.toLocaleUpperCase('vi'),
  };
  return Object.fromEntries(Object.entries(known).filter(([field]) => field in kind.labels));
}
