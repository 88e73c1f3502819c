import {
  DECIDED_MATTER_WORDS,
  DECIDED_MATTERS,
  DECIDING_OFFICE_WORDS,
  isDecisionAuthorityInForce,
  type DecidedMatter,
} from '../../delegation/domain/decision-authority.js';
import { lastDayOf } from '../../delegation/domain/signing-authority.js';
import type { DecisionAuthorityEntity } from '../../delegation/index.js';
import { fullDay, moment } from '../kit/words/time.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { endedWords } from '../people/authority-fields.js';
import type { DecisionAuthoritiesView, DecisionAuthorityView } from './decision-authorities-page.js';
import { DECISION_AUTHORITIES, decisionAuthorityForm, endOfDecisionAuthority } from './decision-authority-form.js';
import type { DecisionAuthoritiesReading } from './decision-authorities-page-query.js';

export function decisionAuthoritiesView(
  reading: DecisionAuthoritiesReading,
  refused: RefusedAct | null,
): DecisionAuthoritiesView {
  const { table, today, mayEdit } = reading;
  const isOver = (one: DecisionAuthorityEntity): boolean => {
    const last = lastDayOf(one);
    return last !== null && last < today;
  };
  return {
    now: DECIDED_MATTERS.map((matter) => ({ matter: DECIDED_MATTER_WORDS[matter], by: decidersOf(matter, reading) })),
    lines: table.filter((one) => !isOver(one)).map((one) => lineView(reading, one, refused)),
    past: table
      .filter(isOver)
      .map((one) => lineView(reading, one, refused))
      .toReversed(),
    add: mayEdit ? decisionAuthorityForm(reading, refused) : null,
  };
}

/** `lãnh đạo Sở; Văn thư (15/QĐ-SGDĐT)`: who decides a matter today. */
function decidersOf(matter: DecidedMatter, reading: DecisionAuthoritiesReading): string {
  const { table, today } = reading;
  const handed = table
    .filter((one) => one.matters.includes(matter) && isDecisionAuthorityInForce(one, today))
    .map((one) => `${holderOf(one, reading)} (${one.basis})`);
  return ['Lãnh đạo Sở', ...handed].join('; ');
}

function holderOf({ office, personId }: DecisionAuthorityEntity, { names }: DecisionAuthoritiesReading): string {
  return office === null ? (names.get(personId ?? '') ?? '') : DECIDING_OFFICE_WORDS[office];
}

function lineView(
  reading: DecisionAuthoritiesReading,
  one: DecisionAuthorityEntity,
  refused: RefusedAct | null,
): DecisionAuthorityView {
  const { today, mayEdit } = reading;
  const name = holderOf(one, reading);
  const last = lastDayOf(one);
  const mayEnd = mayEdit && (last === null || last >= today) && (one.endedFrom === null || one.endedFrom > today);
  return {
    id: one.id,
    holder: name,
    matters: one.matters.map((matter) => DECIDED_MATTER_WORDS[matter]),
    scope: one.scope,
    validity: `Từ ${fullDay(one.validFrom)}, ${last === null ? 'không thời hạn' : `hết ngày ${fullDay(last)}`}`,
    isComing: one.validFrom > today,
    basis: `${one.basis} ngày ${fullDay(one.basisDate)}`,
    fileHref: one.fileSha256 === null ? null : `${DECISION_AUTHORITIES}/${one.id}/tep`,
    written: `${one.createdByName}, ${moment(one.createdAt)}`,
    ended: endedWords(one),
    end: mayEnd ? endOfDecisionAuthority(one, { name, today }, refused) : null,
  };
}
