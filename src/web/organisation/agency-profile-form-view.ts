import {
  INITIALED_BY,
  INITIALED_BY_WORDS,
  textsOf,
  unitSymbol,
  type AgencyProfile,
} from '../../agency-profile/domain/agency-profile.js';
import { CHOICE_NAMES, choicesFrom } from '../../agency-profile/domain/profile-choices.js';
import { CITATION_LINES, NAME_LINES, textsFrom, TITLE_LINES } from '../../agency-profile/domain/profile-lines.js';
import { publicationFlaws } from '../../agency-profile/domain/publication.js';
import type { PublishAgencyProfileCommand } from '../../agency-profile/index.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import { KINDS } from '../../../templates/catalogue.js';
import { clean } from '../../kernel/vietnamese.js';
import type { Unit } from '../../organisation/index.js';
import type { AgencyProfileFormView } from './agency-profile-form-page.js';
import type { RefusedFields } from '../kit/refused-note.js';
import { dayAsTyped } from '../kit/http/posted-fields.js';

/** One text for each name of the form. */
export type AgencyProfileFields = Readonly<Record<string, string>>;

const UNIT = 'unit.';
const BY_ORDER = 'byOrder.';
const INITIALED = 'initials.';

export interface AgencyProfileFormReading {
  /** The facts that the form begins from: the newest, whether they hold already or not. */
  readonly base: AgencyProfile;
  readonly latest: number;
  readonly units: readonly Unit[];
  readonly today: CivilDate;
  /** What was typed and refused a moment ago. */
  readonly refused: RefusedFields | null;
}

/** The form as it begins, or as it was refused with every flaw beside its field. */
export function agencyProfileFormView({
  base,
  latest,
  units,
  today,
  refused,
}: AgencyProfileFormReading): AgencyProfileFormView {
  const typed = refused === null ? null : postedFields(refused.fields);
  const values = typed ?? fieldsOf(base, units);
  const flaws = typed === null ? [] : publicationFlaws(publicationOf(typed), today);
  const errors: Record<string, string> = {};
  for (const { field, sentence } of flaws) errors[field] ??= sentence;
  return {
    latest,
    units: units.map(({ id, name }) => ({ name: `${UNIT}${id}`, label: name })),
    initials: INITIALED_BY.map((who) => ({ name: `${INITIALED}${who}`, label: INITIALED_BY_WORDS[who] })),
    byOrder: KINDS.filter(({ isSigned }) => isSigned).map(({ name, title }) => ({
      name: `${BY_ORDER}${name}`,
      label: title,
    })),
    form: { values, errors },
    errors: Object.entries(errors).map(([field, text]) => ({ field, text })),
  };
}

export function postedFields(fields: RefusedFields['fields']): AgencyProfileFields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, clean([value].flat()[0] ?? '')]));
}

export function commandOf(fields: AgencyProfileFields): PublishAgencyProfileCommand {
  return { ...publicationOf(fields), latest: Number(fields['latest']) };
}

function fieldsOf(facts: AgencyProfile, units: readonly Unit[]): AgencyProfileFields {
  const symbols = units.map((unit) => [`${UNIT}${unit.id}`, unitSymbol(facts, unit)]);
  const byOrder = facts.byOrderKinds.map((kind) => [`${BY_ORDER}${kind}`, '1']);
  return {
    ...textsOf(facts),
    contact: facts.contact.join('\n'),
    titlesBeforeNames: facts.titlesBeforeNames ? '1' : '',
    ...Object.fromEntries(CHOICE_NAMES.map((name) => [name, facts[name]])),
    ...(Object.fromEntries(facts.initials.map((who) => [`${INITIALED}${who}`, '1'])) as object),
    ...(Object.fromEntries([...symbols, ...byOrder]) as object),
  };
}

function publicationOf(fields: AgencyProfileFields): Omit<PublishAgencyProfileCommand, 'latest'> {
  const text = (name: string): string => (fields[name] ?? '').replace(/\s+/gu, ' ').trim();
  const symbols = Object.keys(fields).filter((name) => name.startsWith(UNIT) && text(name) !== '');
  return {
    facts: {
      ...textsFrom(NAME_LINES, text),
      contact: linesOf(fields['contact'] ?? ''),
      titles: textsFrom(TITLE_LINES, text),
      unitSymbols: Object.fromEntries(symbols.map((name) => [name.slice(UNIT.length), text(name)])),
      citations: textsFrom(CITATION_LINES, text),
      byOrderKinds: KINDS.map(({ name }) => name).filter((name) => text(`${BY_ORDER}${name}`) !== ''),
      titlesBeforeNames: text('titlesBeforeNames') !== '',
      ...choicesFrom(text),
      initials: INITIALED_BY.filter((who) => text(`${INITIALED}${who}`) !== ''),
    },
    validFrom: dayAsTyped(fields['validFrom'] ?? ''),
    reason: fields['reason'] ?? '',
  };
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
}
