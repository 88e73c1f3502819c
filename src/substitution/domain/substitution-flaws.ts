import type { Actor, Role } from '../../kernel/actor.js';
import { DAY_MS } from '../../kernel/civil-date.js';
import { flaw } from '../../law/flaw.js';
import type { Flaw } from '../../law/policy-draft.js';
import { chainOf, DELEGABLE_ROLES, type Substitution } from './substitution.js';

/** Characters of what a substitution rests on. */
export const BASIS = { shortest: 10, longest: 500 } as const;

/** A person who is away for longer has a successor, not a substitute. */
export const MAX_DAYS = 366;

/** A substitution as somebody asks for it. */
export interface SubstitutionDraft {
  readonly principalId: string;
  readonly substituteId: string;
  readonly roles: readonly string[];
  readonly basis: string;
  /** Null for what is no moment; a beginning that is over means now. */
  readonly validFrom: Date | null;
  /** The first moment without it. */
  readonly validTo: Date | null;
}

export interface SubstitutionCase {
  /** Who will be away; undefined for nobody whom this actor may speak for. */
  readonly principal: Actor | undefined;
  /** Who may be chosen. */
  readonly candidates: readonly Actor[];
  /** Every substitution that holds now or later. */
  readonly table: readonly Substitution[];
  readonly now: Date;
}

/** What keeps a substitution from being made, each at its field; empty when nothing does. */
export function substitutionFlaws(draft: SubstitutionDraft, known: SubstitutionCase): readonly Flaw[] {
  const { principal } = known;
  if (principal === undefined) return [{ field: 'principalId', sentence: 'Chọn người vắng mặt trong danh sách.' }];
  const flaws = [
    ...substituteFlaws(draft, known),
    ...roleFlaws(draft, principal, known),
    ...basisFlaws(draft.basis),
    ...periodFlaws(draft, known.now),
  ];
  return flaws.length > 0 ? flaws : meetingFlaws(draft, known.table);
}

function substituteFlaws({ principalId, substituteId }: SubstitutionDraft, known: SubstitutionCase): readonly Flaw[] {
  const isKnown = known.candidates.some(({ id }) => id === substituteId);
  return [
    ...flaw('substituteId', substituteId === principalId, 'Không ai xử lý thay chính mình; chọn người khác.'),
    ...flaw('substituteId', substituteId !== principalId && !isKnown, 'Chọn người xử lý thay trong danh sách.'),
  ];
}

function roleFlaws(
  { roles, substituteId }: SubstitutionDraft,
  principal: Actor,
  { candidates }: SubstitutionCase,
): readonly Flaw[] {
  const held: readonly string[] = DELEGABLE_ROLES.filter((role) => principal.roles.includes(role));
  const substitute = candidates.find(({ id }) => id === substituteId);
  return [
    ...flaw('roles', roles.length === 0, 'Chọn ít nhất một vai trò được xử lý thay.'),
    ...flaw(
      'roles',
      roles.some((role) => !held.includes(role)),
      `Chỉ giao vai trò mà ${principal.name} đang có; quyền quản trị không giao xử lý thay.`,
    ),
    ...flaw(
      'roles',
      roles.includes('leader') && substitute !== undefined && !substitute.roles.includes('leader'),
      'Việc của lãnh đạo Sở chỉ giao cho lãnh đạo Sở khác xử lý thay.',
    ),
  ];
}

function basisFlaws(basis: string): readonly Flaw[] {
  const { length } = basis.trim();
  return [
    ...flaw(
      'basis',
      length < BASIS.shortest,
      `Ghi căn cứ, như “Đơn nghỉ phép ngày 20/7, Trưởng phòng đã đồng ý”: cần từ ${String(BASIS.shortest)} ký tự.`,
    ),
    ...flaw('basis', length > BASIS.longest, `Dài quá ${String(BASIS.longest)} ký tự; rút ngắn lại.`),
  ];
}

function periodFlaws({ validFrom, validTo }: SubstitutionDraft, now: Date): readonly Flaw[] {
  if (validFrom === null || validTo === null)
    return [
      ...flaw('validFrom', validFrom === null, 'Ghi ngày, giờ bắt đầu.'),
      ...flaw('validTo', validTo === null, 'Ghi ngày, giờ kết thúc.'),
    ];
  const begins = Math.max(validFrom.getTime(), now.getTime());
  return [
    ...flaw('validTo', validTo <= now, 'Thời gian này đã qua; chọn lúc kết thúc sau bây giờ.'),
    ...flaw('validTo', validTo > now && validTo <= validFrom, 'Lúc kết thúc phải sau lúc bắt đầu.'),
    ...flaw(
      'validTo',
      validTo.getTime() - begins > MAX_DAYS * DAY_MS,
      'Xử lý thay nhiều nhất một năm; vắng lâu hơn thì giao vai trò hoặc thay cán bộ đầu mối.',
    ),
  ];
}

/** One substitute at a time, and no chain that leads back. */
function meetingFlaws(draft: SubstitutionDraft, table: readonly Substitution[]): readonly Flaw[] {
  const { principalId, substituteId, validFrom, validTo } = draft;
  if (validFrom === null || validTo === null) return [];
  const meeting = table.filter((one) => one.endedAt === null && one.validFrom < validTo && validFrom < one.validTo);
  const isTaken = meeting.some((one) => one.principalId === principalId);
  const added: Substitution = {
    id: '',
    principalId,
    substituteId,
    validFrom,
    validTo,
    agreedAt: validFrom,
    endedAt: null,
    roles: draft.roles.filter((role): role is Role => (DELEGABLE_ROLES as readonly string[]).includes(role)),
  };
  // Between two beginnings chains only grow shorter.
  const moments = [validFrom, ...meeting.map((one) => one.validFrom).filter((at) => at > validFrom)];
  // What nobody has agreed to yet may be agreed to at any time.
  const agreed = meeting.map((one) => ({ ...one, agreedAt: one.validFrom }));
  const isRing = moments.some((at) => chainOf(principalId, [added, ...agreed], at) === null);
  return [
    ...flaw('validFrom', isTaken, 'Trong thời gian này đã có người xử lý thay; chấm dứt lần đó trước.'),
    ...flaw(
      'substituteId',
      !isTaken && isRing,
      'Người này cũng vắng và việc của họ, trực tiếp hay qua người khác, lại do chính người vắng xử lý thay. Chọn người khác.',
    ),
  ];
}
