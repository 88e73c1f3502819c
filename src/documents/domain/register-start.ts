import { hasHandIn, hasRole, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { invalidField, requireTyped } from '../../kernel/typed-text.js';
import type { TakeOverSource } from './take-over/taken-over.js';
import { printedNumber, type Book } from './register.js';

/** waiting: another person is to confirm it · confirmed: the book begins so · refused: kept with its reason. */
export const START_STATES = ['waiting', 'confirmed', 'refused'] as const;

export type StartState = (typeof START_STATES)[number];

/** Numbers from which a book may begin; 1 needs no decision. */
export const FIRST_NUMBER = { lowest: 2, highest: 99_999 } as const;

export const START_LENGTHS = { basis: 500, reason: 500 } as const;

/** What the chain of a book says first where the book does not begin at 1: all that came before stands in another register. */
export interface RegisterStart {
  readonly book: Book;
  readonly year: number;
  readonly first: number;
  /** What the last number before was and where it stands, as the person wrote who proposed it. */
  readonly basis: string;
  readonly proposedBy: string;
  readonly confirmedBy: string;
  /** The register whose lines stand before the first that is numbered here; left out where it is not taken over. */
  readonly takenOver?: TakeOverSource;
}

/** The registry and administrators may propose how a book begins. */
export function mayProposeStart(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk', 'administrator');
}

/** Who may be the second person, of all but the one who proposed. */
export function mayConfirmStart(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk', 'administrator', 'leader');
}

/** @throws DomainError `forbidden` */
export function requireProposeStart(actor: Actor): void {
  if (!mayProposeStart(actor)) throw new DomainError('forbidden', { ability: 'proposeRegisterStart' });
}

/** @throws DomainError `forbidden`; `register-start-same-person` for the one who proposed it */
export function requireConfirmStart(actor: Actor, proposedById: string): void {
  if (!mayConfirmStart(actor)) throw new DomainError('forbidden', { ability: 'confirmRegisterStart' });
  if (hasHandIn(actor, proposedById)) throw new DomainError('register-start-same-person');
}

/**
 * The number that the first document of a book gets when the year's earlier numbers were given in another register.
 *
 * @throws DomainError `input-invalid` beside the field `first`
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 15 khoản 1, Điều 22: numbers run on within a year, whatever they are written in.
 */
export function requireFirstNumber(given: number): number {
  const { lowest, highest } = FIRST_NUMBER;
  if (Number.isInteger(given) && given >= lowest && given <= highest) return given;
  const message = `Ghi số bắt đầu từ ${String(lowest)} đến ${String(highest)}: số liền sau số cuối của sổ cũ.`;
  throw invalidField('first', message);
}

/** @throws DomainError `input-invalid` beside the field `basis` */
export function requireStartBasis(given: string): string {
  return requireTyped('basis', given, {
    longest: START_LENGTHS.basis,
    asked: 'Ghi căn cứ: sổ nào, số cuối, ngày của số cuối, biên bản bàn giao nếu có.',
  });
}

/** @throws DomainError `input-invalid` beside the field `reason` */
export function requireStartRefusal(given: string): string {
  return requireTyped('reason', given, {
    longest: START_LENGTHS.reason,
    asked: 'Ghi lý do không xác nhận; đề nghị và lý do được giữ lại.',
  });
}

/** `Sổ bắt đầu từ số 412 theo sổ giấy, số cuối 411 ngày 12/06/2026.` */
export function startWords({ first, basis, takenOver }: Pick<RegisterStart, 'first' | 'basis' | 'takenOver'>): string {
  const stop = /[.!?]$/u.test(basis) ? '' : '.';
  if (takenOver !== undefined) {
    return `Số ${printedNumber(first)} đến ${printedNumber(takenOver.last)} tiếp quản từ ${takenOver.source}, theo ${lowered(basis)}${stop}`;
  }
  return `Sổ bắt đầu từ số ${printedNumber(first)} theo ${lowered(basis)}${stop}`;
}

const COMMON = /^(?:Sổ|Số|Biên bản|Bản|Công văn|Quyết định|Danh mục)(?=\s)/u;

/** What was written as a sentence, as a part of another: `Theo sổ giấy` and `Sổ giấy` become `sổ giấy`; names stay. */
function lowered(basis: string): string {
  const said = basis.replace(/^(?:theo|căn cứ):?\s+/iu, '');
  return COMMON.test(said) ? said.charAt(0).toLocaleLowerCase('vi') + said.slice(1) : said;
}
