import { INITIALED_BY_WORDS, textsOf, type AgencyProfile } from './agency-profile.js';
import { choiceWords } from './profile-choices.js';

export interface ChangedFact {
  /** A name of the form: `letterhead`, `contact`, `unit.gdtrh`. */
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between two versions, in the order of the form. */
export function changedFacts(before: AgencyProfile, after: AgencyProfile): readonly ChangedFact[] {
  const [then, now] = [flat(before), flat(after)];
  return [...new Set([...Object.keys(then), ...Object.keys(now)])]
    .map((field) => ({ field, before: then[field] ?? '', after: now[field] ?? '' }))
    .filter((fact) => fact.before !== fact.after);
}

function flat(facts: AgencyProfile): Readonly<Record<string, string>> {
  const units = Object.entries(facts.unitSymbols).map(([unit, symbol]) => [`unit.${unit}`, symbol]);
  return {
    ...textsOf(facts),
    contact: facts.contact.join('\n'),
    byOrderKinds: facts.byOrderKinds.join('; '),
    initials: facts.initials.map((who) => INITIALED_BY_WORDS[who]).join('; '),
    titlesBeforeNames: facts.titlesBeforeNames ? 'Được ghi' : 'Không ghi',
    ...choiceWords(facts),
    ...(Object.fromEntries(units) as object),
  };
}
