import { CATEGORIES, LEVEL_WORDS, LEVELS, REFUSAL_GROUNDS, REFUSAL_REASONS } from '../../law/index.js';
import { DIVERSIONS, NATURE_WORDS } from '../../tickets/domain/intake/intake-nature.js';
import { suspectedNature } from '../../tickets/domain/intake/suspected-nature.js';
import type { ActName } from '../../tickets/domain/ticket-acts.js';
import { NATURES } from '../../tickets/domain/ticket-state.js';
import type { IdentityInView } from '../../tickets/domain/identity/identity.js';
import type { ActField, ActFormView } from '../kit/act-form.js';
import { complaintField, complaintForm } from '../identity/complaint.js';
import { fieldRedaction } from '../identity/redaction-view.js';
import { mayEndAlone, sharedEndWords } from './ticket-merge-view.js';
import { decidedAction, proposingForm } from '../decisions/proposing.js';
import { isProposed } from '../../tickets/domain/decisions/who-decides.js';
import { refusedValues, type RefusedValues } from '../kit/refused-values.js';
import type { TicketReading } from './ticket-reading.js';
import { proposedAgency, proposedCategory, proposedLevel } from './ticket-proposal.js';
import { isToldByItself, readByCitizen } from '../exchange/told-citizen.js';

/** What the registry and the leader do with a ticket, mostly before a unit has it: complete, classify, return, refuse. */
export function ticketDeskActs(reading: TicketReading): readonly ActFormView[] {
  const forms: readonly (readonly [ActName, (reading: TicketReading) => ActFormView])[] = [
    ['complete', completion],
    ['classify', classification],
    ['return', returning],
    ['reject', rejection],
  ];
  return [
    ...forms
      .filter(([act]) => (reading.may.acts.has(act) || mayPropose(reading, act)) && mayEndAlone(reading))
      .map(([, form]) => form(reading)),
    ...complaintForm(reading),
  ];
}

function mayPropose({ may }: TicketReading, act: ActName): boolean {
  return isProposed(act) && may.proposes.has(act);
}

function completion({ ticket, refused }: TicketReading): ActFormView {
  const action = `/phieu/${ticket.id}/bo-sung`;
  const posted = refusedValues(refused, action);
  const { value, error } = posted;
  const known = knownLines(ticket.sender);
  const sender = (name: SenderLine, label: string): ActField => ({
    kind: SENDER_KINDS[name],
    name,
    label,
    hint: known[name] ? 'Đã có; để trống thì giữ nguyên.' : null,
    value: value(name) ?? '',
    error: error(name),
  });
  return {
    id: 'bo-sung',
    label: ticket.complete ? 'Sửa thông tin phiếu…' : 'Bổ sung thông tin phiếu…',
    action,
    submit: 'Lưu thông tin phiếu',
    lead: ticket.complete
      ? null
      : 'Tin nhận được không kèm phiếu phản ánh. Nội dung phản ánh giữ nguyên, chỉ ghi phần còn thiếu.',
    fields: [
      seen(ticket),
      {
        kind: 'text',
        name: 'subject',
        label: 'Trích yếu',
        required: true,
        maxLength: 500,
        ...line(posted, 'subject', ticket.subject),
      },
      { kind: 'text', name: 'place', label: 'Nơi xảy ra', maxLength: 200, ...line(posted, 'place', ticket.place) },
      { kind: 'radios', name: 'kind', label: 'Loại', options: KINDS, ...line(posted, 'kind', ticket.kind) },
      sender('senderName', 'Họ tên hoặc tên tổ chức'),
      sender('senderPhone', 'Điện thoại'),
      sender('senderEmail', 'Thư điện tử'),
      sender('senderAddress', 'Địa chỉ'),
      {
        kind: 'check',
        name: 'keepSecret',
        label: 'Giữ bí mật danh tính người phản ánh',
        checked: posted.refused ? value('keepSecret') !== undefined : ticket.keepSecret,
      },
    ],
    error: posted.whole('subject', 'place', 'senderName', 'senderPhone', 'senderEmail', 'senderAddress'),
    open: posted.refused || !ticket.complete,
  };
}

type SenderLine = 'senderName' | 'senderPhone' | 'senderEmail' | 'senderAddress';

/** Which lines of the sender the ticket has already; none is told to the unit complained about. */
function knownLines({ masked }: IdentityInView): Readonly<Record<SenderLine, boolean>> {
  return {
    senderName: masked !== null && masked.initials !== '',
    senderPhone: masked !== null && masked.phone !== '',
    senderEmail: masked?.email === true,
    senderAddress: masked?.address === true,
  };
}

function classification(reading: TicketReading): ActFormView {
  const { ticket, refused, policy } = reading;
  const action = `/phieu/${ticket.id}/phan-loai`;
  const posted = refusedValues(refused, action);
  const [field, level] = [proposedCategory(reading), proposedLevel(reading)];
  const suspected = ticket.nature === 'feedback' ? suspectedNature(ticket.words.text) : null;
  const natures = NATURES.map((nature) => ({ value: nature, label: NATURE_WORDS[nature] }));
  const levels = LEVELS.map((one) => ({ value: one, label: LEVEL_WORDS[one] }));
  const categories = CATEGORIES.map((category) => ({ value: category, label: policy.categories[category].name }));
  return {
    id: 'phan-loai',
    label: 'Phân loại…',
    action,
    submit: 'Lưu phân loại',
    lead: 'Đổi mức độ hoặc lĩnh vực thì hạn trả lời được tính lại từ lúc nhận; quá trình ghi cả hạn cũ và hạn mới.',
    warning:
      suspected === null
        ? null
        : `Có thể là ${NATURE_WORDS[suspected.nature].toLocaleLowerCase('vi')}: ${suspected.shows} (“${suspected.quote}”). Đọc kỹ rồi chọn.`,
    fields: [
      seen(ticket),
      {
        kind: 'radios',
        name: 'nature',
        label: 'Nội dung là',
        hint: ticket.leadUnitId === null ? NOT_FEEDBACK : `${NOT_FEEDBACK} ${LEAVES_UNIT}`,
        options: natures,
        ...line(posted, 'nature', ticket.nature),
      },
      { kind: 'radios', name: 'kind', label: 'Loại', options: KINDS, ...line(posted, 'kind', ticket.kind) },
      {
        kind: 'choice',
        name: 'level',
        label: 'Mức độ',
        hint: level.hint,
        options: levels,
        ...line(posted, 'level', level.value),
      },
      {
        kind: 'choice',
        name: 'category',
        label: 'Lĩnh vực',
        options: categories,
        hint: field.hint,
        ...line(posted, 'category', field.value),
      },
      complaintField(reading, posted),
    ],
    error: posted.whole('nature', 'kind', 'level', 'category', 'complainedUnitId'),
    open: posted.refused || suspected !== null,
  };
}

function returning(reading: TicketReading): ActFormView {
  const { ticket, refused } = reading;
  const action = decidedAction(reading, 'return', 'chuyen-tra');
  const posted = refusedValues(refused, action);
  const prepared = ticket.nature === 'feedback' ? null : DIVERSIONS[ticket.nature];
  const form: ActFormView = {
    id: 'chuyen-tra',
    label: prepared === null ? 'Chuyển trả…' : 'Hướng dẫn và chuyển trả…',
    action,
    submit: 'Chuyển trả phiếu',
    lead:
      prepared === null
        ? returnsForAll(reading)
        : 'Nội dung này không xử lý như phản ánh. Đọc và sửa phần soạn sẵn rồi chuyển trả.',
    warning: readByCitizen(ticket),
    fields: [
      competentAgency(reading, { posted, action, known: prepared?.agency }),
      {
        kind: 'area',
        name: 'text',
        label: 'Lý do',
        required: true,
        rows: 5,
        maxLength: 2000,
        ...line(posted, 'text', prepared?.text ?? ''),
        redaction: fieldRedaction(posted, { action, field: 'text', maySend: true }),
      },
    ],
    error: posted.whole('agency', 'text'),
    open: posted.refused || prepared !== null,
  };
  return proposingForm(form, reading, 'return');
}

interface Returning {
  readonly posted: RefusedValues;
  readonly action: string;
  /** Where the nature of the words names one. */
  readonly known: string | undefined;
}

/** Who is competent: as typed, as the nature of the words says, else as proposed. */
function competentAgency(reading: TicketReading, { posted, action, known }: Returning): ActField {
  const other = proposedAgency(reading);
  const told = isToldByItself(reading.ticket) ? FORWARDED : GUIDED;
  return {
    kind: 'text',
    name: 'agency',
    label: 'Cơ quan có thẩm quyền',
    required: true,
    maxLength: 200,
    hint: [told, other?.hint ?? ''].join(' ').trim(),
    ...line(posted, 'agency', known ?? other?.value ?? ''),
    redaction: fieldRedaction(posted, { action, field: 'agency', maySend: true }),
  };
}

/** A return to another agency covers the merged tickets too: the matter is the same for every sender. */
function returnsForAll(reading: TicketReading): string | null {
  if (reading.ticket.mergedIntoId !== null) return sharedEndWords(reading, '');
  return reading.life.merged.length === 0 ? null : 'Chuyển trả cả các phiếu đã gộp vào phiếu này.';
}

function rejection(reading: TicketReading): ActFormView {
  const { ticket, refused, policy } = reading;
  const action = decidedAction(reading, 'reject', 'tu-choi');
  const posted = refusedValues(refused, action);
  const unknown = ticket.anonymous && policy.categories[ticket.category].anonymous === 'reject';
  const reasons = REFUSAL_REASONS.map((reason) => ({ value: reason, label: REFUSAL_GROUNDS[reason].words }));
  const form: ActFormView = {
    id: 'tu-choi',
    label: 'Không tiếp nhận…',
    action,
    submit: 'Không tiếp nhận phiếu',
    lead: unknown
      ? 'Không rõ người phản ánh: theo quy định của lĩnh vực này, phản ánh không được tiếp nhận.'
      : sharedEndWords(reading, 'Căn cứ về riêng người phản ánh này thì'),
    warning: readByCitizen(ticket),
    fields: [
      {
        kind: 'choice',
        name: 'reason',
        label: 'Căn cứ không tiếp nhận',
        required: true,
        options: [{ value: '', label: 'Chọn căn cứ' }, ...reasons],
        ...line(posted, 'reason', unknown ? 'noContact' : ''),
      },
      {
        kind: 'area',
        name: 'text',
        label: 'Giải thích cho người phản ánh',
        hint: `Từ ${String(policy.shortestRefusal)} ký tự.`,
        required: true,
        rows: 4,
        maxLength: 2000,
        ...line(posted, 'text', ''),
        redaction: fieldRedaction(posted, { action, field: 'text', maySend: true }),
      },
    ],
    error: posted.whole('reason', 'text'),
    open: posted.refused,
  };
  return proposingForm(form, reading, 'reject');
}

const FORWARDED = 'Tổng đài 1022 chuyển tiếp đến cơ quan này.';
const GUIDED = 'Hướng dẫn người phản ánh gửi đến cơ quan này.';

const NOT_FEEDBACK =
  'Khiếu nại, tố cáo, bí mật nhà nước, việc khẩn cấp không giao đơn vị xử lý; chỉ hướng dẫn và chuyển trả.';
const LEAVES_UNIT = 'Chọn một trong các loại này thì phiếu rời đơn vị và về Văn thư.';

const SENDER_KINDS = { senderName: 'text', senderPhone: 'phone', senderEmail: 'email', senderAddress: 'text' } as const;

const KINDS = [
  { value: 'feedback', label: 'Phản ánh' },
  { value: 'petition', label: 'Kiến nghị' },
];

/** From which version of the ticket a form was drawn. */
function seen({ version }: TicketReading['ticket']): ActField {
  return { kind: 'hidden', name: 'seen', value: String(version) };
}

/** What stands in a field: what was typed a moment ago, else what is known. */
function line({ value, error }: RefusedValues, name: string, known: string) {
  return { value: value(name) ?? known, error: error(name) };
}
