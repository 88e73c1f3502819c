import { hasRole, type Actor } from '../../../kernel/actor.js';
import { DAY_MS } from '../../../kernel/civil-date.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { beginningOf } from '../../../kernel/beginning-of.js';
import { clean } from '../../../kernel/vietnamese.js';
import type { Category, Level, PolicySet, RefusalReason } from '../../../law/index.js';
import { anonymousOutcome, isAnonymous } from './anonymous.js';
import { suspectedOfFeedback } from './suspected-nature.js';
import { MAX_WORDS_LENGTH } from '../identity/citizen-words.js';
import type { ImportChannel } from './intake-channel.js';
import { withoutPeople, type Sender } from '../identity/sender.js';

/** What a clerk wrote down of a caller's or a visitor's feedback, or what a line of a file says. Text may be empty. */
export interface GivenFeedback {
  readonly channel: ImportChannel;
  readonly receivedAt: Date;
  readonly subject: string;
  /** The citizen's words as they were spoken or written. */
  readonly words: string;
  readonly place: string;
  readonly category: Category;
  readonly level: Level;
  readonly kind: 'feedback' | 'petition';
  readonly complainedUnitId: string | null;
  readonly senderName: string;
  readonly senderPhone: string;
  readonly senderEmail: string;
  readonly senderAddress: string;
  readonly keepSecret: boolean;
}

/** Something that must be repaired before feedback is taken, at the field where it stands. */
export interface IntakeFlaw {
  readonly field: keyof GivenFeedback;
  readonly message: string;
}

/** What becomes of new feedback. A refusal always names its ground. */
export type IntakeOutcome =
  | { readonly decision: 'accept' | 'acceptWithoutReply' }
  | { readonly decision: 'reject'; readonly reason: RefusalReason };

/** Characters of the columns that keep it; both databases count UTF-16 units. */
const LENGTHS = {
  subject: 500,
  words: MAX_WORDS_LENGTH,
  place: 200,
  senderName: 100,
  senderPhone: 30,
  senderEmail: 200,
  senderAddress: 300,
} as const;

type Line = keyof typeof LENGTHS;

/** Fewer characters say nothing that could be looked into. */
export const MIN_WORDS_LENGTH = 10;

/** Feedback is entered soon after it came; a date further back is a slip of the pen. */
const OLDEST_DAYS = 366;
const SUBJECT_FROM_WORDS = 120;
/** Characters of long words that are searched for a subject: a list of five thousand would take minutes otherwise. */
const LOOKED_THROUGH = 500;
const CUT_IN_TWO = 100;

/** Whether someone takes feedback from citizens. */
export function takesFeedback(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk');
}

/** @throws DomainError `forbidden` */
export function requireIntake(actor: Actor): void {
  if (!takesFeedback(actor)) throw new DomainError('forbidden', { act: 'intake' });
}

/**
 * Given feedback with its lines cleaned. Where no subject was given it is the beginning of the words, without people: a subject stands in lists and
 * registers that many read. The words keep their line breaks.
 */
export function tidyFeedback(given: GivenFeedback): GivenFeedback {
  const words = clean(given.words).replace(/\r\n?/gu, '\n').trim();
  const subject = line(given.subject);
  return {
    ...given,
    words,
    subject: subject === '' ? beginning(line(masked(words, given))) : subject,
    place: line(given.place),
    senderName: line(given.senderName),
    senderPhone: line(given.senderPhone),
    senderEmail: line(given.senderEmail),
    senderAddress: line(given.senderAddress),
  };
}

/**
 * As much of the words as a subject needs, without people. The last of it falls away where the words go on: a detail that was cut in two is not
 * recognised.
 */
function masked(words: string, given: GivenFeedback): string {
  if (words.length <= LOOKED_THROUGH) return withoutPeople(words, given);
  const begun = withoutPeople(beginningOf(words, LOOKED_THROUGH), given).slice(0, -CUT_IN_TWO);
  // A long address on the web leaves little of a beginning.
  return begun.trim() === '' ? withoutPeople(words, given) : begun;
}

/** What must be repaired before the feedback can be taken; to be asked of tidied feedback. */
export function intakeFlaws(feedback: GivenFeedback, now: Date): readonly IntakeFlaw[] {
  const flaws: IntakeFlaw[] = [];
  if (feedback.subject === '') flaws.push({ field: 'words', message: 'Ghi nội dung phản ánh.' });
  for (const field of Object.keys(LENGTHS).filter(isLine)) {
    const { length } = feedback[field];
    if (length > LENGTHS[field]) flaws.push({ field, message: tooLong(LENGTHS[field], length) });
  }
  const received = receptionFlaw(feedback.receivedAt, now);
  if (received !== null) flaws.push({ field: 'receivedAt', message: received });
  if (feedback.senderEmail !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(feedback.senderEmail)) {
    flaws.push({ field: 'senderEmail', message: 'Ghi địa chỉ thư điện tử dạng ten@nhacungcap.vn, hoặc để trống.' });
  }
  return flaws;
}

/** Why feedback cannot have been received then; null when it can. */
export function receptionFlaw(receivedAt: Date, now: Date): string | null {
  const age = now.getTime() - receivedAt.getTime();
  if (Number.isNaN(age)) return 'Ghi thời điểm nhận có thật.';
  if (age < 0) return 'Thời điểm nhận không thể sau lúc này.';
  return age > OLDEST_DAYS * DAY_MS ? 'Thời điểm nhận đã quá một năm; kiểm tra lại năm.' : null;
}

/**
 * What becomes of feedback: words that say nothing are refused for their content, an unknown sender as the category's rule says. What may be a denunciation, a
 * complaint or a danger is refused by no rule: a clerk reads it first.
 *
 * Source: Nghị định 20/2008/NĐ-CP, Điều 7 and Điều 9 khoản 1; Luật Tố cáo 2018, Điều 25 khoản 2.
 */
export function intakeOutcome(policy: Pick<PolicySet, 'categories'>, feedback: GivenFeedback): IntakeOutcome {
  const outcome = outcomeByRule(policy, feedback);
  if (outcome.decision !== 'reject' || suspectedOfFeedback(feedback) === null) return outcome;
  return { decision: isAnonymous(senderOf(feedback)) ? 'acceptWithoutReply' : 'accept' };
}

function outcomeByRule(policy: Pick<PolicySet, 'categories'>, feedback: GivenFeedback): IntakeOutcome {
  if (feedback.words.length < MIN_WORDS_LENGTH) return { decision: 'reject', reason: 'insufficientContent' };
  const rule = anonymousOutcome(policy, feedback.category, senderOf(feedback));
  return rule === 'reject' ? { decision: 'reject', reason: 'noContact' } : { decision: rule };
}

/** Whether nobody can be answered; asked of every ticket, whatever way it came. */
export function cannotBeAnswered(sender: AnswerableSender): boolean {
  return isAnonymous(senderOf(sender));
}

type AnswerableSender = Pick<Sender, 'senderName' | 'senderPhone' | 'senderEmail'>;

function senderOf({ senderName: name, senderPhone: phone, senderEmail: email }: AnswerableSender) {
  return { name, phone, email };
}

function line(text: string): string {
  return clean(text).replace(/\s+/gu, ' ').trim();
}

function beginning(text: string): string {
  if (text.length <= SUBJECT_FROM_WORDS) return text;
  const cut = text.slice(0, SUBJECT_FROM_WORDS);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`;
}

function isLine(field: string): field is Line {
  return field in LENGTHS;
}

function tooLong(longest: number, length: number): string {
  return `Viết gọn lại: nhiều nhất ${String(longest)} ký tự, hiện có ${String(length)}.`;
}
