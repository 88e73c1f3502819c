import { isCivilDate, type CivilDate } from '../../kernel/civil-date.js';
import { hasRole, type Actor, type Role } from '../../kernel/actor.js';
import { flaw } from '../../law/flaw.js';
import type { Flaw } from '../../law/policy-draft.js';
import { SIGNING_FORMS, type SigningForm } from './authority-lines.js';
import { lastDayOf, type AuthorityTable, type SigningAuthority } from './signing-authority.js';
import { lineFlaws, textFlaws, shortTextFlaws, longTextFlaws } from './text-flaws.js';

/** The Office and the administrator write down what the head has decided (Nghị định 30/2020/NĐ-CP, Điều 13). */
export const AUTHORITY_EDITORS: readonly Role[] = ['administrator', 'formatChecker'];

export function mayEditAuthorities(actor: Actor): boolean {
  return hasRole(actor, ...AUTHORITY_EDITORS);
}

/** A line as it was typed. */
export interface AuthorityDraft {
  readonly personId: string;
  readonly form: string;
  readonly position: string;
  readonly academicTitle: string;
  readonly collective: string;
  readonly sourceId: string;
  readonly kinds: readonly string[];
  readonly field: string;
  readonly validFrom: string;
  readonly validTo: string;
  /** The number of the decision: `125/QĐ-SGDĐT`. */
  readonly basis: string;
  readonly basisDate: string;
  /** Whether the written delegation came along. */
  readonly hasFile: boolean;
}

/** Somebody who may come into the table. */
export interface Candidate {
  readonly id: string;
  readonly fullName: string;
  readonly position: string;
  readonly unitId: string;
  readonly isUnitHead: boolean;
  /** Whether they lead the agency: its head, who acts for the head, or a deputy. */
  readonly isLeader: boolean;
  /** Whether the unit is a part of the department itself, not a school or centre under it. */
  readonly isInside: boolean;
}

/** What a new line is compared with. */
export interface AuthorityCase {
  readonly table: AuthorityTable;
  readonly people: readonly Candidate[];
  readonly kinds: readonly string[];
  /** Kinds that the work regulation lets heads of units sign by order. */
  readonly byOrderKinds: readonly string[];
  /** Whether the agency allows academic titles before names. */
  readonly titlesAllowed: boolean;
  readonly today: CivilDate;
}

const MAX_LINE_LENGTH = 100;
const TOO_LONG = `Dài quá ${MAX_LINE_LENGTH} ký tự; rút ngắn lại.`;

/**
 * What keeps a line out of the table, each at its field; empty when nothing does.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 13: KT. for the deputy in his field (khoản 1), TM. and KT. in a collective (khoản 2), TL. for heads of units
 * inside the agency, for what the work regulation allows, and through them for their deputies (khoản 3), TUQ. in writing, limited in time and content,
 * never passed on (khoản 4).
 */
export function authorityFlaws(draft: AuthorityDraft, known: AuthorityCase): readonly Flaw[] {
  const person = known.people.find(({ id }) => id === draft.personId);
  if (person === undefined) return [{ field: 'personId', sentence: 'Chọn người ký.' }];
  if (!isForm(draft.form)) return [{ field: 'form', sentence: 'Chọn hình thức ký.' }];
  return [
    ...FORM_FLAWS[draft.form](draft, person, known),
    ...kindFlaws(draft, known),
    ...titleFlaws(draft, known),
    ...flaw('position', draft.position.length > MAX_LINE_LENGTH, TOO_LONG),
    ...flaw('collective', draft.collective.length > MAX_LINE_LENGTH, TOO_LONG),
    ...longTextFlaws('field', draft.field),
    ...dayFlaws(draft, known.today),
    ...basisFlaws(draft),
    ...sourceFlaws(draft, person, known),
    ...overlapFlaws(draft, known.table),
  ];
}

type FormFlaws = (draft: AuthorityDraft, person: Candidate, known: AuthorityCase) => readonly Flaw[];

const FORM_FLAWS: Readonly<Record<SigningForm, FormFlaws>> = {
  head: (_draft, person) => leaderFlaws(person),
  Q: (_draft, person) => leaderFlaws(person),
  TM: ({ collective, position }) => [
    ...lineFlaws('collective', collective, 'Ghi tên tập thể được ký thay mặt, như “Hội đồng thi đua”.'),
    ...lineFlaws('position', position, 'Ghi chức vụ của người ký trong tập thể, như “Chủ tịch”.'),
  ],
  KT: ({ field, sourceId }, { fullName, position, isLeader }) => [
    ...flaw('form', !isDeputy(position), `Ký thay (KT.) dành cho cấp phó; ${fullName} là ${position}.`),
    ...flaw(
      'sourceId',
      isDeputy(position) && sourceId === '' && !isLeader,
      `Chỉ cấp phó của người đứng đầu Sở ký thay người đứng đầu Sở; ${fullName} là ${position}. Chọn người được ký thừa lệnh mà người này ký thay.`,
    ),
    ...shortTextFlaws('field', field, 'Ghi lĩnh vực mà cấp phó được phân công phụ trách'),
  ],
  TL: ({ position, kinds }, { fullName, isUnitHead, isInside }, { byOrderKinds }) => [
    ...flaw(
      'form',
      !isUnitHead || !isInside,
      `Ký thừa lệnh (TL.) dành cho người đứng đầu đơn vị thuộc Sở (trưởng phòng, Chánh Văn phòng, Chánh Thanh tra); ${fullName} không giữ chức vụ đó.`,
    ),
    ...lineFlaws('position', position, 'Ghi chức vụ của người ký, như “Chánh Văn phòng”.'),
    ...flaw(
      'kinds',
      kinds.length > 0 && kinds.some((kind) => !byOrderKinds.includes(kind)),
      'Quy chế làm việc chưa cho ký thừa lệnh loại này. Chỉ chọn loại đã ghi ở trang Thông tin cơ quan, mục “Loại văn bản được ký thừa lệnh”.',
    ),
  ],
  TUQ: ({ position, field, validTo, hasFile }, { fullName, isUnitHead }) => [
    ...flaw(
      'form',
      !isUnitHead,
      `Ký thừa ủy quyền (TUQ.) dành cho người đứng đầu đơn vị thuộc cơ cấu của Sở; ${fullName} không giữ chức vụ đó.`,
    ),
    ...lineFlaws('position', position, 'Ghi chức vụ của người ký, như “Trưởng phòng Kế hoạch - Tài chính”.'),
    ...shortTextFlaws('field', field, 'Ghi nội dung được ủy quyền'),
    ...flaw('validTo', !isCivilDate(validTo), 'Ủy quyền ký phải có thời hạn: chọn ngày cuối.'),
    ...flaw('file', !hasFile, 'Chọn tệp văn bản ủy quyền; ký thừa ủy quyền phải được giao bằng văn bản.'),
  ],
};

function leaderFlaws({ fullName, position, isLeader }: Candidate): readonly Flaw[] {
  return flaw(
    'form',
    !isLeader,
    `Đứng đầu Sở hoặc quyền cấp trưởng (Q.) phải là lãnh đạo Sở; ${fullName} là ${position}. Nếu đã được bổ nhiệm thì đề nghị quản trị ghi vai trò lãnh đạo trước.`,
  );
}

/** Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7. */
function titleFlaws({ academicTitle }: AuthorityDraft, { titlesAllowed }: AuthorityCase): readonly Flaw[] {
  const isGiven = academicTitle.trim() !== '';
  return [
    ...flaw(
      'academicTitle',
      isGiven && !titlesAllowed,
      'Trước họ tên người ký không ghi học hàm, học vị, trừ khi trang Thông tin cơ quan cho phép.',
    ),
    ...flaw(
      'academicTitle',
      isGiven && titlesAllowed && !/^((GS|PGS|TSKH|TS|ThS|NGND|NGƯT)\. ?)+$/u.test(academicTitle.trim()),
      'Viết tắt học hàm, học vị có dấu chấm, như “PGS. TS.”; không ghi Ông, Bà.',
    ),
  ];
}

const LISTED: readonly string[] = ['TL', 'TUQ'];

function kindFlaws({ form, kinds }: AuthorityDraft, known: AuthorityCase): readonly Flaw[] {
  return [
    ...flaw(
      'kinds',
      LISTED.includes(form) && kinds.length === 0,
      `Chọn những loại văn bản được ký ${form === 'TL' ? 'thừa lệnh' : 'thừa ủy quyền'}.`,
    ),
    ...flaw(
      'kinds',
      kinds.some((kind) => !known.kinds.includes(kind)),
      'Chọn loại văn bản trong danh sách.',
    ),
  ];
}

/** A line that began earlier would let somebody have signed what he could not. */
export function dayFlaws(
  { validFrom, validTo, form }: Pick<AuthorityDraft, 'validFrom' | 'validTo' | 'form'>,
  today: CivilDate,
): readonly Flaw[] {
  const isBegun = isCivilDate(validFrom);
  const isEnded = validTo !== '' && (!isCivilDate(validTo) || (isBegun && validTo < validFrom));
  return [
    ...flaw('validFrom', !isBegun, 'Chọn ngày bắt đầu.'),
    ...flaw('validFrom', isBegun && validFrom < today, 'Ngày bắt đầu đã qua; chọn từ hôm nay trở đi.'),
    ...flaw('validTo', isEnded && (form !== 'TUQ' || isCivilDate(validTo)), 'Ngày cuối phải từ ngày bắt đầu trở đi.'),
  ];
}

export function basisFlaws({
  basis,
  basisDate,
  validFrom,
}: Pick<AuthorityDraft, 'basis' | 'basisDate' | 'validFrom'>): readonly Flaw[] {
  return [
    ...flaw('basis', !/\d/u.test(basis) || basis.trim().length < 3, 'Ghi số, ký hiệu của văn bản, như “125/QĐ-SGDĐT”.'),
    ...flaw('basis', basis.length > MAX_LINE_LENGTH, `Số, ký hiệu dài quá ${MAX_LINE_LENGTH} ký tự; rút ngắn lại.`),
    ...flaw('basisDate', !isCivilDate(basisDate), 'Chọn ngày của văn bản.'),
    ...flaw(
      'basisDate',
      isCivilDate(basisDate) && isCivilDate(validFrom) && basisDate > validFrom,
      'Văn bản phải có trước hoặc trong ngày bắt đầu.',
    ),
  ];
}

/** In whose place one signs: the deputy of a unit's head in that head's, who signs by order (KT. of TL.); everyone else in that of the agency's head. */
function sourceFlaws(draft: AuthorityDraft, person: Candidate, { table, people }: AuthorityCase): readonly Flaw[] {
  if (draft.sourceId === '') return [];
  const source = table.find(({ id }) => id === draft.sourceId);
  const refuse = (sentence: string): readonly Flaw[] => [{ field: 'sourceId', sentence }];
  if (source === undefined) return refuse('Chọn người được ký thay trong danh sách.');
  if (source.form === 'TUQ') return refuse('Người được ký thừa ủy quyền không được ủy quyền lại cho người khác ký.');
  if (source.form !== 'TL' || draft.form !== 'KT')
    return refuse('Chỉ cấp phó ký thay (KT.) người được ký thừa lệnh (TL.); còn lại thay mặt người đứng đầu Sở.');
  return [
    ...flaw('position', draft.position.trim() === '', 'Ghi chức vụ của người ký, như “Phó Chánh Văn phòng”.'),
    ...flaw('sourceId', source.personId === person.id, 'Không ai ký thay chính mình.'),
    ...flaw(
      'sourceId',
      people.find(({ id }) => id === source.personId)?.unitId !== person.unitId,
      'Cấp phó chỉ ký thay cấp trưởng của đơn vị mình.',
    ),
    ...flaw(
      'kinds',
      draft.kinds.length === 0 || draft.kinds.some((kind) => !source.kinds.includes(kind)),
      'Cấp phó chỉ ký thay những loại mà cấp trưởng được ký thừa lệnh: chọn trong các loại đó.',
    ),
  ];
}

/** One head at a time; and nobody has the same power twice on one day. */
function overlapFlaws(draft: AuthorityDraft, table: AuthorityTable): readonly Flaw[] {
  const meeting = table.filter((one) => meets(one, draft));
  const isLeading = draft.form === 'head' || draft.form === 'Q';
  const leads = meeting.find(({ form }) => isLeading && (form === 'head' || form === 'Q'));
  const same = meeting.find(
    (one) =>
      one.personId === draft.personId &&
      one.form === draft.form &&
      (one.sourceId ?? '') === draft.sourceId &&
      shares(one, draft),
  );
  return [
    ...flaw(
      'form',
      leads !== undefined,
      'Khoảng ngày này đã có người đứng đầu hoặc quyền cấp trưởng; chấm dứt mục đó trước.',
    ),
    ...flaw(
      'personId',
      leads === undefined && same !== undefined,
      'Người này đã có thẩm quyền như vậy trong khoảng ngày này; chấm dứt mục cũ trước.',
    ),
  ];
}

function meets(one: SigningAuthority, { validFrom, validTo }: AuthorityDraft): boolean {
  const last = lastDayOf(one);
  return (
    (last === null || last >= validFrom) &&
    (validTo === '' || one.validFrom <= validTo) &&
    !(last !== null && last < one.validFrom)
  );
}

function shares(one: SigningAuthority, { kinds }: AuthorityDraft): boolean {
  return one.kinds.length === 0 || kinds.length === 0 || kinds.some((kind) => one.kinds.includes(kind));
}

/** What keeps a line from being ended; @param endedFrom the first day without it, as typed */
export function endFlaws(
  { endedFrom, reason }: { readonly endedFrom: string; readonly reason: string },
  today: CivilDate,
): readonly Flaw[] {
  const isDay = isCivilDate(endedFrom);
  return [
    ...flaw('endedFrom', !isDay, 'Chọn ngày chấm dứt.'),
    ...flaw('endedFrom', isDay && endedFrom < today, 'Ngày này đã qua; chọn từ hôm nay trở đi.'),
    ...textFlaws('reason', reason, 'Ghi căn cứ, lý do chấm dứt'),
  ];
}

function isDeputy(position: string): boolean {
  return /^phó\s/iu.test(position);
}

function isForm(form: string): form is SigningForm {
  return (SIGNING_FORMS as readonly string[]).includes(form);
}
