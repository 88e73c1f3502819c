import { DomainError, type DomainErrorCode } from '../../kernel/domain-error.js';
import { OutsideRefused, OutsideUnavailable } from '../../kernel/outside-failure.js';
import { isDatabaseUnwell } from '../database/database-errors.js';
import { FileDamaged, FileStoreAway, isStorageUnwell } from '../files/file-errors.js';
import { refusalSentence } from '../http/wording.js';
import { MAX_PAUSE_MS, MAX_OUTAGE_PAUSE_MS, pauseBeforeTry, pauseOfDeferred } from './retry-pause.js';

/** An error that nobody foresaw is most likely a fault of ours: tried so often, then left to a clerk. */
const TRIES_OF_THE_UNKNOWN = 12;

/** Refusals that end when the law's tables or the calendar are brought up to date: asked again each hour until then. */
const CURED_BY_TIME: readonly DomainErrorCode[] = ['deadline-calendar-missing', 'policy-missing'];

/** A busy machine's fault and not the job's: tried as often as an unknown error. */
const OUT_OF_TIME: readonly DomainErrorCode[] = ['template-timeout'];

/** Between tries of what waits until numbers are given again. */
const PAUSE_OF_HELD_MS = 60_000;

/** What a try came to, as `/metrics` labels it. `kept`: done. `unavailable`: the peer is unavailable. `failed`: something of our own, which says nothing about the peer. `cutOff`: nobody knows. */
export const TRY_OUTCOMES = ['kept', 'unavailable', 'refused', 'failed', 'cutOff'] as const;
export type TryOutcome = (typeof TRY_OUTCOMES)[number];

export interface Failure {
  readonly outcome: Exclude<TryOutcome, 'kept' | 'cutOff'>;
  /** The peer's code of a refusal, or the kind of our own fault; null where the peer was away. */
  readonly code: string | null;
  /** Whether the peer gave an answer, if only a no: it is not away. */
  readonly isAnswer: boolean;
  /** What the peer asked for before it is called again. */
  readonly askedSeconds?: number | undefined;
  /** Milliseconds until the next try; null when there is none. */
  readonly pauseMs: number | null;
  /** What a clerk may read, in Vietnamese; never holds what was being written. */
  readonly reason: string;
}

/** Why something waits for a number, as `failureOf` says it. */
export const HELD_REASON = refusalSentence(new DomainError('numbering-held'));

/**
 * What a failed try means. What is only not possible now is tried as long as it takes; what was refused is not tried again.
 *
 * @param failures how many tries have failed, this one included, >= 1
 */
export function failureOf(error: unknown, failures: number): Failure {
  return { ...kindOf(error), pauseMs: pauseAfter(error, failures), reason: reasonOf(error).slice(0, 1000) };
}

function kindOf(error: unknown): Omit<Failure, 'pauseMs' | 'reason'> {
  if (error instanceof OutsideUnavailable) return kindOfUnavailable(error);
  if (error instanceof OutsideRefused) return { outcome: 'refused', isAnswer: true, code: error.code.slice(0, 60) };
  if (error instanceof DomainError) return { outcome: 'failed', isAnswer: false, code: error.code };
  return { outcome: 'failed', isAnswer: false, code: error instanceof Error ? error.name.slice(0, 60) : 'unknown' };
}

function kindOfUnavailable({ options }: OutsideUnavailable): Omit<Failure, 'pauseMs' | 'reason'> {
  if (options.deferred === true) return { outcome: 'failed', isAnswer: true, code: 'deferred' };
  if (options.elsewhere === true) return { outcome: 'failed', isAnswer: false, code: 'elsewhere' };
  return { outcome: 'unavailable', isAnswer: false, code: null, askedSeconds: options.retryAfterSeconds };
}

function pauseAfter(error: unknown, failures: number): number | null {
  if (error instanceof OutsideUnavailable) return pauseOfOutage(error, failures);
  if (error instanceof OutsideRefused) return null;
  if (error instanceof DomainError) return pauseAfterRefusal(error.code, failures);
  if (isWaitingForUs(error) || failures < TRIES_OF_THE_UNKNOWN) return pauseBeforeTry(failures);
  return null;
}

/** What a person or time cures on our own side: full disks, a busy database, a damaged file, a store of files that does not answer. */
function isWaitingForUs(error: unknown): boolean {
  return (
    isDatabaseUnwell(error) || isStorageUnwell(error) || error instanceof FileDamaged || error instanceof FileStoreAway
  );
}

/** What waits for something else than its peer has no circuit before it: its pause goes on growing. */
function pauseOfOutage({ options }: OutsideUnavailable, failures: number): number {
  if (options.deferred === true) return pauseOfDeferred(failures);
  const longestMs = options.elsewhere === true ? MAX_PAUSE_MS : MAX_OUTAGE_PAUSE_MS;
  return pauseBeforeTry(failures, { askedSeconds: options.retryAfterSeconds, longestMs });
}

function pauseAfterRefusal(code: DomainErrorCode, failures: number): number | null {
  if (code === 'changed-meanwhile') return pauseBeforeTry(failures);
  // The act that allows numbers again makes the job due at once (`RecoverNumbers`).
  if (code === 'numbering-held') return PAUSE_OF_HELD_MS;
  if (OUT_OF_TIME.includes(code)) return failures < TRIES_OF_THE_UNKNOWN ? pauseBeforeTry(failures) : null;
  return CURED_BY_TIME.includes(code) ? MAX_PAUSE_MS : null;
}

/** The messages of databases and of faults may hold a citizen's words, so those are named by their kind only. */
function reasonOf(error: unknown): string {
  if (error instanceof OutsideRefused) return error.reason;
  if (error instanceof OutsideUnavailable)
    return error.options.reason ?? `Hệ thống bên ngoài chưa trả lời: ${error.message}`;
  if (error instanceof DomainError) return refusalSentence(error);
  if (isDatabaseUnwell(error)) return 'Cơ sở dữ liệu đang bận hoặc hết chỗ.';
  if (error instanceof FileDamaged)
    return 'Một tệp cần dùng bị hỏng trên máy chủ; việc tự làm tiếp khi tệp được lấy lại, hoặc khi quản trị khôi phục nó từ bản sao lưu.';
  if (error instanceof FileStoreAway) return 'Kho tệp chưa trả lời, hoặc trả lời sai; việc tự làm lại.';
  if (isStorageUnwell(error)) return 'Ổ đĩa của máy chủ đầy hoặc không ghi được.';
  return `Lỗi trong hệ thống (${error instanceof Error ? error.name : 'không rõ'}).`;
}
