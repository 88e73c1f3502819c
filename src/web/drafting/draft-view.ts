import type { CaseKind, DraftEntity } from '../../drafting/index.js';
import { isTypedWhole } from '../../drafting/domain/case.js';
import { leftOverIn } from '../../drafting/domain/letter/left-over.js';
import { keptOf } from '../../drafting/domain/letter/private-details.js';
import type { WrittenLetter } from '../../drafting/domain/letter/written-letter.js';
import { MAX_REASON_LENGTH, needsReason } from '../../drafting/domain/revision.js';
import { goesOn, sittingAt } from '../../drafting/domain/sitting.js';
import { SYSTEM } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { isAmendmentInHand } from '../../tickets/domain/reply/amendment.js';
import type { ActField } from '../kit/acts/act-field.js';
import type { ActFormView } from '../kit/acts/act-form.js';
import type { LetterField } from './letter-fields.js';
import type { LetterPagesView } from '../kit/letter-pages/letter-pages.js';
import type { DraftView } from './draft-page.js';
import { recentMoment, shortMoment } from '../kit/words/time.js';
import { caseLink } from './letter-case.js';
import { kindNamed } from '../../../templates/catalogue.js';
import {
  firstUnwritten,
  letterFields,
  registerFields,
  storedLetter,
  unwritten,
  type StoredLetter,
} from './draft-form.js';
import { formatView, isFormWritten } from './draft-format-view.js';
import { draftSteps } from './draft-steps.js';
import {
  draftHref,
  formatRepairHref,
  repairHref,
  revisionHref,
  revisionPages,
  revisionRows,
} from '../revisions/draft-revisions.js';
import type { DraftBesideView } from './draft-beside.js';
import { answeredView, earlierTexts, standardTexts } from './draft-beside-view.js';
import { draftAnnexesView } from './draft-annexes-view.js';
import { recipientsLink } from '../documents/recipients-link.js';
import { draftWordView } from '../revisions/draft-word-view.js';
import { overtakenView, writersWords } from './draft-writers-view.js';
import { approvalWarning, keepForm, keptWords, repairableFields, warnedFields } from './letter-privacy.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { ticketPill, type Today } from '../deadlines/ticket-deadline.js';
import { lacksOf, missingCodeNotes, openDetails, signingLacks } from './draft-lacks.js';
import type { DraftReading, OpenedDraft } from './draft-reading.js';
import { namingForm } from './naming-form.js';
import { PRESS } from '../kit/form/posted-form.js';

const NAMES: Readonly<Partial<Record<CaseKind, string>>> = {
  ticket: 'Công văn trả lời',
  report: 'Báo cáo',
  reminder: 'Công văn đôn đốc',
  officerChange: 'Công văn báo thay đổi đầu mối',
};

const LETTERS = { correction: 'Công văn đính chính', replacement: 'Công văn thay thế' } as const;

/** What a draft is to become: `Công văn trả lời`. */
export function letterName({
  amendment,
  caseKind,
  template,
}: Pick<DraftEntity, 'amendment' | 'caseKind' | 'template'>): string {
  if (amendment !== null) return LETTERS[amendment];
  return NAMES[caseKind] ?? kindNamed(template)?.title ?? 'Văn bản';
}

export function draftView(reading: OpenedDraft, refused: RefusedAct | null, today: Today): DraftView {
  const { draft, may, signers } = reading;
  const letter = storedLetter(draft);
  const posts = [draftHref(draft.id), repairHref(draft.id), formatRepairHref(draft.id)];
  const typed = refused !== null && posts.includes(refused.action) ? refused : null;
  const reason = reasonField(draft, typed);
  const { lapsed } = reading;
  const whole = isTypedWhole(draft.caseKind);
  const fields = letterFields({ letter, whole, signerId: draft.signerId, lapsed, signers, refused: typed });
  return {
    id: draft.id,
    ...caseView(reading, today),
    heading: `${letterName(draft)}, bản thảo ${String(draft.revision)}`,
    saved: savedWords(reading, today),
    version: draft.version,
    revision: draft.revision,
    writers: writersWords(reading.writers),
    overtaken: overtakenView(draft, reading.revisions, typed),
    steps: draftSteps(reading, today),
    sentBack: sentBackView(reading),
    format: formatView(letter, reading, fields),
    template: templateWords(reading),
    fields: shownFields(reading.word ? registerFields(fields) : fields, reading),
    beginAt: typed === null && draft.state === 'editing' ? firstUnwritten(letter) : null,
    ...answered(reading, refused),
    errors: [],
    reason: reasonField(draft, typed, reasonOfSitting(reading, today)),
    word: may.edit && draft.docxSha256 !== null ? draftWordView({ ...reading, reason }, refused) : null,
    annexes: draftAnnexesView({ ...reading, reason }, refused),
    recipients: recipientsLink(reading),
    beside: besideView(letter, reading),
    may: openSteps(reading),
    drop: dropping(reading, refused),
    lacks: draft.state === 'editing' ? lacksOf(letter, reading) : signingLacks(reading),
    missingCodes: missingCodeNotes(reading),
    warned: may.approveContent ? approvalWarning(reading.disclosures) : null,
  };
}

function openSteps(reading: DraftReading): DraftView['may'] {
  const { draft, may, word } = reading;
  return {
    save: isFormWritten(reading),
    saveByItself: may.saveByItself && word === null,
    submit: may.edit && draft.state === 'editing',
    approveContent: may.approveContent,
    approveFormat: may.approveFormat,
    sendBack: may.giveBack,
    submitForSignature: may.submit,
  };
}

/** What private stays in the letter with its reason, and where a writer gives one or names the sender. */
function answered(reading: OpenedDraft, refused: RefusedAct | null): Pick<DraftView, 'keep' | 'kept' | 'naming'> {
  const { draft, may } = reading;
  return {
    naming: namingForm(reading, refused),
    keep: may.edit ? keepForm(draft, openDetails(reading), refused) : null,
    kept: keptWords(keptOf(reading.details, draft.keptDetails), draft.keptDetails),
  };
}

function writtenOf({ draft, word }: DraftReading): WrittenLetter {
  return { fields: draft.fields, reading: word?.reading ?? null };
}

/** The fields with what is wrong in them; only a writer of the form corrects them there. */
function shownFields(fields: readonly LetterField[], reading: DraftReading): readonly LetterField[] {
  const warned = warnedFields(fields, reading.disclosures);
  if (!reading.may.edit || reading.word !== null) return warned;
  const marked = new Set(leftOverIn(writtenOf(reading)).map(({ field }) => field));
  return repairableFields(warned, { id: reading.draft.id, details: openDetails(reading), marked });
}

/** What the page says of the case: a reply has the time of its ticket, and goes to the head of its unit. */
function caseView(
  { actor, draft, ticket }: DraftReading,
  today: Today,
): Pick<DraftView, 'origin' | 'deadline' | 'sendLabel'> {
  return {
    origin: caseLink(actor, draft, ticket),
    deadline: ticket && ticketPill(ticket, today),
    sendLabel: ticket === null ? 'Trình duyệt nội dung' : 'Trình thủ trưởng đơn vị',
  };
}

function templateWords({ template, word }: DraftReading): string {
  return word ? `${template}, nội dung sửa trong Word` : template;
}

function besideView(letter: StoredLetter, reading: DraftReading): DraftBesideView {
  const { draft, ticket, beside, revisions } = reading;
  return {
    letter: letterPages(letter, reading),
    ticket: ticket && answeredView(ticket, beside),
    standard: standardTexts(reading, beside),
    earlier: earlierTexts(beside),
    versions: revisionRows(draft, revisions),
  };
}

function letterPages(letter: StoredLetter, { draft, beside: { pages } }: DraftReading): LetterPagesView {
  const missing = unwritten(letter);
  const shown = revisionPages(revisionHref(draft.id, draft.revision), { made: draft, pages });
  if (shown.state === 'ready' || missing.length === 0) return shown;
  const docxHref = shown.state === 'unavailable' ? shown.docxHref : null;
  return { state: 'unavailable', reason: `Viết ${missing.join(', ')} rồi lưu; trang in sẽ hiện ở đây.`, docxHref };
}

function dropping({ draft, may }: DraftReading, refused: RefusedAct | null): ActFormView | null {
  const isDocument = draft.caseKind !== 'ticket' && draft.state === 'editing';
  if (!may.edit || !(isDocument || isAmendmentInHand(draft))) return null;
  const frame = {
    id: 'bo-ban-thao',
    label: 'Bỏ bản thảo này…',
    action: `${draftHref(draft.id)}/bo`,
    submit: 'Bỏ bản thảo',
    lead: `${letterName(draft)} được rút, nội dung vẫn lưu. ${isDocument ? 'Soạn lại được từ đầu.' : 'Văn bản gốc giữ nguyên và đính chính, thay thế lại được.'}`,
  };
  return PRESS.draw(frame, refused);
}

/** Always offered; required where the letter was sent back or approved. */
function reasonField(draft: DraftEntity, refused: RefusedAct | null, standing = ''): ActField {
  const typed = refused?.fields['reason'];
  const mustSay = needsReason(draft);
  return {
    kind: 'text',
    name: 'reason',
    label: 'Lý do sửa',
    hint: mustSay
      ? `${draft.state === 'approved' ? 'Lưu thì hai lần duyệt mất hiệu lực' : 'Văn bản đã bị trả lại'}; ghi đã sửa gì, vì sao.`
      : 'Không bắt buộc. Ghi ngắn để người sau biết bản này khác gì.',
    required: mustSay,
    maxLength: MAX_REASON_LENGTH,
    value: typeof typed === 'string' ? typed : standing,
    error: refused?.field === 'reason' ? refused.sentence : null,
  };
}

/** The reason that this person has given, while what they save by themselves still goes over the same revision. */
function reasonOfSitting({ actor, draft, revisions }: DraftReading, { now }: Today): string {
  const present = revisions.find(({ revision }) => revision === draft.revision);
  const mine = sittingAt(actor, { page: null, turn: 0 });
  return present && goesOn(present, mine, now) ? (present.reason ?? '') : '';
}

function savedWords({ draft, revisions, author }: DraftReading, { now }: Today): string {
  const by = revisions.find(({ revision }) => revision === draft.revision)?.writerName ?? author;
  return `Lưu lúc ${recentMoment(draft.savedAt, civilDateOf(now))} bởi ${by}.`;
}

const RETURNS: readonly string[] = [
  ...['givenBack', 'returnedByLeader', 'rejectedByLeader', 'refusedByEOffice', 'signatureWithdrawn'],
  ...['cancelledByEOffice', 'failedAtEOffice', 'proofFailed', 'numberVoided'],
];

function sentBackView({ draft, entries }: DraftReading): DraftView['sentBack'] {
  if (draft.state !== 'editing' || draft.returnReason === null) return null;
  const act = entries.find(({ kind }) => RETURNS.includes(kind));
  const by = act === undefined || act.actorName === SYSTEM.name ? 'E-office' : act.actorName;
  return { by, when: shortMoment(act?.at ?? draft.savedAt), reason: draft.returnReason };
}
