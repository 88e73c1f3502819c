import { unitSymbol, type AgencyProfile } from '../../../agency-profile/domain/agency-profile.js';

/**
 * What the document of a unit says of who issues it, where the unit writes to the head of its own agency: the agency's name above, the unit's below, the
 * unit's symbol.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.2 and II.3.
 */
export function unitFacts(
  facts: AgencyProfile,
  unit: { readonly id: string; readonly name: string; readonly symbol: string },
): AgencyProfile {
  const name = unit.name.replace(/ Sở$/u, '');
  return {
    ...facts,
    parent: facts.letterhead,
    letterhead: name.toLocaleUpperCase('vi'),
    shortName: `${name} ${facts.shortName}`,
    symbol: unitSymbol(facts, unit),
  };
}
