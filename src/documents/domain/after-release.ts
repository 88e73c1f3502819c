import { sourceWords, type NumberSource } from './given-number.js';
import { printedCode } from './register.js';
import { takenOverWords, type TakenOver } from './take-over/taken-over.js';
import type { Amendment, OutgoingState } from './register.js';

/** What a register says of a line after its release. */
export interface ReleasedLine {
  readonly state: OutgoingState;
  readonly reservedAt: Date | null;
  readonly voidReason: string | null;
  readonly recalledAt: Date | null;
  readonly recallReason: string | null;
  readonly amendment: Amendment | null;
}

type Numbered = Pick<ReleasedLine, 'amendment'> & { readonly number: number; readonly notation: string };

const AMENDS: Readonly<Record<Amendment, string>> = { correction: 'Đính chính', replacement: 'Thay thế' };
const AMENDED: Readonly<Record<Amendment, string>> = { correction: 'Đính chính bởi', replacement: 'Thay thế bởi' };

/** `Thay thế 513/SGDĐT-GDTrH`: what a document does to another. */
export function amendsWords(amendment: Amendment, code: string): string {
  return `${AMENDS[amendment]} ${code}`;
}

/** `Đính chính bởi 514/SGDĐT-GDTrH`: what another did to it. */
export function amendedWords({ amendment, number, notation }: Numbered): string {
  return `${AMENDED[amendment ?? 'correction']} ${printedCode(number, notation)}`;
}

/** `ĐÃ THU HỒI: ghi nhầm nơi nhận`, without a reason that is not given; null while the document stands. */
export function recallWords({
  recalledAt,
  recallReason,
}: Pick<ReleasedLine, 'recalledAt' | 'recallReason'>): string | null {
  if (recalledAt === null) return null;
  return recallReason === null ? 'ĐÃ THU HỒI' : `ĐÃ THU HỒI: ${recallReason}`;
}

/** A letter's number where it stands for an answer: `513/SGDĐT-GDTrH (đã thu hồi)`. */
export function answeringCode({
  number,
  notation,
  recalledAt,
}: Pick<ReleasedLine, 'recalledAt'> & { readonly number: number; readonly notation: string }): string {
  const code = printedCode(number, notation);
  return recalledAt === null ? code : `${code} (đã thu hồi)`;
}

/**
 * The column of notes of the outgoing register.
 *
 * @param links what it amends, and the documents that amend it
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 15, Điều 18 khoản 3 và 4; Phụ lục IV.
 */
export function registerNote(
  line: ReleasedLine & { readonly takenOver: TakenOver | null; readonly givenBy: NumberSource | null },
  { amends, amendedBy }: { readonly amends: string | null; readonly amendedBy: readonly Numbered[] },
): string {
  const parts = [
    line.takenOver &&
      takenOverWords({ source: line.takenOver.source, note: line.state === 'voided' ? null : line.takenOver.note }),
    line.givenBy && sourceWords(line.givenBy),
    line.state === 'voided' ? `Số hủy: ${line.voidReason ?? ''}` : null,
    isReserved(line) ? 'Số giữ khi trình ký, chưa phát hành' : null,
    recallWords(line),
    line.amendment === null || amends === null ? null : amendsWords(line.amendment, amends),
    ...amendedBy.map(amendedWords),
  ];
  return parts.filter((part) => part !== null).join('; ');
}

/** A number that was given before the leader signed, to a letter that has not left yet. */
export function isReserved({ state, reservedAt }: Pick<ReleasedLine, 'state' | 'reservedAt'>): boolean {
  return reservedAt !== null && state === 'numbered';
}

/** A correction sets a letter right and answers nothing by itself. */
export function answers({ amendment }: Pick<ReleasedLine, 'amendment'>): boolean {
  return amendment !== 'correction';
}

/** How a document stands for its holder; what was done to it last in law comes first. */
export type Standing = 'unreleased' | 'voided' | 'recalled' | 'replaced' | 'corrected' | 'inForce';

/**
 * A replacement that was recalled in its turn brings nothing back: the document stays replaced.
 *
 * @param amendments what other released documents did to it
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3 và 4.
 */
export function standingOf(
  { state, recalledAt }: Pick<ReleasedLine, 'state' | 'recalledAt'>,
  amendments: readonly (Amendment | null)[],
): Standing {
  if (state === 'voided') return 'voided';
  if (state !== 'released') return 'unreleased';
  if (recalledAt !== null) return 'recalled';
  if (amendments.includes('replacement')) return 'replaced';
  return amendments.includes('correction') ? 'corrected' : 'inForce';
}

/** Whether a released letter is what its sender has for an answer. @param amendedBy released letters that correct or replace it */
export function isTheAnswer(
  letter: Pick<ReleasedLine, 'amendment'>,
  amendedBy: readonly Pick<ReleasedLine, 'amendment' | 'recalledAt'>[],
): boolean {
  const replaced = amendedBy.some(({ amendment, recalledAt }) => amendment === 'replacement' && recalledAt === null);
  return answers(letter) && !replaced;
}
