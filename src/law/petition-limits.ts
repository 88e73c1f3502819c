import type { Limit } from './limit.js';

/** What the agency owes a petition within a limit. */
export const PETITION_DUTIES = ['protect', 'screen', 'forward', 'accept', 'settle'] as const;
export type PetitionDuty = (typeof PETITION_DUTIES)[number];

export const PETITION_DUTY_WORDS: Readonly<Record<PetitionDuty, string>> = {
  protect: 'Xem xét, bảo vệ người tố cáo',
  screen: 'Phân loại, đề xuất cách xử lý',
  forward: 'Chuyển tố cáo đến nơi có thẩm quyền',
  accept: 'Thụ lý hoặc thông báo không thụ lý',
  settle: 'Giải quyết',
};

/** How far a limit was checked: `unconfirmed` is written from memory, for the primary text was not at hand. */
export type LimitConfidence = 'confirmed' | 'unconfirmed';

export const LIMIT_CONFIDENCE_WORDS: Readonly<Record<LimitConfidence, string>> = {
  confirmed: 'đã đối chiếu văn bản',
  unconfirmed: 'chưa đối chiếu văn bản gốc',
};

export interface PetitionLimit extends Limit {
  readonly source: string;
  readonly confidence: LimitConfidence;
}

const of = (amount: number, unit: Limit['unit'], source: string): PetitionLimit => ({
  amount,
  unit,
  source,
  confidence: 'unconfirmed',
});

/** An amount of 0: at once. The sooner a danger, the less a limit means. */
export const AT_ONCE: PetitionLimit = of(0, 'hours', 'Luật Tố cáo 2018, Điều 49 và 50');

/**
 * The limits of complaints, from the day of receipt until accepted, then from the day of acceptance.
 *
 * Source: Luật Khiếu nại 2011, Điều 27, 28; Thông tư 05/2021/TT-TTCP (all unconfirmed).
 */
export const COMPLAINT_LIMITS = {
  screen: of(10, 'days', 'Thông tư 05/2021/TT-TTCP; Luật Khiếu nại 2011, Điều 27'),
  accept: of(10, 'days', 'Luật Khiếu nại 2011, Điều 27'),
  settle: of(30, 'days', 'Luật Khiếu nại 2011, Điều 28'),
  /** In place of the 30 days, where the matter is complicated. */
  settleComplicated: of(45, 'days', 'Luật Khiếu nại 2011, Điều 28, vụ việc phức tạp'),
} as const;

/**
 * The limits of denunciations. Those of acceptance and handing on run from the day of receipt, that of settlement from the day of acceptance.
 *
 * Source: Luật Tố cáo 2018, Điều 24, 30; Thông tư 05/2021/TT-TTCP (all unconfirmed).
 */
export const DENUNCIATION_LIMITS = {
  screen: of(7, 'workingDays', 'Thông tư 05/2021/TT-TTCP; Luật Tố cáo 2018, Điều 24'),
  forward: of(5, 'workingDays', 'Luật Tố cáo 2018, Điều 24'),
  accept: of(7, 'workingDays', 'Luật Tố cáo 2018, Điều 24'),
  settle: of(30, 'days', 'Luật Tố cáo 2018, Điều 30'),
  /** Each time it is extended. */
  extension: of(30, 'days', 'Luật Tố cáo 2018, Điều 30'),
} as const;

/** How often the settlement of a denunciation may be extended: once where it is complicated, twice where it is specially so. Source: Luật Tố cáo 2018, Điều 30 (unconfirmed). */
export const DENUNCIATION_EXTENSIONS = { complicated: 1, speciallyComplicated: 2 } as const;
