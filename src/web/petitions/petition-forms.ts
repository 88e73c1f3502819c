import {
  AGENCY_LENGTHS,
  CONTACT_LENGTHS,
  DIRECTION_LENGTHS,
  NAME_LENGTHS,
  NOTE_LENGTHS,
  REASON_LENGTHS,
  RESULT_LENGTHS,
  SUMMARY_LENGTHS,
  type SeenPetition,
} from '../../petitions/index.js';
import type { PetitionAct } from '../../petitions/domain/petition-acts.js';
import {
  COMPETENCE_WORDS,
  COMPETENCES,
  KIND_WORDS,
  PETITION_KINDS,
  RESULT_WORDS,
  RESULTS,
  WAY_WORDS,
  type Way,
  WAYS,
} from '../../petitions/domain/petition.js';
import { waysFor } from '../../petitions/domain/ways.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import { optionalDay } from '../kit/http/optional-day.js';
import type { RefusedAct } from '../kit/refused-values.js';
import {
  area,
  check,
  choice,
  type Choice,
  choices,
  field,
  formKey,
  pick,
  pickIfAny,
  radios,
  seen,
  text,
} from '../kit/form/field-kinds.js';
import { defineForm, type FormFrame } from '../kit/form/posted-form.js';

/** Who may decide and who may be charged, for choices. */
export interface PetitionPeople {
  readonly leaders: readonly Choice[];
  readonly others: readonly Choice[];
}

interface FormReading extends PetitionPeople {
  readonly seen: SeenPetition;
  readonly refused: RefusedAct | null;
}

const NAMELESS = 'Không ghi tên, địa chỉ, điện thoại của bất kỳ ai.';

const kind = radios('Loại đơn', choices(PETITION_KINDS, KIND_WORDS));
const anonymous = check('Không rõ người đứng đơn (nặc danh)');
const way = radios('Cách xử lý', choices(WAYS, WAY_WORDS));

function nameless(label: string, rows: number, { longest }: { readonly longest: number }): ReturnType<typeof area> {
  return area(label, { rows, hint: NAMELESS, maxLength: longest });
}

export const entering = defineForm({
  key: formKey('Mở lại trang Sổ tiếp nhận đơn rồi ghi lại.'),
  kind,
  receivedOn: field('date', 'Ngày nhận', optionalDay, { hint: 'Bỏ trống: hôm nay.' }),
  anonymous,
  petitionerName: text('Họ tên người đứng đơn', { maxLength: NAME_LENGTHS.longest }),
  petitionerContact: text('Địa chỉ, điện thoại người đứng đơn', { maxLength: CONTACT_LENGTHS.longest }),
  summary: nameless('Tóm tắt nội dung', 3, SUMMARY_LENGTHS),
});

export const screening = defineForm({
  seen: seen(),
  kind,
  anonymous,
  competence: choice('Thẩm quyền giải quyết', choices(COMPETENCES, COMPETENCE_WORDS), { blank: 'Chọn' }),
  competentAgency: text('Tên cơ quan có thẩm quyền', {
    hint: 'Ghi khi chuyển đơn hoặc hướng dẫn người đứng đơn.',
    maxLength: AGENCY_LENGTHS.longest,
  }),
  way,
  reason: nameless('Lý do, căn cứ', 3, REASON_LENGTHS),
  leaderId: pick('Lãnh đạo quyết định', { needed: 'Chọn lãnh đạo quyết định.', blank: 'Chọn' }),
});

export const deciding = defineForm({
  seen: seen(),
  way,
  chargedId: pickIfAny('Giao người xác minh', { hint: 'Cần khi thụ lý.', blank: 'Không giao' }),
  direction: nameless('Ý kiến chỉ đạo', 2, DIRECTION_LENGTHS),
});

export const givingBack = defineForm({ seen: seen(), reason: nameless('Lý do', 2, REASON_LENGTHS) });

export const carryingOut = defineForm({ seen: seen(), note: nameless('Số, ngày văn bản đã gửi', 2, NOTE_LENGTHS) });

export const settling = defineForm({
  seen: seen(),
  result: radios('Nội dung đơn', choices(RESULTS, RESULT_WORDS), { needed: 'Chọn kết quả.' }),
  text: nameless('Quyết định, kết luận (số, ngày, nội dung)', 4, RESULT_LENGTHS),
});

export const extending = defineForm({
  seen: seen(),
  reason: nameless('Lý do phức tạp', 2, REASON_LENGTHS),
  specially: check('Vụ việc đặc biệt phức tạp (kéo dài lần thứ hai)'),
});

/** @param key a new name for the form */
export function enterForm(key: string, refused: RefusedAct | null): ActFormView {
  const frame = {
    id: 'ghi-don',
    label: 'Ghi đơn vào sổ…',
    action: '/so-tiep-nhan-don',
    submit: 'Ghi đơn vào sổ',
    lead: 'Đơn kiến nghị, phản ánh không ghi ở đây mà ghi ở Tiếp nhận phản ánh. Tố cáo, đề nghị bảo vệ: sau khi ghi, chỉ người ghi, lãnh đạo quyết định và người được giao xem được.',
  };
  return entering.draw(frame, refused, { key });
}

/** What this person may do with a petition and needs more than a press. */
export function petitionForms(reading: FormReading): readonly ActFormView[] {
  const forms: readonly (readonly [PetitionAct, (reading: FormReading) => ActFormView])[] = [
    ['decide', decideForm],
    ['giveBack', giveBackForm],
    ['screen', screenForm],
    ['carryOut', carryOutForm],
    ['settle', settleForm],
    ['extend', extendForm],
  ];
  return forms.filter(([act]) => reading.seen.may.has(act)).map(([, form]) => form(reading));
}

function screenForm({ seen: { petition }, leaders, refused }: FormReading): ActFormView {
  const isFirst = petition.state === 'received';
  const frame = {
    ...frameOf(petition, 'de-xuat'),
    label: isFirst ? 'Đề xuất cách xử lý…' : 'Sửa đề xuất…',
    submit: 'Trình lãnh đạo',
    open: isFirst,
  };
  const { kind: known, anonymous: isNameless, competence, competentAgency, wayReason, leaderId } = petition;
  return screening.draw(frame, refused, {
    ...{ seen: petition.version, kind: known, anonymous: isNameless, competence, competentAgency },
    ...{ way: petition.way, reason: wayReason, leaderId: { value: leaderId, options: leaders } },
  });
}

function decideForm({ seen: { petition }, others, refused }: FormReading): ActFormView {
  const { kind: known, anonymous: isNameless, competence, way: proposed, wayReason } = petition;
  const frame = {
    ...frameOf(petition, 'quyet-dinh'),
    label: 'Quyết định…',
    submit: 'Quyết định',
    lead: proposed === null ? null : `Văn thư đề xuất: ${inSentence(proposed)}. ${wayReason}`,
    open: true,
  };
  const ways = choices(waysFor({ kind: known, anonymous: isNameless, competence: competence ?? 'unclear' }), WAY_WORDS);
  return deciding.draw(frame, refused, {
    seen: petition.version,
    way: { value: proposed, options: ways },
    chargedId: { options: others },
  });
}

function giveBackForm({ seen: { petition }, refused }: FormReading): ActFormView {
  const frame = { ...frameOf(petition, 'tra-lai'), label: 'Yêu cầu đề xuất lại…', submit: 'Trả lại đề xuất' };
  return givingBack.draw(frame, refused, { seen: petition.version });
}

function carryOutForm({ seen: { petition }, refused }: FormReading): ActFormView {
  const frame = {
    ...frameOf(petition, 'da-lam'),
    label: 'Ghi đã thực hiện…',
    submit: petition.way === 'file' ? 'Lưu đơn' : 'Ghi đã thực hiện, kết thúc đơn',
    lead: `Đã quyết định: ${petition.way === null ? '' : inSentence(petition.way)}.`,
  };
  return carryingOut.draw(frame, refused, { seen: petition.version });
}

function settleForm({ seen: { petition }, refused }: FormReading): ActFormView {
  const words = 'Ghi kết quả giải quyết';
  const frame = { ...frameOf(petition, 'ket-qua'), label: `${words}…`, submit: words };
  return settling.draw(frame, refused, { seen: petition.version });
}

function extendForm({ seen: { petition }, refused }: FormReading): ActFormView {
  const isComplaint = petition.kind === 'complaint';
  const frame: FormFrame = {
    ...frameOf(petition, 'keo-dai'),
    label: 'Kéo dài thời hạn giải quyết…',
    submit: 'Kéo dài thời hạn',
    lead: isComplaint
      ? 'Vụ việc phức tạp: thời hạn giải quyết là 45 ngày kể từ ngày thụ lý.'
      : 'Mỗi lần kéo dài 30 ngày: một lần với vụ việc phức tạp, hai lần với vụ việc đặc biệt phức tạp.',
    without: isComplaint ? ['specially'] : [],
  };
  return extending.draw(frame, refused, { seen: petition.version });
}

function frameOf({ id }: SeenPetition['petition'], path: string): Pick<ActFormView, 'id' | 'action'> {
  return { id: path, action: `/don/${id}/${path}` };
}

function inSentence(one: Way): string {
  return WAY_WORDS[one].toLocaleLowerCase('vi');
}
