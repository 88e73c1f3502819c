import type { BookOwner } from '../../agency-profile/domain/agency-profile.js';
import type {
  BegunRegister,
  IncomingDocumentEntity,
  OutgoingDocumentEntity,
  RegisterClosing,
} from '../../documents/index.js';
import { awaitsNumber } from '../../documents/domain/arrival/arrival-number.js';
import { AWAITED_NUMBERS } from '../awaited-numbers/awaited-numbers-words.js';
import type { Actor } from '../../kernel/actor.js';
import type { SignatureRequestEntity } from '../../signing/index.js';
import type { RefusedAct } from '../kit/refused-values.js';
import type { RegistersView } from './registers-page.js';
import { count } from '../kit/words/numbers.js';
import { ENTRIES } from './entries-by-hand-view.js';
import { toSendRow, type ToSend } from '../documents/hand-delivery.js';
import { otherArrivalsView } from '../awaited-numbers/other-arrival-view.js';
import { otherDocumentsView } from './other-document-view.js';
import { firstOf, integrityView, pagingOf, yearsOfBook } from './register-page-view.js';
import { beginsView } from '../register-starts/register-start-view.js';
import { closingView } from './register-closing-view.js';
import {
  alsoWaiting,
  lateReleases,
  releaseView,
  type LetterOwed,
  type ReleaseReading,
} from '../signing/release-view.js';
import type { Today } from '../deadlines/ticket-deadline.js';
import { type BookPage, bookOf, voidedRow } from './book-rows.js';

/** The data for a page of a register. */
export interface RegistersReading {
  readonly year: number;
  readonly years: readonly number[];
  readonly page: BookPage;
  /** The last number that was given in the year, and the lines the book holds. */
  readonly last: number;
  readonly lines: number;
  /** How many lines wait for the number that the e-office gives. */
  readonly awaiting: number;
  /** How many numbers of the year were voided; the newest of them follow. */
  readonly voids: number;
  readonly voided: readonly OutgoingDocumentEntity[];
  readonly release: ReleaseReading | null;
  readonly releasing: readonly LetterOwed[];
  /** How the book begins; null where it begins at 1. */
  readonly start: BegunRegister | null;
  /** Who numbers what is entered in it from now on. */
  readonly owner: BookOwner;
  /** Null while the book is open. */
  readonly closing: RegisterClosing | null;
  /** Numbers of the year that no line has, where the e-office gave some of them; null where the book was ours throughout. */
  readonly missing: readonly number[] | null;
  /** Those of them that are proved, oldest first. */
  readonly waiting: readonly SignatureRequestEntity[];
  /** Letters that wait for the clerk who sends them by hand. */
  readonly toSend: readonly ToSend[];
  /** How many refused messages wait for a clerk; null where this person does not look after them. */
  readonly refused: number | null;
  /** Documents that wait to be entered in the e-office by hand; null as `refused`. */
  readonly byHand: number | null;
  /** Numbers that the e-office knows for documents which the book does not have under them. */
  readonly known: readonly number[];
  /** No number is given after a restore. */
  readonly isHeld: boolean;
}

export function registersView(
  reading: RegistersReading,
  actor: Actor,
  today: Today,
  refused: RefusedAct | null = null,
): RegistersView {
  const { year, years, page, last, refused: refusedMessages } = reading;
  const [top = null, bottom = null] = endsOf(page);
  return {
    year,
    years: yearsOfBook(year, years),
    book: bookOf(page, today),
    integrity: page.code === 'theo-doi' ? null : integrityView(reading, today.now),
    begins: page.code === 'theo-doi' ? null : beginsView(page.code, reading, actor),
    empty: { kind: 'done', heading: 'Sổ chưa có văn bản nào', text: emptyText(page, reading) },
    ...pagingOf({ book: page.code, year, top, bottom, last, first: firstOf(reading) }),
    closing: closingView({ ...reading, code: page.code }, actor, today),
    ...besideTheBook(reading, { actor, today, refused }),
    refused: refusedMessages === null ? null : { count: refusedMessages, href: '/tin-loi' },
    byHand: byHandLink(reading),
    awaiting: awaitingLink(reading),
    warning: warningOf(reading),
  };
}

function byHandLink({ page, byHand }: RegistersReading): RegistersView['byHand'] {
  if (page.code !== 'den' || byHand === null || byHand === 0) return null;
  return { label: `${count(byHand)} văn bản chờ ghi tay vào hệ thống quản lý văn bản`, href: ENTRIES };
}

function awaitingLink({ page, awaiting, byHand }: RegistersReading): RegistersView['awaiting'] {
  if (page.code !== 'den' || byHand === null || awaiting === 0) return null;
  return { label: `${count(awaiting)} văn bản chờ số đến`, href: AWAITED_NUMBERS };
}

const NUMBERS_NAMED = 10;

function warningOf({ isHeld, known }: RegistersReading): string | null {
  if (isHeld) return 'Đang đối chiếu với hệ thống quản lý văn bản sau khi phục hồi: chưa cấp số đến, số đi.';
  return known.length === 0 ? null : knownOutside(known);
}

function knownOutside(numbers: readonly number[]): string {
  const more = numbers.length > NUMBERS_NAMED ? ` và ${numbers.length - NUMBERS_NAMED} số khác` : '';
  const named = numbers.slice(0, NUMBERS_NAMED).join(', ');
  return `Hệ thống quản lý văn bản đã biết số ${named}${more} cho văn bản mà sổ này không ghi như vậy. Đừng cấp số tiếp trước khi xem trang Đối chiếu.`;
}

function emptyText({ code }: BookPage, { owner, last }: RegistersReading): string {
  if (code !== 'di') return 'Văn bản đến qua hệ thống quản lý văn bản tự vào sổ.';
  if (owner === 'eOffice') return 'Hệ thống quản lý văn bản cấp số; sổ ghi theo khi phát hành.';
  return `Số ${count(last + 1)} được lấy khi phát hành văn bản đầu tiên.`;
}

/** What waits to be released and what was voided stands beside the outgoing book alone. */
function besideTheBook(
  { page, release, releasing, waiting, toSend, voided, missing }: RegistersReading,
  { actor, today, refused }: { readonly actor: Actor; readonly today: Today; readonly refused: RefusedAct | null },
): Pick<RegistersView, 'release' | 'late' | 'alsoWaiting' | 'toSend' | 'voided' | 'others'> {
  if (page.code !== 'di') {
    const others = page.code === 'den' ? otherArrivalsView(missing, actor, refused) : null;
    return { release: null, late: [], alsoWaiting: [], toSend: [], voided: [], others };
  }
  return {
    release: release && releaseView(release, actor, today, refused),
    late: lateReleases(releasing, today),
    alsoWaiting: alsoWaiting(waiting, release?.request.id ?? null),
    toSend: toSend.map(toSendRow),
    voided: voided.map(voidedRow),
    others: otherDocumentsView(missing, actor, refused),
  };
}

/** Largest and smallest number on the page; nothing when it is empty. */
function endsOf(page: BookPage): readonly number[] {
  const numbers = page.code === 'di' ? page.rows.map(({ number }) => number) : numbersOf(page.rows);
  return [...numbers.slice(0, 1), ...numbers.slice(-1)];
}

function numbersOf(rows: readonly IncomingDocumentEntity[]): readonly number[] {
  return rows.filter((row) => !awaitsNumber(row)).map(({ arrivalNumber }) => arrivalNumber);
}
