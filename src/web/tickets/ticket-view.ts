import { incomingWords } from '../../documents/domain/arrival/arrival-number.js';
import type { OutgoingDocumentEntity } from '../../documents/index.js';
import { sameNumberWarning } from '../registers/same-number.js';
import { printedCode } from '../../documents/domain/register.js';
import type { DraftEntity } from '../../drafting/index.js';
import { civilDateOf, isoInVietnam } from '../../kernel/civil-date.js';
import { hasRole, SYSTEM } from '../../kernel/actor.js';
import { PETITION_READERS } from '../../petitions/domain/petition-access.js';
import { type Duty, LEVEL_WORDS } from '../../law/index.js';
import { mayTakeEvidence } from '../../signing/domain/policy.js';
import { isOverdue } from '../../supervision/domain/directive.js';
import { SUPERVISION_READERS } from '../../supervision/domain/policy.js';
import { isTextInside } from '../../tickets/domain/reply/told-outside.js';
import { NOTE_FIELDS, type TicketDeadlineEntity, type SeenLine } from '../../tickets/index.js';
import type { CitizenWordsView } from '../identity/citizen-words.js';
import type { Fact } from '../kit/facts.js';
import type { ProgressBoxView } from './progress-box.js';
import type { RowView } from '../kit/row-list.js';
import type { TimelineEntry } from './timeline.js';
import { evidenceField } from './evidence-form.js';
import type { TicketListView, TicketView } from './ticket-page.js';
import { count } from '../kit/words/numbers.js';
import { outgoingWords } from '../documents/outgoing-standing.js';
import { fileStateLabel } from '../records/record-files-words.js';
import { ticketStateLabel } from '../kit/words/states.js';
import { DIRECTIVE_STATE_WORDS } from '../supervision/supervision-words.js';
import { atStart, dueMoment, fullDay, moment, shortMoment } from '../kit/words/time.js';
import { complaintFact } from '../identity/complaint.js';
import { exchangeView } from '../exchange/exchange-view.js';
import { fullTitle, unitName } from '../kit/names.js';
import { letterName } from '../drafting/draft-view.js';
import { ticketHref as watchedHref } from '../supervision/inspection.js';
import { incomingHref } from '../documents/pair.js';
import { textRedaction } from '../identity/redaction-view.js';
import type { RefusedNote } from '../kit/refused-note.js';
import { ticketActs, ticketMatters } from './ticket-acts.js';
import { DIRECTIVES } from '../supervision/supervision-view.js';
import { deadlinePanel } from '../deadlines/deadline-panel.js';
import type { Today } from '../deadlines/ticket-deadline.js';
import type { TicketReading } from './ticket-reading.js';
import { isToldByItself, readByCitizen } from '../exchange/told-citizen.js';
import { identityView, maskedFacts } from '../identity/identity-view.js';
import { assignmentView } from './ticket-units-view.js';
import { broughtFiles, channelWords, citizenFiles, draftStep, kindWords } from './ticket-words.js';

export function ticketView(reading: TicketReading, refused: RefusedNote | null, today: Today): TicketView {
  const { ticket, may } = reading;
  return {
    id: ticket.id,
    line: Math.max(0, ...reading.entries.map(({ seq }) => seq)),
    code: ticket.code,
    subject: ticket.subject,
    unit: unitName(reading.names, ticket.leadUnitId) ?? (ticket.place === '' ? 'chưa giao đơn vị' : ticket.place),
    state: ticketStateLabel(ticket.state),
    list: reading.place && listView(reading.place),
    words: wordsView(reading),
    deadline: deadlinePanel(reading, today),
    responsibility: responsibilityOf(reading),
    exchange: exchangeView(reading.dispatches, ticket.text),
    pair: [...pairOf(reading), ...fileRows(reading)],
    watch: watchRows(reading),
    timeline: reading.entries.map(timelineEntry),
    acts: ticketActs(reading),
    matters: ticketMatters(reading),
    may: {
      accept: may.acts.has('accept'),
      acceptAssignment: may.acts.has('unitAccept'),
      assign: assignmentView(reading),
      note: may.acts.has('note') ? noteView(reading, refused) : null,
      draft: draftStep(ticket.id, may, lettersOf(reading), reading.place?.code ?? null),
    },
  };
}

/** What supervision wants done about it, and, for those who supervise, the way to what they found. */
function watchRows({ ticket, directives, actor, now }: TicketReading): readonly RowView[] {
  const today = civilDateOf(now);
  const found = { icon: 'search' as const, title: 'Kiểm tra, chỉ đạo, đôn đốc', href: watchedHref(ticket.id) };
  return [
    ...(hasRole(actor, ...SUPERVISION_READERS) ? [found] : []),
    ...directives.map((directive) => ({
      icon: directive.state === 'closed' ? ('check' as const) : ('alert' as const),
      title: isOverdue(directive, today) ? 'Chỉ đạo quá hạn trả lời' : DIRECTIVE_STATE_WORDS[directive.state],
      href: `${DIRECTIVES}/${directive.id}`,
      detail: `hạn ${fullDay(directive.dueOn)}`,
    })),
  ];
}

/** The count of a duty that holds in the present cycle. */
function inForce({ ticket, deadlines }: TicketReading, wanted: Duty): TicketDeadlineEntity | null {
  return (
    deadlines.find(
      ({ duty, cycle, supersededAt }) => duty === wanted && cycle === ticket.cycle && supersededAt === null,
    ) ?? null
  );
}

function listView({ label, code, at }: NonNullable<TicketReading['place']>): TicketListView {
  const href = (id: string | null): string | null => (id === null ? null : `/phieu/${id}?danh-sach=${code}`);
  return {
    href: `/?danh-sach=${code}`,
    heading: label,
    position: `phiếu ${count(at.position)} trên ${count(at.total)}`,
    previousHref: href(at.previousId),
    nextHref: href(at.nextId),
  };
}

function wordsView(reading: TicketReading): CitizenWordsView {
  const { actor, ticket, files, life, refused } = reading;
  const { words, sender, text } = ticket;
  return {
    ...words,
    files: text.redacted ? [] : [...citizenFiles(files, mayTakeEvidence(actor)), ...broughtFiles(life.files)],
    facts: [...maskedFacts(sender, ticket.keepSecret), ...factsOf(reading)],
    identity: identityView(ticket.id, sender, refused),
  };
}

function factsOf(reading: TicketReading): readonly Fact[] {
  const { ticket } = reading;
  const facts = [
    { label: 'Kênh', value: channelWords(ticket.channel) },
    { label: 'Loại', value: kindWords(ticket.kind) },
    { label: 'Nhận lúc', value: moment(ticket.startedAt) },
    { label: 'Nơi xảy ra', value: ticket.place },
    { label: 'Lĩnh vực', value: ticket.hotlineCategory },
    { label: 'Mức độ', value: LEVEL_WORDS[ticket.level] },
    { label: 'Đơn vị bị phản ánh', value: complaintFact(reading) ?? '' },
    { label: 'Mã của 1022', value: ticket.hotlineCode ?? '' },
  ];
  return facts.filter(({ value }) => value !== '');
}

/** Who is in charge, and whether he has taken it; while nobody is, until when somebody must be. */
function responsibilityOf(reading: TicketReading): readonly RowView[] {
  const { assignment, names, ticket } = reading;
  if (!assignment || ticket.leadUnitId === null) {
    return [{ icon: 'circle', title: 'Chưa giao đơn vị nào', detail: owedByDesk(reading) }];
  }
  const accepted =
    assignment.acceptedAt === null
      ? `chưa nhận việc; phải nhận trước ${dueMoment(assignment.acceptBy)}`
      : `nhận việc ${shortMoment(assignment.acceptedAt)}`;
  return [
    {
      icon: 'user',
      title: fullTitle(names, ticket.officerId) ?? 'Cán bộ đầu mối',
      detail: `Chủ trì, ${unitName(names, ticket.leadUnitId) ?? ''}; ${accepted}`,
    },
  ];
}

/** What the desk has to do with a ticket that no unit has, and by when. */
function owedByDesk(reading: TicketReading): string | null {
  for (const [duty, words] of DESK_DUTIES) {
    const owed = inForce(reading, duty);
    if (owed?.metAt === null) return `${words} trước ${dueMoment(owed.dueAt)}`;
  }
  return null;
}

const DESK_DUTIES: readonly (readonly [Duty, string])[] = [
  ['acknowledge', 'Sở tiếp nhận'],
  ['returnNotCompetent', 'Hướng dẫn và chuyển trả'],
  ['assign', 'Giao đơn vị chủ trì'],
];

/** The letters of the present cycle, newest first: what an earlier one said is over. */
function lettersOf({ drafts, ticket }: TicketReading): TicketReading['drafts'] {
  return drafts.filter(({ round }) => round === ticket.cycle);
}

/** The incoming document and the letter that answers it, each a way to its register. */
function pairOf(reading: TicketReading): readonly RowView[] {
  const { incoming, replies, ticket } = reading;
  const rows: RowView[] = [];
  if (incoming) {
    const { arrivalDate, senderName } = incoming;
    rows.push({
      icon: 'inbox',
      title: atStart(incomingWords(incoming)),
      href: incomingHref(incoming),
      detail: `${fullDay(arrivalDate)}, ${senderName}`,
    });
    rows.push({
      icon: 'down',
      title: 'Phiếu giải quyết văn bản đến (Word)',
      href: `/phieu/${ticket.id}/phieu-giai-quyet.docx`,
    });
    const warning = sameNumberWarning(reading.sameNumbers);
    if (warning !== null) rows.push({ icon: 'alert', tone: 'bad', title: warning });
  }
  const sent = [...replies.map(outgoingRow), ...reading.amendments.map(draftRow)];
  const [draft] = lettersOf(reading);
  const isWritten = draft !== undefined && draft.state !== 'done' && draft.state !== 'withdrawn';
  if (sent.length > 0) return ticket.cycle > 1 && isWritten ? [...rows, ...sent, draftRow(draft)] : [...rows, ...sent];
  return draft ? [...rows, draftRow(draft)] : rows;
}

/** The file of its papers, and the petition that it was entered as, for those who may have one to look into. */
function fileRows({ recordFile, ticket, actor }: TicketReading): readonly RowView[] {
  const isPetition = ticket.nature === 'complaint' || ticket.nature === 'denunciation';
  const petition: readonly RowView[] =
    isPetition && hasRole(actor, ...PETITION_READERS)
      ? [{ icon: 'book', title: 'Đơn trong Sổ tiếp nhận đơn', href: `/don/cua-phieu/${ticket.id}` }]
      : [];
  if (recordFile === null) return petition;
  const { id, notation, state } = recordFile;
  return [
    ...petition,
    { icon: 'book', title: `Hồ sơ ${notation}`, href: `/ho-so/${id}`, detail: fileStateLabel(state) },
  ];
}

function outgoingRow(document: OutgoingDocumentEntity): RowView {
  const { number, notation, issuedDate } = document;
  return {
    icon: 'send',
    title: `Văn bản đi số ${printedCode(number, notation)}`,
    href: `/van-ban-di/${document.id}`,
    detail: `${fullDay(issuedDate)}, ${outgoingWords(document)}`,
  };
}

function draftRow({ id, revision, state, amendment, template }: DraftEntity): RowView {
  const detail = state === 'submitted' ? 'đã trình ký, chưa có số' : 'chưa có số, chưa trình ký';
  return {
    icon: 'send',
    title: `${letterName({ amendment, caseKind: 'ticket', template })}: bản thảo ${String(revision)}`,
    href: `/du-thao/${id}`,
    detail,
  };
}

/** What people said when a letter came back. */
const LEADERS_WORDS: readonly string[] = ['givenBack', 'returnedByLeader', 'rejectedByLeader', 'signatureWithdrawn'];

function timelineEntry({ at, kind, title, text, actorName, toHotline }: SeenLine): TimelineEntry {
  return {
    at: isoInVietnam(at),
    when: shortMoment(at),
    title,
    by: actorName === SYSTEM.name ? null : actorName,
    text,
    quoted: NOTE_FIELDS.some((field) => field === kind) || LEADERS_WORDS.includes(kind),
    outward: toHotline,
    textInside: isTextInside({ kind, toHotline }),
  };
}

function noteView(reading: TicketReading, refused: RefusedNote | null): ProgressBoxView {
  const { ticket } = reading;
  const action = `/phieu/${ticket.id}/tien-do`;
  const outward = refused?.audience === 'hotline';
  return {
    action,
    audiences: ['internal', 'hotline'],
    audience: outward ? 'hotline' : 'internal',
    outwardLabel: isToldByItself(ticket) ? 'Gửi Tổng đài 1022' : 'Cho người phản ánh',
    outwardHint: readByCitizen(ticket),
    field: NOTE_FIELDS.find((field) => field === refused?.field) ?? 'progress',
    text: refused?.text ?? '',
    ...saidAt(reading, refused),
    redaction: outward ? textRedaction(refused.text, { action, field: 'text', maySend: true }) : null,
  };
}

/** The control for files, where they are taken now, and at which control stands what was refused. */
function saidAt({ may }: TicketReading, refused: RefusedNote | null): Pick<ProgressBoxView, 'error' | 'files'> {
  const said = refused?.sentence ?? '';
  const error = said === '' ? null : said;
  if (!may.acts.has('addEvidence')) return { error, files: null };
  const ofFiles = refused?.ofFiles === true;
  // No browser gives a file back that was chosen before.
  const words = refused === null ? PROOF : { ...PROOF, hint: 'Trang không giữ tệp đã chọn: chọn lại nếu có.' };
  return { error: ofFiles ? null : error, files: evidenceField(words, ofFiles ? error : null) };
}

const PROOF = {
  label: 'Tài liệu chứng minh',
  hint: 'Không bắt buộc. Tệp lưu vào phiếu, không gửi người phản ánh.',
};
