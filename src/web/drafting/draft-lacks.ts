import { leftOverIn } from '../../drafting/domain/letter/left-over.js';
import { detailWords, unkeptOf, type PrivateDetail } from '../../drafting/domain/letter/private-details.js';
import { formErrors } from '../../drafting/domain/letter/written-letter.js';
import type { DraftEntity } from '../../drafting/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { LETTER_NOT_EVIDENCED } from '../../tickets/domain/reply/answer.js';
import type { SeenTicket } from '../../tickets/index.js';
import type { DraftLack } from './draft-acts.js';
import { count } from '../kit/words/numbers.js';
import { partLabel, storedLetter, unwritten, type StoredLetter } from './draft-form.js';
import type { DraftReading } from './draft-reading.js';
import { personHref } from '../organisation/unit-view.js';

/** A revision is being made into its page until it has one, or a reason why not. */
export function isBeingMade({ pdfSha256, pdfProblem }: Pick<DraftEntity, 'pdfSha256' | 'pdfProblem'>): boolean {
  return pdfSha256 === null && pdfProblem === null;
}

type Blockable = Pick<DraftReading, 'draft' | 'details' | 'outdated' | 'lapsed' | 'word' | 'titlesAllowed'> & {
  readonly ticket: Pick<SeenTicket, 'id' | 'evidence'> | null;
};

/** All that a letter lacks before it can be sent on, each with the place where it is corrected, in the order of the page. */
export function lacksOf(letter: StoredLetter, reading: Blockable): readonly DraftLack[] {
  const { draft, ticket, outdated, lapsed, word, titlesAllowed } = reading;
  const missing = unwritten(letter);
  const failed = outdated.length + formErrors(letter, word?.reading ?? null, { titlesAllowed }).length;
  return [
    ...textLacks(missing, failed),
    ...markLacks(reading),
    ...detailLacks(reading),
    // Of a letter that is not written yet there is no page to wait for.
    ...(missing.length + failed > 0 ? [] : pageLacks(draft)),
    ...(lapsed === null ? [] : [{ text: lapsed, mend: TO_TEXT }]),
    ...(ticket?.evidence === null ? [{ text: LETTER_NOT_EVIDENCED, mend: toEvidence(ticket.id) }] : []),
  ];
}

const TO_TEXT = { href: '#t-noi-dung', label: 'Tới phần Nội dung' };

/** Where something was left to be replaced, a lack for each part of the letter. */
export function markLacks({
  draft: { fields, template },
  word,
}: Pick<Blockable, 'draft' | 'word'>): readonly DraftLack[] {
  return leftOverIn({ fields, reading: word?.reading ?? null }).map(({ field, message }) => ({
    text: `${partLabel(field, template)}: ${message}`,
    mend: field === 'file' ? null : { href: `#${field}`, label: 'Tới chỗ ấy' },
  }));
}

/** Private details for which nobody has said why they stay, a lack for each part of the letter. */
export function detailLacks(reading: Pick<Blockable, 'draft' | 'details' | 'word'>): readonly DraftLack[] {
  const open = openDetails(reading);
  return [...new Set(open.map(({ field }) => field))].map((field) => ({
    text: `${partLabel(field, reading.draft.template)}: còn ${detailWords(open.filter((one) => one.field === field))}. ${howToMend(field)}`,
    mend: { href: placeOf(field, reading), label: 'Tới chỗ ấy' },
  }));
}

function howToMend(field: string): string {
  return field === 'annexes'
    ? 'Bỏ tệp, đổi tên rồi thêm lại, hoặc nêu lý do giữ.'
    : 'Thay bằng lời chung, hoặc nêu lý do giữ.';
}

/** A letter that was written in Word has no fields to go to, and the names of annexes stand in a panel of their own. */
function placeOf(field: string, { word }: Pick<Blockable, 'word'>): string {
  if (field === 'annexes') return '#t-phu-luc';
  return word ? '#giu-chi-tiet' : `#${field}`;
}

/** Private details of the letter for which its writer is asked. */
export function openDetails({ draft, details }: Pick<Blockable, 'draft' | 'details'>): readonly PrivateDetail[] {
  return unkeptOf(details, draft.keptDetails);
}

/** What keeps a letter that was sent on from going to its leader; a missing code keeps nobody from approving it before. */
export function signingLacks({
  draft,
  word,
  may,
  lapsed,
  missingCodes,
}: Pick<DraftReading, 'draft' | 'word' | 'lapsed' | 'missingCodes'> & {
  readonly may: Pick<DraftReading['may'], 'submit'>;
}): readonly DraftLack[] {
  if (lapsed !== null) return [{ text: lapsed, mend: TO_TEXT }];
  const marks = markLacks({ draft, word });
  if (marks.length > 0) return marks;
  if (!may.submit) return [];
  return missingCodes.map(({ personId, words }) => ({
    text: words,
    mend: { href: personHref(personId), label: 'Mở trang của người đó' },
  }));
}

/** The codes that are missing, for those who cannot submit the letter now. */
export function missingCodeNotes({
  may,
  missingCodes,
}: Pick<DraftReading, 'missingCodes'> & {
  readonly may: Pick<DraftReading['may'], 'submit'>;
}): readonly { readonly words: string; readonly href: string }[] {
  return may.submit ? [] : missingCodes.map(({ personId, words }) => ({ words, href: personHref(personId) }));
}

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
 * A letter that lacks something is not sent, and its writer is told all of it. An actor who may not write it is refused by the act itself.
 *
 * @throws DomainError `input-invalid`
 */
export function requireNothingLacking(reading: Blockable & Pick<DraftReading, 'may'>): void {
  if (!reading.may.edit || reading.draft.state !== 'editing') return;
  const lacks = lacksOf(storedLetter(reading.draft), reading);
  if (lacks.length === 0) return;
  throw new DomainError('input-invalid', { message: `Chưa trình được. ${lacks.map(({ text }) => text).join(' ')}` });
}
