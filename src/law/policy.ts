import type { CivilDate } from '../kernel/civil-date.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Limit } from './limit.js';

/** How pressing a ticket is; the level chooses the limit of every duty. */
export const LEVELS = ['urgent', 'simple', 'normal', 'complex', 'multiAgency'] as const;

export type Level = (typeof LEVELS)[number];

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  urgent: 'Khẩn',
  simple: 'Đơn giản',
  normal: 'Bình thường',
  complex: 'Phức tạp',
  multiAgency: 'Nhiều cơ quan phối hợp',
};

/** What someone owes within a limit, in the order in which a ticket meets it. */
export const DUTIES = [
  'acknowledge',
  'returnNotCompetent',
  'assign',
  'unitAcknowledge',
  'coordinationReply',
  'informationPause',
  'process',
  'writtenStatus',
  'extension',
  'releaseReply',
  'publish',
  'ratingWindow',
  'reopenWindow',
] as const;

export type Duty = (typeof DUTIES)[number];

export const DUTY_WORDS: Readonly<Record<Duty, string>> = {
  acknowledge: 'Sở tiếp nhận hoặc chuyển trả',
  returnNotCompetent: 'Chuyển trả phiếu không thuộc thẩm quyền',
  assign: 'Giao đơn vị chủ trì',
  unitAcknowledge: 'Đơn vị nhận hoặc từ chối việc được giao',
  coordinationReply: 'Đơn vị phối hợp trả lời',
  informationPause: 'Tạm dừng chờ người phản ánh bổ sung, nhiều nhất',
  process: 'Giải quyết và trả lời',
  writtenStatus: 'Thông báo bằng văn bản về tình hình giải quyết, chậm nhất',
  extension: 'Gia hạn, nhiều nhất',
  releaseReply: 'Phát hành văn bản sau khi ký',
  publish: 'Công khai kết quả sau khi được duyệt',
  ratingWindow: 'Người phản ánh đánh giá',
  reopenWindow: 'Phản ánh lại',
};

/**
 * What a limit rests on: `law` binds, `precedent` is another agency's rule that gives this limit, `choice` was decided by the department, `assumed` is what the
 * software begins with, for no text that gives it has been read.
 */
export const STANDINGS = ['law', 'precedent', 'choice', 'assumed'] as const;

export type Standing = (typeof STANDINGS)[number];

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  law: 'Văn bản quy phạm pháp luật quy định',
  precedent: 'Tham khảo quy định của địa phương, bộ, ngành khác',
  choice: 'Sở quy định',
  assumed: 'Phần mềm tạm đặt, chưa có văn bản quy định',
};

/** Where a limit comes from, so that nobody takes a proposal for the law. */
export interface LimitSource {
  readonly standing: Standing;
  readonly text: string;
}

export interface SourcedLimit extends Limit {
  readonly source: LimitSource;
}

/** What feedback to an education department is about. */
export const CATEGORIES = [
  'fees',
  'admission',
  'schoolSafety',
  'boardingMeals',
  'facilities',
  'staffConduct',
  'procedures',
  'diplomas',
  'policyBenefits',
  'privateCentres',
  'other',
] as const;

export type Category = (typeof CATEGORIES)[number];

/** What becomes of feedback whose sender cannot be reached. */
export const ANONYMITY_RULES = ['reject', 'acceptWithoutReply', 'accept'] as const;

export type AnonymityRule = (typeof ANONYMITY_RULES)[number];

export const ANONYMITY_WORDS: Readonly<Record<AnonymityRule, string>> = {
  reject: 'Không tiếp nhận, có nêu lý do',
  acceptWithoutReply: 'Tiếp nhận và giải quyết, không trả lời người phản ánh',
  accept: 'Tiếp nhận như phản ánh có họ tên, cách liên hệ',
};

/** How one kind of feedback is treated. */
export interface CategoryRule {
  /** As people read it: `Thu chi, dạy thêm`. */
  readonly name: string;
  /** Feedback about a person's or unit's behaviour: the unit complained about never learns who wrote. */
  readonly aboutConduct: boolean;
  /** Children may be named: publication needs consent or full anonymity. */
  readonly aboutChildren: boolean;
  readonly anonymous: AnonymityRule;
  /** Limits of this category's own; they win over those of the set. */
  readonly limits?: Partial<Record<Duty, Partial<Record<Level, SourcedLimit>>>>;
}

/** When those who owe a duty are reminded. */
export interface ReminderRule {
  /** Per cent of the time that have passed, ascending. */
  readonly percents: readonly number[];
  /** Minutes of the day in Việt Nam at which overdue work is named, every working day: 480 = 08:00. */
  readonly overdueAt: number;
}

/** Who hears of a late ticket, from the nearest to the highest. */
export const ESCALATION_TIERS = ['officer', 'unitHead', 'supervisor', 'director'] as const;

export type EscalationTier = (typeof ESCALATION_TIERS)[number];

export const ESCALATION_WORDS: Readonly<Record<EscalationTier, string>> = {
  officer: 'Cán bộ phụ trách',
  unitHead: 'Thủ trưởng đơn vị',
  supervisor: 'Giám sát',
  director: 'Lãnh đạo Sở',
};

/** From which point on a tier hears too: a share of the time, or so many working days after it has run out. */
export interface EscalationStep {
  readonly to: EscalationTier;
  readonly from: { readonly percent: number } | { readonly overdueWorkingDays: number };
}

/** When who hears of a deadline. */
export interface Reminding {
  readonly reminders: ReminderRule;
  readonly escalation: readonly EscalationStep[];
}

/** Reminding of its own for a category, a level, or a level of a category; null = every one of them. At least one is named. */
export interface OwnReminding extends Reminding {
  readonly category: Category | null;
  readonly level: Level | null;
}

/** One version of the rules on time. A ticket keeps the version that was in force when it was received. */
export interface PolicySet {
  readonly version: number;
  readonly name: string;
  /** The regulation that the set carries out. */
  readonly citation: string;
  /** First day in force. */
  readonly validFrom: CivilDate;
  /** Last day in force; null while nothing replaces it. */
  readonly validTo: CivilDate | null;
  readonly limits: Readonly<Record<Duty, Readonly<Record<Level, SourcedLimit>>>>;
  /** How often one ticket may be given more time. */
  readonly extensionsAllowed: number;
  /** How often one ticket may be reopened before it goes to the supervisor. */
  readonly reopeningsAllowed: number;
  readonly categories: Readonly<Record<Category, CategoryRule>>;
  readonly reminders: ReminderRule;
  readonly escalation: readonly EscalationStep[];
  /** Where people are reminded differently. */
  readonly ownReminding?: readonly OwnReminding[];
  /** Characters that the reason of a refusal shown to the citizen has at least. */
  readonly shortestRefusal: number;
  /** How many calendar days back the same sender's similar feedback may be the same matter. */
  readonly duplicateWindowDays: number;
}

/** The limit of a duty for a ticket of that level; a limit of the category's own wins. */
export function limitFor(policy: PolicySet, duty: Duty, level: Level, category?: Category): SourcedLimit {
  const own = category === undefined ? undefined : policy.categories[category].limits?.[duty]?.[level];
  return own ?? policy.limits[duty][level];
}

/** When who hears of a ticket of that level and category: what is said about both wins, then about the category, then about the level. */
export function remindingFor(policy: PolicySet, level: Level, category: Category): Reminding {
  const own = (of: Pick<OwnReminding, 'category' | 'level'>): OwnReminding | undefined =>
    policy.ownReminding?.find((one) => one.category === of.category && one.level === of.level);
  return own({ category, level }) ?? own({ category, level: null }) ?? own({ category: null, level }) ?? policy;
}

/**
 * The set in force on a day; of several, the one that began last, then the higher version.
 *
 * @throws DomainError `policy-missing` when none was in force
 */
export function policyInForce(sets: readonly PolicySet[], day: CivilDate): PolicySet {
  const [latest] = sets
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo))
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom) || b.version - a.version);
  if (latest === undefined) throw new DomainError('policy-missing', { day });
  return latest;
}
