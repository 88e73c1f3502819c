import type { JournalEntryEntity } from '../../journal/index.js';
import { isoInVietnam } from '../../kernel/civil-date.js';
import type { Role } from '../../kernel/actor.js';
import { saidInstant } from '../../kernel/hash-chain.js';
import type { StandIn, SubstitutionEntity } from '../../substitution/index.js';
import { BASIS } from '../../substitution/domain/substitution-flaws.js';
import { DELEGABLE_ROLES } from '../../substitution/domain/substitution.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { DoneLineView, StandInView, SubstitutionsView, SubstitutionView } from './substitutions-page.js';
import { actWords, objectWords } from '../journal/journal-words.js';
import { roleLabel } from '../kit/words/states.js';
import { moment } from '../kit/words/time.js';
import type { RefusedAct } from '../kit/refused-values.js';
import type { SubstitutionsReading } from './substitutions-reading.js';
import { optional } from '../kit/http/form-pipe.js';
import { writtenMoment } from '../../kernel/written-time.js';
import { area, checks, field, pick } from '../kit/form/field-kinds.js';
import { personChoices } from '../kit/form/known-choices.js';
import { defineForm } from '../kit/form/posted-form.js';

export const SUBSTITUTIONS = '/lam-thay';

/** `2026-03-18T09:05`, as a form writes a moment. */
const MINUTE_LENGTH = 16;

export function substitutionsView(reading: SubstitutionsReading, refused: RefusedAct | null): SubstitutionsView {
  const { next } = reading;
  return {
    standIns: reading.standIns.map((one) => standInView(one, reading)),
    open: reading.open.map((one) => substitutionView(one, reading)),
    past: reading.past.map((one) => substitutionView(one, reading)),
    form: formView(reading, refused),
    done: reading.done.map((line) => doneView(line, reading)),
    moreHref: next === null ? null : `${SUBSTITUTIONS}?trang=${encodeURIComponent(next)}#t-da-lam`,
  };
}

function standInView({ actor, principal, links, until }: StandIn, { actsFor }: SubstitutionsReading): StandInView {
  const [first, ...further] = links;
  const through = [first, ...further].slice(0, -1).map(({ substituteName }) => substituteName);
  return {
    principalId: principal.id,
    name: `${principal.honorific} ${principal.fullName}`,
    position: principal.position,
    roles: rolesWords(actor.roles),
    until: moment(until),
    through: through.length === 0 ? null : through.join(', '),
    isEntered: actsFor === principal.id,
  };
}

function substitutionView(
  one: SubstitutionEntity,
  { endable, agreeable, now }: SubstitutionsReading,
): SubstitutionView {
  const { id, principalName, substituteName, roles, basis, validFrom, validTo, createdByName } = one;
  return {
    id,
    principal: principalName,
    substitute: substituteName,
    roles: rolesWords(roles),
    period: `${moment(validFrom)} đến ${moment(validTo)}`,
    basis,
    by: createdByName,
    state: stateWords(one, now),
    agreeAction: agreeable.has(id) ? `${SUBSTITUTIONS}/${id}/dong-y` : null,
    endAction: endable.has(id) ? `${SUBSTITUTIONS}/${id}/cham-dut` : null,
  };
}

function stateWords(one: SubstitutionEntity, now: Date): string {
  const { validFrom, endedAt, endedByName, validTo, agreedAt, agreedByName, createdByName } = one;
  if (endedAt !== null) return `${endedByName ?? ''} chấm dứt ${moment(endedAt)}`;
  if (validTo <= now) return 'Đã hết thời gian';
  if (agreedAt === null) return 'Chờ người vắng hoặc cấp trên đồng ý, chưa có hiệu lực';
  const by = agreedByName === null || agreedByName === createdByName ? '' : `; ${agreedByName} đồng ý`;
  return `${validFrom <= now ? 'Đang xử lý thay' : 'Chưa đến lúc'}${by}`;
}

function rolesWords(roles: readonly Role[]): string {
  return roles.map(roleLabel).join(', ');
}

function doneView(
  { seq, at, actorName, action, objectKind, objectId }: JournalEntryEntity,
  reading: SubstitutionsReading,
): DoneLineView {
  const code = reading.codes.get(objectId);
  return {
    seq,
    at: { iso: saidInstant(at), words: moment(at) },
    who: actorName,
    act: actWords(action) ?? action,
    object: [objectWords(objectKind) ?? objectKind, code].filter((part) => part !== undefined).join(' '),
    href: code === undefined ? null : `/phieu/${objectId}`,
  };
}

export const replacing = defineForm({
  principalId: pick('Người vắng mặt', { needed: 'Chọn người vắng mặt.', required: true, blank: 'Chọn một người' }),
  substituteId: pick('Người xử lý thay', {
    ...{ needed: 'Chọn người xử lý thay.', required: true, blank: 'Chọn một người' },
    hint: 'Người cùng đơn vị; lãnh đạo Sở giao cho lãnh đạo khác. Không ai tự giao cho mình; quản trị giao thì người vắng hoặc cấp trên phải đồng ý trước.',
  }),
  inRoles: checks('Vai trò được xử lý thay'),
  validFrom: field('moment', 'Từ lúc', optional().transform(writtenMoment), { required: true }),
  validTo: field('moment', 'Đến lúc', optional().transform(writtenMoment), {
    hint: 'Từ lúc này người vắng làm lại; chấm dứt sớm hơn được bất cứ lúc nào.',
    required: true,
  }),
  basis: area('Căn cứ', {
    hint: 'Như “Đơn nghỉ phép ngày 20/7, Trưởng phòng đã đồng ý” hoặc số, ngày của quyết định.',
    ...{ required: true, rows: 2, maxLength: BASIS.longest },
  }),
});

/** @returns null when none of the people for whom the actor may speak has a role that can be handed over */
function formView(reading: SubstitutionsReading, refused: RefusedAct | null): ActFormView | null {
  const { actor, principals, candidates, now } = reading;
  const roles = DELEGABLE_ROLES.filter((role) => principals.some((one) => one.actor.roles.includes(role)));
  if (roles.length === 0) return null;
  const frame = {
    id: 'giao-lam-thay',
    label: 'Giao người xử lý thay…',
    action: SUBSTITUTIONS,
    submit: 'Giao xử lý thay',
    lead: 'Người xử lý thay thực hiện việc của người vắng trong các vai trò đã chọn, cho tới lúc kết thúc. Mọi việc ghi tên cả hai. Ký văn bản thì theo bảng Thẩm quyền ký.',
  };
  const [only, ...others] = principals;
  const isOne = others.length === 0;
  return replacing.draw(frame, refused, {
    principalId: isOne
      ? { kind: 'hidden', value: only?.id ?? '' }
      : { value: actor.id, options: personChoices(principals) },
    substituteId: { options: personChoices(candidates) },
    inRoles: {
      hint: isOne ? null : 'Chỉ chọn vai trò mà người vắng đang có.',
      value: isOne ? roles : [],
      options: roles.map((role) => ({ value: role, label: roleLabel(role) })),
    },
    validFrom: isoInVietnam(now).slice(0, MINUTE_LENGTH),
  });
}
