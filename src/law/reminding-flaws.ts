import { flaw, isWholeBetween } from './flaw.js';
import {
  ESCALATION_TIERS,
  ESCALATION_WORDS,
  type EscalationStep,
  type OwnReminding,
  type Reminding,
} from './policy.js';
import type { Flaw, PolicyDraft } from './policy-draft.js';

const MINUTES_OF_DAY = 24 * 60;

/** Working days after a deadline within which everybody of the chain has heard. */
const LATEST_ESCALATION = 60;

/** Flaws of when who hears: of the whole set, then of each category and level that has reminding of its own. */
export function remindingFlaws(set: PolicyDraft): readonly Flaw[] {
  const { ownReminding = [] } = set;
  return [
    ...flawsOf(set, ''),
    ...ownReminding.flatMap((own, at) => [
      ...placeFlaws(own, ownReminding.slice(0, at)),
      ...flawsOf(own, `${ownRemindingField(own)}.`),
    ]),
  ];
}

/** The path into the set of what is said about a category and level: `ownReminding.fees.urgent`, `ownReminding.any.urgent`. */
export function ownRemindingField({ category, level }: Pick<OwnReminding, 'category' | 'level'>): string {
  return `ownReminding.${category ?? 'any'}.${level ?? 'any'}`;
}

function placeFlaws(own: OwnReminding, earlier: readonly OwnReminding[]): readonly Flaw[] {
  const field = ownRemindingField(own);
  if (own.category === null && own.level === null) {
    return [{ field, sentence: 'Nhắc riêng: chọn lĩnh vực hoặc mức độ; cho mọi phiếu thì sửa phần nhắc chung.' }];
  }
  const repeated = earlier.some(({ category, level }) => category === own.category && level === own.level);
  return flaw(field, repeated, 'Nhắc riêng: hai dòng cho cùng lĩnh vực và mức độ; giữ lại một dòng.');
}

function flawsOf({ reminders, escalation }: Reminding, at: string): readonly Flaw[] {
  return [...reminderFlaws(reminders, at), ...escalationFlaws(escalation, at)];
}

function reminderFlaws({ percents, overdueAt }: Reminding['reminders'], at: string): readonly Flaw[] {
  const inRange = percents.length > 0 && percents.every((percent) => isWholeBetween(percent, 1, 100));
  const field = `${at}reminders.percents`;
  return [
    ...flaw(field, !inRange, 'Mốc nhắc: nhập một hay nhiều số nguyên từ 1 đến 100, ví dụ 50, 80, 100.'),
    ...flaw(field, inRange && !isAscending(percents), 'Mốc nhắc phải tăng dần và không lặp lại.'),
    ...flaw(
      `${at}reminders.overdueAt`,
      !isWholeBetween(overdueAt, 0, MINUTES_OF_DAY - 1),
      'Giờ nhắc việc quá hạn: nhập giờ trong ngày, ví dụ 08:00.',
    ),
  ];
}

function escalationFlaws(steps: readonly EscalationStep[], at: string): readonly Flaw[] {
  if (steps.length === 0) {
    const sentence = 'Chọn ít nhất một cấp được báo khi phiếu sắp hoặc đã quá hạn.';
    return [{ field: `${at}escalation.officer`, sentence }];
  }
  return steps.flatMap(({ to, from }, index) => {
    const field = `${at}escalation.${to}`;
    const who = ESCALATION_WORDS[to];
    const number = 'percent' in from ? from.percent : from.overdueWorkingDays;
    const most = 'percent' in from ? 100 : LATEST_ESCALATION;
    if (!isWholeBetween(number, 1, most)) return [{ field, sentence: `${who}: nhập số nguyên từ 1 đến ${most}.` }];
    const earlier = steps[index - 1];
    if (earlier === undefined) return [];
    const [higher, later] = [tier(to) > tier(earlier.to), moment(from) >= moment(earlier.from)];
    const sentence = `${who}: cấp trên không được báo trước cấp dưới, và mỗi cấp chỉ một mốc.`;
    return flaw(field, !higher || !later, sentence);
  });
}

function tier(to: EscalationStep['to']): number {
  return ESCALATION_TIERS.indexOf(to);
}

/** Points of the chain on one line: per cents up to the deadline, then days after it. */
function moment(from: EscalationStep['from']): number {
  return 'percent' in from ? from.percent : 100 + from.overdueWorkingDays;
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
}
