import type { CaseKind, DraftApprovalEntity, DraftEntity, PresentWriter, RevisionLine } from '../../drafting/index.js';
import type { Annex } from '../../drafting/domain/annexes.js';
import type { DraftAbilities } from '../../drafting/domain/policy.js';
import type { DraftState } from '../../drafting/domain/draft.js';
import { FORMAT_RULES, RULE_NAMES } from '../../drafting/domain/format/rules/rule-table.js';
import { checkLetter, rulesKept, type LetterOptions } from '../../drafting/domain/letter/letter-check.js';
import type { WordReading } from '../../drafting/domain/word/word-reading.js';
import type { LetterDisclosures } from '../../drafting/domain/letter/letter-privacy.js';
import { formErrors } from '../../drafting/domain/letter/written-letter.js';
import type { LetterRecipientEntity } from '../../exchange/index.js';
import { LONGEST_REASON, needsReason } from '../../drafting/domain/revision.js';
import { SYSTEM, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { givenName } from '../../kernel/vietnamese.js';
import { shortActor } from './names.js';
import type { Signer } from '../../delegation/index.js';
import type { MissingCode } from '../../signing/domain/missing-code.js';
import type { SeenTicket, SeenLine } from '../../tickets/index.js';
import { isAmendmentInHand } from '../../tickets/domain/amendment.js';
import { LETTER_NOT_EVIDENCED } from '../../tickets/domain/answer.js';
import type { ActField, ActFormView } from '../components/act-form.js';
import type { FormatFindingsView } from '../components/format-findings.js';
import type { LetterPagesView } from '../components/letter-pages.js';
import type { RouteStep } from '../components/route.js';
import type { DraftLack, DraftView } from '../views/draft-page.js';
import { count } from '../wording/numbers.js';
import { recentMoment, shortMoment } from '../wording/time.js';
import { caseLink } from './letter-case.js';
import { letterFields, registerFields, storedLetter, unwritten, type StoredLetter } from './draft-form.js';
import { draftHref, revisionHref, revisionPages, revisionRows } from './draft-revisions.js';
import { draftAnnexesView } from './draft-annexes.js';
import { recipientsLink } from './recipients-link.js';
import { draftWordView } from './draft-word.js';
import { overtakenView, writersWords } from './draft-writers.js';
import { approvalWarning, privacyFindings, warnedFields } from './letter-privacy.js';
import { refusedValues, type RefusedAct } from './refused-values.js';
import { ticketPill, type Today } from './ticket-deadline.js';
import { codeLacks, missingCodeNotes } from './missing-codes.js';

/** What was read for the page of a draft. */
export interface DraftReading {
  readonly actor: Actor;
  readonly draft: DraftEntity;
  readonly may: DraftAbilities;
  /** The ticket that it answers; null for a document that answers none. */
  readonly ticket: SeenTicket | null;
  /** Title and version of the template: `Công văn trả lời phản ánh, kiến nghị, bản 1`. */
  readonly template: string;
  readonly approvals: readonly DraftApprovalEntity[];
  /** Newest first. */
  readonly revisions: readonly RevisionLine[];
  /** The ticket's course, newest first, or what stands for it: it holds who gave the letter back. */
  readonly entries: readonly Pick<SeenLine, 'kind' | 'actorName' | 'at'>[];
  readonly author: string;
  /** Who may sign it today, the usual signer first. */
  readonly signers: readonly Signer[];
  /** Whether the house allows academic titles before the signer's name. */
  readonly titlesAllowed: boolean;
  /** Where it says something of the house or its signer that is no longer so, in words. */
  readonly outdated: readonly string[];
  /** Why its signer cannot sign with a certificate that is bound to them; null where nothing speaks against it. */
  readonly lapsed: string | null;
  /** Whom the e-office does not know yet, and the letter needs there. */
  readonly missingCodes: readonly MissingCode[];
  /** What it tells of people to those who must not know it. */
  readonly disclosures: LetterDisclosures;
  /** Where the present revision was written in Word: what was read of its file, and which revision it came from. */
  readonly word: { readonly basedOn: number | null; readonly reading: WordReading } | null;
  /** Annexes in files of their own. */
  readonly annexes: readonly Annex[];
  /** Agencies that were chosen besides the one that it answers. */
  readonly recipients: readonly Pick<LetterRecipientEntity, 'name'>[];
  readonly mayChoose: boolean;
  /** How many pages can be shown as pictures; 0 when none can be made here. */
  readonly pages: number;
}

const NAMES: Readonly<Record<CaseKind, string>> = {
  ticket: 'Công văn trả lời',
  report: 'Báo cáo',
  reminder: 'Công văn đôn đốc',
  officerChange: 'Công văn báo thay đổi đầu mối',
};

const LETTERS = { correction: 'Công văn đính chính', replacement: 'Công văn thay thế' } as const;

/** What a draft is to become: `Công văn trả lời`. */
export function letterName({ amendment, caseKind }: Pick<DraftEntity, 'amendment' | 'caseKind'>): string {
  return amendment === null ? NAMES[caseKind] : LETTERS[amendment];
}

export function draftView(
  reading: DraftReading & { readonly writers: readonly PresentWriter[] },
  refused: RefusedAct | null,
  today: Today,
): DraftView {
  const { draft, may, signers } = reading;
  const letter = storedLetter(draft);
  const format = formatView(letter, reading);
  const typed = refused?.action === draftHref(draft.id) ? refused : null;
  const reason = reasonField(draft, typed);
  const { lapsed } = reading;
  const fields = letterFields({ letter, signerId: draft.signerId, lapsed, signers, refused: typed });
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
    format,
    template: templateWords(reading),
    fields: warnedFields(reading.word ? registerFields(fields) : fields, reading.disclosures),
    errors: [],
    reason,
    word: may.edit && draft.docxSha256 !== null ? draftWordView({ ...reading, reason }, refused) : null,
    annexes: draftAnnexesView({ ...reading, reason }, refused),
    recipients: recipientsLink(reading),
    versions: revisionRows(draft, reading.revisions),
    letter: letterPages(letter, reading),
    may: {
      save: may.edit && reading.word === null,
      submit: may.edit && draft.state === 'editing',
      approveContent: may.approveContent,
      approveFormat: may.approveFormat,
      sendBack: may.giveBack,
      submitForSignature: may.submit,
    },
    drop: dropping(reading, refused),
    lacks: draft.state === 'editing' ? lacksOf(letter, reading) : [...lapsedLack(lapsed), ...codeLacks(reading)],
    missingCodes: missingCodeNotes(reading),
    warned: may.approveContent ? approvalWarning(reading.disclosures) : null,
  };
}

function lapsedLack(lapsed: string | null): readonly DraftLack[] {
  return lapsed === null ? [] : [{ text: lapsed, mend: TO_TEXT }];
}

/** What the page says of the case: a reply has the time of its ticket, and goes to the head of its unit. */
function caseView(
  { actor, draft, ticket }: DraftReading,
  today: Today,
): Pick<DraftView, 'origin' | 'deadline' | 'sendLabel'> {
  return {
    origin: caseLink(actor, draft, ticket),
    deadline: ticket && ticketPill(ticket, today),
    sendLabel: ticket === null ? 'Trình duyệt nội dung' : 'Trình trưởng phòng',
  };
}

function templateWords({ template, word }: DraftReading): string {
  return word ? `${template}, lời văn sửa trong Word` : template;
}

/** A revision is being made into its page until it has one, or a reason why not. */
export function isBeingMade({ pdfSha256, pdfProblem }: Pick<DraftEntity, 'pdfSha256' | 'pdfProblem'>): boolean {
  return pdfSha256 === null && pdfProblem === null;
}

type Blockable = Pick<DraftReading, 'draft' | 'outdated' | 'lapsed' | 'word' | 'titlesAllowed'> & {
  readonly ticket: Pick<SeenTicket, 'id' | 'evidence'> | null;
};

/** All that a letter lacks before it can be sent on, each with the place where it is mended, in the order in which one comes to it. */
export function lacksOf(letter: StoredLetter, reading: Blockable): readonly DraftLack[] {
  const { draft, ticket, outdated, lapsed, word, titlesAllowed } = reading;
  const missing = unwritten(letter);
  const failed = outdated.length + formErrors(letter, word?.reading ?? null, { titlesAllowed }).length;
  return [
    ...textLacks(missing, failed),
    // Of a letter that is not written yet there is no page to wait for.
    ...(missing.length + failed > 0 ? [] : pageLacks(draft)),
    ...(lapsed === null ? [] : [{ text: lapsed, mend: TO_TEXT }]),
    ...(ticket?.evidence === null ? [{ text: LETTER_NOT_EVIDENCED, mend: toEvidence(ticket.id) }] : []),
  ];
}

const TO_TEXT = { href: '#t-noi-dung', label: 'Tới phần Nội dung' };

function textLacks(missing: readonly string[], failed: number): readonly DraftLack[] {
  if (missing.length > 0) return [{ text: `Còn phải viết: ${missing.join(', ')}. Viết xong bấm Lưu.`, mend: TO_TEXT }];
  if (failed === 0) return [];
  const mend = { href: '#song-the-thuc', label: 'Xem lỗi' };
  return [{ text: `Còn ${count(failed)} lỗi thể thức phải sửa trước khi trình.`, mend }];
}

function pageLacks(draft: DraftEntity): readonly DraftLack[] {
  if (isBeingMade(draft)) return [{ text: 'Đang tạo trang in; chờ vài giây.', mend: null }];
  if (draft.pdfSha256 !== null) return [];
  return [{ text: 'Chưa tạo được trang in.', mend: { href: '#song-trang-in', label: 'Xem lý do' } }];
}

function toEvidence(ticketId: string): NonNullable<DraftLack['mend']> {
  return { href: `/phieu/${ticketId}#them-tai-lieu`, label: 'Mở phần Tài liệu của phiếu' };
}

/**
 * A letter that lacks something is not sent, and its writer is told all of it. Whoever may not write it is refused by the act itself.
 *
 * @throws DomainError `input-invalid`
 */
export function requireNothingLacking(reading: Blockable & Pick<DraftReading, 'may'>): void {
  if (!reading.may.edit || reading.draft.state !== 'editing') return;
  const lacks = lacksOf(storedLetter(reading.draft), reading);
  if (lacks.length === 0) return;
  throw new DomainError('input-invalid', { message: `Chưa trình được. ${lacks.map(({ text }) => text).join(' ')}` });
}

function formatView(letter: StoredLetter, reading: DraftReading): FormatFindingsView {
  const { draft, outdated, disclosures, word, titlesAllowed } = reading;
  const mend = word ? 'Sửa trong Word rồi nộp lại.' : 'Bấm “Lưu bản thảo”.';
  const names = outdated.map((message) => ({ severity: 'error' as const, message, mend }));
  const { findings, passed } = word ? wordFormat(word.reading) : fieldsFormat(letter, { titlesAllowed });
  const making = isBeingMade(draft) && unwritten(letter).length === 0;
  const told = privacyFindings(disclosures);
  return {
    findings: [...names, ...findings, ...told],
    passed,
    pending: making ? 'đang tạo trang in' : null,
  };
}

type FormatOf = Pick<FormatFindingsView, 'findings' | 'passed'>;

function fieldsFormat(letter: StoredLetter, options: LetterOptions): FormatOf {
  const findings = checkLetter(letter, options).map(({ severity, message, source, mend }) => ({
    severity: severity === 'fail' ? ('error' as const) : ('warning' as const),
    message,
    mend: mend === undefined ? source : `${mend}. ${source}`,
  }));
  return { findings, passed: rulesKept(letter, options) };
}

/** A letter that was written in Word may depart in all that a page shows. */
function wordFormat({ findings }: WordReading): FormatOf {
  const broken = new Set(findings.map(({ rule }) => rule));
  return {
    findings: findings.map(({ severity, where, message, source }) => ({
      severity,
      message,
      mend: `${where}. ${source}`,
    })),
    passed: RULE_NAMES.filter((rule) => !broken.has(rule)).map((rule) => FORMAT_RULES[rule].kept),
  };
}

function letterPages(letter: StoredLetter, { draft, pages }: DraftReading): LetterPagesView {
  const missing = unwritten(letter);
  const shown = revisionPages(revisionHref(draft.id, draft.revision), { made: draft, pages });
  if (shown.state === 'ready' || missing.length === 0) return shown;
  const docxHref = shown.state === 'unavailable' ? shown.docxHref : null;
  return { state: 'unavailable', reason: `Viết ${missing.join(', ')} rồi lưu; trang in sẽ hiện ở đây.`, docxHref };
}

function dropping({ draft, may }: DraftReading, refused: RefusedAct | null): ActFormView | null {
  const isDocument = draft.caseKind !== 'ticket' && draft.state === 'editing';
  if (!may.edit || !(isDocument || isAmendmentInHand(draft))) return null;
  const action = `${draftHref(draft.id)}/bo`;
  const was = refusedValues(refused, action);
  return {
    id: 'bo-ban-thao',
    label: 'Bỏ bản thảo này…',
    action,
    submit: 'Bỏ bản thảo',
    lead: `${letterName(draft)} được rút, nội dung vẫn lưu. ${isDocument ? 'Soạn lại được từ đầu.' : 'Văn bản gốc giữ nguyên và đính chính, thay thế lại được.'}`,
    fields: [],
    error: was.whole(),
    open: was.refused,
  };
}

/** Asked for always, demanded where the letter came back or was approved. */
function reasonField(draft: DraftEntity, refused: RefusedAct | null): ActField {
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
    maxLength: LONGEST_REASON,
    value: typeof typed === 'string' ? typed : '',
    error: refused?.field === 'reason' ? refused.sentence : null,
  };
}

function savedWords({ draft, revisions, author }: DraftReading, { now }: Today): string {
  const by = revisions.find(({ revision }) => revision === draft.revision)?.writerName ?? author;
  return `Lưu lúc ${recentMoment(draft.savedAt, civilDateOf(now))} bởi ${by}.`;
}

/** Which of the four steps each state of a draft stands at; a finished letter has passed them all. */
const STANDS_AT: Readonly<Record<DraftState, number>> = {
  editing: 0,
  contentReview: 1,
  formatReview: 2,
  approved: 3,
  submitted: 4,
  done: 4,
  withdrawn: 0,
};

const STEPS = ['Dự thảo', 'Duyệt nội dung', 'Duyệt thể thức', 'Trình ký'] as const;

/** Where a draft is on its way; approvals of earlier revisions do not count. */
export function draftSteps(
  { draft, approvals, author }: Pick<DraftReading, 'draft' | 'approvals' | 'author'>,
  { now }: Today,
): readonly RouteStep[] {
  const today = civilDateOf(now);
  const at = STANDS_AT[draft.state];
  const approved = (kind: DraftApprovalEntity['kind']): string | null => {
    const act = approvals.findLast((one) => one.kind === kind && one.revision === draft.revision);
    return act ? `${shortActor(act.approverName)}, ${recentMoment(act.at, today)}` : null;
  };
  const facts = [
    `${givenName(author)}, ${recentMoment(draft.savedAt, today)}`,
    approved('content'),
    approved('format'),
    null,
  ];
  return STEPS.map((name, step) => ({
    name,
    state: step < at ? 'done' : step === at ? 'now' : 'ahead',
    fact: step <= at ? (facts[step] ?? null) : null,
  }));
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
