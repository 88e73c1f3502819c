import { z } from 'zod';
import { CIRCULAR_SENDERS, mayWatch, mayWatchUnit } from '../../circulars/domain/policy.js';
import { REASON_LENGTHS, standingOf, type Standing } from '../../circulars/domain/circular.js';
import { MAX_TOLD, type CircularEntity, type CircularUnitEntity } from '../../circulars/index.js';
import type { Audience } from '../../circulars/domain/audience.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { UNIT_KIND_WORDS } from '../../organisation/domain/functions.js';
import { ROLE_WORDS } from '../../organisation/domain/role-words.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { Fact } from '../kit/facts.js';
import type { CircularView } from './circular-page.js';
import { STANDING_WORDS } from './circulars-words.js';
import { count, fileSize } from '../kit/words/numbers.js';
import { fullDay, moment } from '../kit/words/time.js';
import { circularHref, documentWords } from './circulars-view.js';
import type { CircularReading } from './circulars-page-query.js';
import type { Names } from '../kit/names.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { area, day, field, fileIfAny } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';

export function circularView(reading: CircularReading, refused: RefusedAct | null): CircularView {
  const { seen, today, names } = reading;
  const { circular, unit } = seen;
  const standing = standingOf(circular, today);
  const href = circularHref(circular.id);
  return {
    title: circular.title,
    document: documentWords(circular),
    standing: STANDING_WORDS[standing],
    ended: endedWords(circular, standing),
    facts: factsOf(reading, standing),
    text: circular.text,
    files: circular.files.map(({ name, size }, at) => ({
      href: `${href}/tep/${at + 1}`,
      name,
      size: fileSize(size),
      kind: 'document' as const,
    })),
    briefing: unit === null ? null : briefingView(unit, href, names),
    progressHref: circular.sentAt !== null && seesProgress(reading.actor) ? `${href}/tien-do` : null,
    ...readerActs(reading, standing, refused),
    ...senderActs(reading, standing, refused),
  };
}

type ReaderActs = Pick<CircularView, 'acknowledgeAction' | 'acknowledged' | 'briefingForm'>;

function readerActs({ today, seen }: CircularReading, standing: Standing, refused: RefusedAct | null): ReaderActs {
  const { circular, receipt, unit, mayBrief } = seen;
  const href = circularHref(circular.id);
  const holds = standing === 'inForce';
  const at = receipt?.acknowledgedAt ?? null;
  return {
    acknowledgeAction: holds && receipt?.state === 'open' ? `${href}/xac-nhan` : null,
    acknowledged: at === null ? null : `Đã xác nhận lúc ${moment(at)}.`,
    briefingForm: holds && mayBrief && unit !== null ? briefingForm({ circular, unit, today }, refused) : null,
  };
}

type SenderActs = Pick<CircularView, 'draft' | 'remindAction' | 'withdrawForm'>;

function senderActs(
  { actor, seen, reach }: CircularReading,
  standing: Standing,
  refused: RefusedAct | null,
): SenderActs {
  const { circular } = seen;
  const href = circularHref(circular.id);
  const isDraft = standing === 'draft';
  if (!hasRole(actor, ...CIRCULAR_SENDERS) || !(isDraft || standing === 'inForce'))
    return { draft: null, remindAction: null, withdrawForm: null };
  return {
    draft: isDraft && reach !== null ? draftView(circular, reach) : null,
    remindAction: isDraft ? null : `${href}/nhac`,
    withdrawForm: withdrawForm(href, standing, refused),
  };
}

function seesProgress(actor: Actor): boolean {
  return mayWatch(actor) || mayWatchUnit(actor, actor.unitId ?? '');
}

function endedWords(
  { withdrawnAt, withdrawnByName, withdrawnBecause }: CircularEntity,
  standing: Standing,
): string | null {
  if (standing === 'withdrawn' && withdrawnAt !== null)
    return `${withdrawnByName ?? ''} thu hồi lúc ${moment(withdrawnAt)}. Lý do: ${withdrawnBecause ?? ''}`;
  if (standing === 'replaced') return 'Văn bản khác đã thay thế văn bản này.';
  return standing === 'expired' ? 'Văn bản đã hết thời gian hiệu lực.' : null;
}

function factsOf({ seen, names }: CircularReading, standing: Standing): readonly Fact[] {
  const { circular, replaces, replacedBy } = seen;
  const { sentAt, sentByName, dueOn, validTo, audience } = circular;
  const linked = (label: string, other: CircularEntity | null): Fact[] =>
    other === null ? [] : [{ label, value: other.title }];
  return [
    {
      label: 'Hiệu lực',
      value: validTo === null ? STANDING_WORDS[standing] : `${STANDING_WORDS[standing]}, đến hết ${fullDay(validTo)}`,
    },
    { label: 'Xác nhận chậm nhất', value: fullDay(dueOn) },
    { label: 'Gửi tới', value: audienceWords(audience, names) },
    ...(sentAt === null ? [] : [{ label: 'Gửi', value: `${moment(sentAt)}, ${sentByName ?? ''}` }]),
    ...linked('Thay thế', replaces),
    ...linked('Được thay bằng', replacedBy),
  ];
}

/** `Toàn Sở; chỉ Trưởng đơn vị, Cán bộ đầu mối; và 2 người khác` */
export function audienceWords({ everybody, unitKinds, unitIds, roles, staffIds }: Audience, { units }: Names): string {
  const places = everybody
    ? ['Toàn Sở']
    : [
        ...unitKinds.map((kind) => UNIT_KIND_WORDS[kind]),
        ...unitIds.map((id) => units.get(id) ?? 'Đơn vị đã ngừng hoạt động'),
      ];
  const only = roles.length === 0 ? [] : [`chỉ ${roles.map((role) => ROLE_WORDS[role]).join(', ')}`];
  const named = staffIds.length === 0 ? [] : [`${count(staffIds.length)} người ghi đích danh`];
  return [...(places.length === 0 ? [] : [places.join(', '), ...only]), ...named].join('; ');
}

function briefingView(unit: CircularUnitEntity, href: string, names: Names): CircularView['briefing'] {
  const { unitId, confirmedAt, confirmedByName, peopleTold, toldOn, note, minutesName } = unit;
  const name = names.units.get(unitId) ?? '';
  if (confirmedAt === null) return { unit: name, words: null, note: null, minutes: null };
  return {
    unit: name,
    words:
      `${confirmedByName ?? ''} xác nhận lúc ${moment(confirmedAt)}: đã phổ biến tới ${count(peopleTold ?? 0)} người` +
      (toldOn === null ? '.' : `, ngày ${fullDay(toldOn)}.`),
    note,
    minutes: minutesName === null ? null : { name: minutesName, href: `${href}/bien-ban/${unitId}` },
  };
}

interface Briefing {
  readonly circular: CircularEntity;
  readonly unit: CircularUnitEntity;
  readonly today: string;
}

export const briefing = defineForm({
  peopleTold: field('number', 'Số người đã được phổ biến', z.coerce.number('Ghi số người đã được phổ biến, từ 1.'), {
    ...{ min: 1, max: MAX_TOLD, required: true },
  }),
  toldOn: day('Ngày phổ biến', { needed: 'Ghi ngày phổ biến có thật, như 18/03/2026.' }),
  note: area('Ghi chú', { hint: 'Hình thức phổ biến, người vắng.', maxLength: 500 }),
  minutes: fileIfAny('Biên bản', { hint: 'Nếu có; PDF, Word hoặc ảnh.' }),
});

function briefingForm({ circular, unit, today }: Briefing, refused: RefusedAct | null): ActFormView {
  const { confirmedAt, peopleTold, toldOn, note } = unit;
  const frame = {
    id: 'pho-bien',
    label: confirmedAt === null ? 'Xác nhận đã phổ biến tới toàn đơn vị…' : 'Sửa xác nhận đã phổ biến…',
    action: `${circularHref(circular.id)}/pho-bien`,
    submit: 'Xác nhận đã phổ biến',
    lead: 'Thủ trưởng đơn vị xác nhận cả cho người không có tài khoản.',
  };
  return briefing.draw(frame, refused, { peopleTold, toldOn: toldOn ?? today, note });
}

function draftView(
  { id }: CircularEntity,
  { people, units }: { readonly people: number; readonly units: number },
): CircularView['draft'] {
  const href = circularHref(id);
  return {
    words: `Hôm nay văn bản tới ${count(people)} người có tài khoản, ${count(units)} đơn vị phải phổ biến. Gửi rồi thì không sửa được nữa.`,
    sendAction: `${href}/gui`,
    editHref: `${href}/sua`,
  };
}

export const withdrawing = defineForm({ reason: area('Lý do', { rows: 2, maxLength: REASON_LENGTHS.longest }) });

function withdrawForm(href: string, standing: Standing, refused: RefusedAct | null): ActFormView {
  const isDraft = standing === 'draft';
  const frame = {
    id: 'thu-hoi',
    label: isDraft ? 'Bỏ bản thảo…' : 'Thu hồi văn bản…',
    action: `${href}/thu-hoi`,
    submit: isDraft ? 'Bỏ bản thảo' : 'Thu hồi văn bản',
    lead: isDraft ? null : 'Mọi người đã nhận đều được báo; ai đã xác nhận thì vẫn lưu.',
  };
  return withdrawing.draw(frame, refused);
}
