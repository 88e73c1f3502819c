import type { SigningAuthorityEntity } from '../../delegation/index.js';
import { blockLines, holdsOn, lastDayOf, signedName } from '../../delegation/domain/signing-authority.js';
import { addDays, type CivilDate } from '../../kernel/civil-date.js';
import { kindNamed } from '../../../templates/catalogue.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { AuthoritiesView, AuthorityLineView } from './authorities-page.js';
import { fullDay, moment } from '../kit/words/time.js';
import { endedWords, endOfLineForm } from './authority-fields.js';
import { AUTHORITIES, authorityForm } from './authority-form.js';
import type { AuthoritiesReading } from './authorities-page-query.js';
import type { RefusedAct } from '../kit/refused-values.js';

/** How long before its end a line is shown as about to end, in days. */
const SOON = 30;

export function authoritiesView(reading: AuthoritiesReading, refused: RefusedAct | null): AuthoritiesView {
  const { table, today, mayEdit } = reading;
  const isOver = (one: SigningAuthorityEntity): boolean => {
    const last = lastDayOf(one);
    return last !== null && last < today;
  };
  const ending = table.filter((one) => isEndingSoon(reading, one));
  return {
    lines: table.filter((one) => !isOver(one)).map((one) => lineView(reading, one, refused)),
    past: table
      .filter(isOver)
      .map((one) => lineView(reading, one, refused))
      .toReversed(),
    ending: ending.map((one) => `${nameOf(reading, one)}: ${endWords(one)}`),
    add: mayEdit ? authorityForm(reading, refused) : null,
  };
}

function isEndingSoon({ table, today }: AuthoritiesReading, one: SigningAuthorityEntity): boolean {
  const last = lastDayOf(one);
  return last !== null && last <= addDays(today, SOON) && holdsOn(table, one, today);
}

function endWords(one: SigningAuthorityEntity): string {
  const last = lastDayOf(one);
  return last === null ? 'không thời hạn' : `hết ngày ${fullDay(last)}`;
}

function lineView(
  reading: AuthoritiesReading,
  one: SigningAuthorityEntity,
  refused: RefusedAct | null,
): AuthorityLineView {
  const { table, facts, today, mayEdit } = reading;
  const name = nameOf(reading, one);
  const standing = standingOf(reading, one);
  const mayEnd = mayEdit && standing !== 'past' && (one.endedFrom === null || one.endedFrom > today);
  return {
    id: one.id,
    name,
    block: [...blockLines(table, one, facts.titles), signedName(name, one, facts.titlesBeforeNames)],
    kinds: one.kinds.length === 0 ? ['Mọi loại văn bản'] : one.kinds.map((kind) => kindNamed(kind)?.title ?? kind),
    field: one.field,
    validity: `Từ ${fullDay(one.validFrom)}, ${endWords(one)}`,
    standing,
    basis: one.basisDate === null ? one.basis : `${one.basis} ngày ${fullDay(one.basisDate)}`,
    fileHref: one.fileSha256 === null ? null : `${AUTHORITIES}/${one.id}/tep`,
    written: `${one.createdByName}, ${moment(one.createdAt)}`,
    ended: endedWords(one),
    end: mayEnd ? endForm(one, { name, today }, refused) : null,
  };
}

function standingOf(reading: AuthoritiesReading, one: SigningAuthorityEntity): AuthorityLineView['standing'] {
  if (isEndingSoon(reading, one)) return 'ending';
  if (holdsOn(reading.table, one, reading.today)) return 'inForce';
  return one.validFrom > reading.today ? 'coming' : 'past';
}

function nameOf({ names }: AuthoritiesReading, { personId }: SigningAuthorityEntity): string {
  return names.get(personId) ?? '';
}

function endForm(
  one: SigningAuthorityEntity,
  { name, today }: { readonly name: string; readonly today: CivilDate },
  refused: RefusedAct | null,
): ActFormView {
  const lead = 'Văn bản đã trình ký không đổi; văn bản chưa trình phải chọn người ký khác.';
  return endOfLineForm(AUTHORITIES, one, { today, words: { name, lead, from: 'Không ký nữa từ ngày' } }, refused);
}
