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
  WAYS,
} from '../../petitions/domain/petition.js';
import { waysFor } from '../../petitions/domain/ways.js';
import type { ActField, ActFormView } from '../kit/act-form.js';
import { refusedValues, typedIn, type RefusedAct, type RefusedValues } from '../kit/refused-values.js';

/** Who may decide and who may be charged, for choices. */
export interface PetitionPeople {
  readonly leaders: readonly Choice[];
  readonly others: readonly Choice[];
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface FormReading extends PetitionPeople {
  readonly seen: SeenPetition;
  readonly refused: RefusedAct | null;
}

const NAMELESS = 'Không ghi tên, địa chỉ, điện thoại của bất kỳ ai.';

/** @param key a new name for the form */
export function enterForm(key: string, refused: RefusedAct | null): ActFormView {
  const posted = refusedValues(refused, '/so-tiep-nhan-don');
  const typed = typedIn(posted);
  return {
    id: 'ghi-don',
    label: 'Ghi đơn vào sổ…',
    action: '/so-tiep-nhan-don',
    submit: 'Ghi đơn vào sổ',
    lead: 'Đơn kiến nghị, phản ánh không ghi ở đây mà ghi ở Tiếp nhận phản ánh. Tố cáo, đề nghị bảo vệ: sau khi ghi, chỉ người ghi, lãnh đạo quyết định và người được giao xem được.',
    fields: [
      { kind: 'hidden', name: 'key', value: posted.value('key') ?? key },
      { kind: 'radios', ...typed('kind'), label: 'Loại đơn', options: choices(PETITION_KINDS, KIND_WORDS) },
      { kind: 'date', ...typed('receivedOn'), label: 'Ngày nhận', hint: 'Bỏ trống: hôm nay.' },
      anonymousField(posted, false),
      { kind: 'text', ...typed('petitionerName'), label: 'Họ tên người đứng đơn', maxLength: NAME_LENGTHS.longest },
      {
        kind: 'text',
        ...typed('petitionerContact'),
        label: 'Địa chỉ, điện thoại người đứng đơn',
        maxLength: CONTACT_LENGTHS.longest,
      },
      {
        kind: 'area',
        ...typed('summary'),
        label: 'Tóm tắt nội dung',
        rows: 3,
        hint: NAMELESS,
        maxLength: SUMMARY_LENGTHS.longest,
      },
    ],
    error: posted.whole('kind', 'receivedOn', 'anonymous', 'petitionerName', 'petitionerContact', 'summary'),
    open: posted.refused,
  };
}

/** What this person may do with a petition and needs more than a press. */
export function petitionForms(reading: FormReading): readonly ActFormView[] {
  const forms: readonly (readonly [PetitionAct, (reading: FormReading) => ActFormView])[] = [
    ['decide', deciding],
    ['giveBack', givingBack],
    ['screen', screening],
    ['carryOut', carryingOut],
    ['settle', settling],
    ['extend', extending],
  ];
  return forms.filter(([act]) => reading.seen.may.has(act)).map(([, form]) => form(reading));
}

function screening(reading: FormReading): ActFormView {
  const { petition } = reading.seen;
  const form = begun(reading, 'de-xuat');
  const { typed, posted } = form;
  return {
    ...form.view,
    label: petition.state === 'received' ? 'Đề xuất cách xử lý…' : 'Sửa đề xuất…',
    submit: 'Trình lãnh đạo',
    lead: null,
    fields: [
      form.version,
      {
        kind: 'radios',
        ...typed('kind', petition.kind),
        label: 'Loại đơn',
        options: choices(PETITION_KINDS, KIND_WORDS),
      },
      anonymousField(posted, petition.anonymous),
      {
        kind: 'choice',
        ...typed('competence', petition.competence ?? ''),
        label: 'Thẩm quyền giải quyết',
        options: [{ value: '', label: 'Chọn' }, ...choices(COMPETENCES, COMPETENCE_WORDS)],
      },
      {
        kind: 'text',
        ...typed('competentAgency', petition.competentAgency),
        label: 'Tên cơ quan có thẩm quyền',
        hint: 'Ghi khi chuyển đơn hoặc hướng dẫn người đứng đơn.',
        maxLength: AGENCY_LENGTHS.longest,
      },
      { kind: 'radios', ...typed('way', petition.way ?? ''), label: 'Cách xử lý', options: choices(WAYS, WAY_WORDS) },
      {
        kind: 'area',
        ...typed('reason', petition.wayReason),
        label: 'Lý do, căn cứ',
        rows: 3,
        hint: NAMELESS,
        maxLength: REASON_LENGTHS.longest,
      },
      {
        kind: 'choice',
        ...typed('leaderId', petition.leaderId ?? ''),
        label: 'Lãnh đạo quyết định',
        options: [{ value: '', label: 'Chọn' }, ...reading.leaders],
      },
    ],
    error: posted.whole('kind', 'anonymous', 'competence', 'competentAgency', 'way', 'reason', 'leaderId'),
    open: posted.refused || petition.state === 'received',
  };
}

function deciding(reading: FormReading): ActFormView {
  const { kind, anonymous, competence, way, wayReason } = reading.seen.petition;
  const { view, typed, posted, version } = begun(reading, 'quyet-dinh');
  const ways = waysFor({ kind, anonymous, competence: competence ?? 'unclear' });
  return {
    ...view,
    label: 'Quyết định…',
    submit: 'Quyết định',
    lead: way === null ? null : `Văn thư đề xuất: ${WAY_WORDS[way].toLocaleLowerCase('vi')}. ${wayReason}`,
    fields: [
      version,
      { kind: 'radios', ...typed('way', way ?? ''), label: 'Cách xử lý', options: choices(ways, WAY_WORDS) },
      {
        kind: 'choice',
        ...typed('chargedId'),
        label: 'Giao người xác minh',
        hint: 'Cần khi thụ lý.',
        options: [{ value: '', label: 'Không giao' }, ...reading.others],
      },
      {
        kind: 'area',
        ...typed('direction'),
        label: 'Ý kiến chỉ đạo',
        rows: 2,
        hint: NAMELESS,
        maxLength: DIRECTION_LENGTHS.longest,
      },
    ],
    error: posted.whole('way', 'chargedId', 'direction'),
    open: true,
  };
}

function givingBack(reading: FormReading): ActFormView {
  const form = begun(reading, 'tra-lai');
  return {
    ...form.view,
    label: 'Yêu cầu đề xuất lại…',
    submit: 'Trả lại đề xuất',
    lead: null,
    fields: [form.version, reasonField(form, 'Lý do')],
    error: form.posted.whole('reason'),
    open: form.posted.refused,
  };
}

function carryingOut(reading: FormReading): ActFormView {
  const { way } = reading.seen.petition;
  const { view, typed, posted, version } = begun(reading, 'da-lam');
  return {
    ...view,
    label: 'Ghi đã thực hiện…',
    submit: way === 'file' ? 'Lưu đơn' : 'Ghi đã thực hiện, kết thúc đơn',
    lead: `Đã quyết định: ${way === null ? '' : WAY_WORDS[way].toLocaleLowerCase('vi')}.`,
    fields: [
      version,
      {
        kind: 'area',
        ...typed('note'),
        label: 'Số, ngày văn bản đã gửi',
        rows: 2,
        hint: NAMELESS,
        maxLength: NOTE_LENGTHS.longest,
      },
    ],
    error: posted.whole('note'),
    open: posted.refused,
  };
}

function settling(reading: FormReading): ActFormView {
  const { view, typed, posted, version } = begun(reading, 'ket-qua');
  return {
    ...view,
    label: 'Ghi kết quả giải quyết…',
    submit: 'Ghi kết quả giải quyết',
    lead: null,
    fields: [
      version,
      { kind: 'radios', ...typed('result'), label: 'Nội dung đơn', options: choices(RESULTS, RESULT_WORDS) },
      {
        kind: 'area',
        ...typed('text'),
        label: 'Quyết định, kết luận (số, ngày, nội dung)',
        rows: 4,
        hint: NAMELESS,
        maxLength: RESULT_LENGTHS.longest,
      },
    ],
    error: posted.whole('result', 'text'),
    open: posted.refused,
  };
}

function extending(reading: FormReading): ActFormView {
  const form = begun(reading, 'keo-dai');
  const { posted } = form;
  const isComplaint = reading.seen.petition.kind === 'complaint';
  const specially: ActField = {
    kind: 'check',
    name: 'specially',
    label: 'Vụ việc đặc biệt phức tạp (kéo dài lần thứ hai)',
    checked: posted.value('specially') !== undefined,
  };
  return {
    ...form.view,
    label: 'Kéo dài thời hạn giải quyết…',
    submit: 'Kéo dài thời hạn',
    lead: isComplaint
      ? 'Vụ việc phức tạp: thời hạn giải quyết là 45 ngày kể từ ngày thụ lý.'
      : 'Mỗi lần kéo dài 30 ngày: một lần với vụ việc phức tạp, hai lần với vụ việc đặc biệt phức tạp.',
    fields: [form.version, reasonField(form, 'Lý do phức tạp'), ...(isComplaint ? [] : [specially])],
    error: posted.whole('reason', 'specially'),
    open: posted.refused,
  };
}

interface BegunForm {
  readonly view: Pick<ActFormView, 'id' | 'action'>;
  readonly typed: ReturnType<typeof typedIn>;
  readonly posted: RefusedValues;
  readonly version: ActField;
}

function begun({ seen: { petition }, refused }: FormReading, path: string): BegunForm {
  const action = `/don/${petition.id}/${path}`;
  const posted = refusedValues(refused, action);
  return {
    view: { id: path, action },
    typed: typedIn(posted),
    posted,
    version: { kind: 'hidden', name: 'seen', value: String(petition.version) },
  };
}

function reasonField({ typed }: BegunForm, label: string): ActField {
  return { kind: 'area', ...typed('reason'), label, rows: 2, hint: NAMELESS, maxLength: REASON_LENGTHS.longest };
}

function anonymousField(posted: RefusedValues, known: boolean): ActField {
  return {
    kind: 'check',
    name: 'anonymous',
    label: 'Không rõ người đứng đơn (nặc danh)',
    checked: posted.refused ? posted.value('anonymous') !== undefined : known,
  };
}

function choices<Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
): readonly { readonly value: Value; readonly label: string }[] {
  return values.map((value) => ({ value, label: words[value] }));
}
