import { DomainError } from '../../kernel/domain-error.js';
import { printedNumber, type OutgoingState } from './register.js';

const MAX_COPIES = 9_999;

/** A line of a register as far as its copies go. */
interface Distributed {
  readonly recipients: readonly string[];
  /** How many copies each recipient gets, in their order; null: one each. */
  readonly copies?: readonly number[] | null;
}

/** How many copies the recipient at a place gets: one, unless more were entered. */
export function copiesFor({ copies }: Pick<Distributed, 'copies'>, at: number): number {
  return copies?.[at] ?? 1;
}

/** `04`: how many copies left, as the column of the register has it; `''` where nobody gets one. */
export function printedCopies({ recipients, copies }: Distributed): string {
  const sum = recipients.reduce((total, _, at) => total + copiesFor({ copies }, at), 0);
  return sum === 0 ? '' : printedNumber(sum);
}

/** `Sở Nội vụ (02 bản); Các phòng`: who gets it, and how many copies where it is not one. */
export function recipientsWithCopies({ recipients, copies }: Distributed): string {
  return recipients
    .map((name, at) => {
      const count = copiesFor({ copies }, at);
      return count === 1 ? name : `${name} (${copiesWords(count)})`;
    })
    .join('; ');
}

/** `02 bản`; who got none on paper has it by the exchange or by mail. */
export function copiesWords(count: number): string {
  return count === 0 ? 'không gửi bản giấy' : `${printedNumber(count)} bản`;
}

/** Whether copies are entered for a line: not where its number is void, nor where another register said how many left; a recalled document is frozen. */
export function mayEnterCopies({
  state,
  recalledAt,
  takenOver,
}: {
  readonly state: OutgoingState;
  readonly recalledAt: Date | null;
  readonly takenOver: object | null;
}): boolean {
  return state !== 'voided' && recalledAt === null && takenOver === null;
}

/**
 * How many copies each recipient gets, as the registry entered them; none for who got no paper.
 *
 * @throws DomainError `input-invalid` at the first that is no number, or does not belong to a recipient
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 17 khoản 1 (nhân bản theo số lượng ở phần nơi nhận); Phụ lục IV, cột “Số lượng bản”.
 */
export function requireCopies(given: readonly number[], { recipients }: Pick<Distributed, 'recipients'>): number[] {
  if (recipients.length === 0 || given.length !== recipients.length)
    throw new DomainError('changed-meanwhile', { what: 'outgoingDocument' });
  for (const [at, count] of given.entries()) {
    if (Number.isSafeInteger(count) && count >= 0 && count <= MAX_COPIES) continue;
    const message = `Ghi số bản từ 0 đến ${String(MAX_COPIES)}; 0 khi không gửi bản giấy.`;
    throw new DomainError('input-invalid', { field: `copies.${String(at)}`, message });
  }
  return [...given];
}
