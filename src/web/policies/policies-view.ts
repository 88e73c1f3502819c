import type { CivilDate } from '../../kernel/civil-date.js';
import {
  ANONYMITY_WORDS,
  CATEGORIES,
  type CategoryRule,
  DUTIES,
  type Duty,
  DUTY_WORDS,
  ESCALATION_WORDS,
  escalationFromWords,
  type Level,
  LEVEL_WORDS,
  LEVELS,
  limitWords,
  overdueAtWords,
  percentWords,
  type PolicySet,
  REFUSAL_GROUNDS,
  REFUSAL_REASONS,
  remindingWords,
  type SourcedLimit,
  STANDING_WORDS,
} from '../../law/index.js';
import { ownPlaceWords, policyDifference, type PublishedPolicy } from '../../policies/index.js';
import type { PolicyChangesView } from './policy-changes.js';
import type { PoliciesView, PolicyLineView } from './policies-page.js';
import type { CategoryView, DutyView, PolicyView, SourceView } from './policy-page.js';
import { fullDay, moment } from '../kit/words/time.js';

/** The data for the rules on time. */
export interface PoliciesReading {
  /** Oldest first. */
  readonly history: readonly PublishedPolicy[];
  readonly inForce: PolicySet;
  readonly today: CivilDate;
  readonly mayPublish: boolean;
}

export function policiesView({ history, inForce, today, mayPublish }: PoliciesReading): PoliciesView {
  return {
    summary: `Đang áp dụng: bộ ${inForce.version}, từ ${fullDay(inForce.validFrom)}. Phiếu giữ thời hạn của bộ áp dụng ngày nhận phiếu.`,
    versions: history.toReversed().map((published) => lineView(published, inForce, today)),
    draftHref: mayPublish ? '/quy-dinh-thoi-han/soan' : null,
  };
}

function lineView({ set, publication }: PublishedPolicy, inForce: PolicySet, today: CivilDate): PolicyLineView {
  return {
    href: `/quy-dinh-thoi-han/${set.version}`,
    label: `Bộ ${set.version}`,
    name: set.name,
    citation: set.citation,
    validity: validityWords(set),
    standing: standingOf(set, inForce, today),
    published: publishedWords(publication),
    reason: publication?.reason ?? null,
  };
}

function standingOf(set: PolicySet, inForce: PolicySet, today: CivilDate): PolicyLineView['standing'] {
  if (set.version === inForce.version) return 'inForce';
  return set.validFrom > today ? 'coming' : 'past';
}

function validityWords({ validFrom, validTo }: PolicySet): string {
  const until = validTo === null ? '' : ` đến hết ${fullDay(validTo)}`;
  return `Từ ${fullDay(validFrom)}${until}`;
}

function publishedWords(publication: PublishedPolicy['publication']): string {
  return publication === null
    ? 'Đi kèm phần mềm, là đề xuất để Sở thay'
    : `${publication.byName}, ${moment(publication.at)}`;
}

/** @param before the version that this one followed; null for the first */
export function policyView(
  { set, publication }: PublishedPolicy,
  before: PolicySet | null,
  mayPublish: boolean,
): PolicyView {
  return {
    heading: `Bộ thời hạn ${set.version}: ${set.name}`,
    facts: [
      { label: 'Căn cứ', value: set.citation },
      { label: 'Áp dụng', value: validityWords(set) },
      { label: 'Ban hành', value: publishedWords(publication) },
      ...(publication === null ? [] : [{ label: 'Lý do', value: publication.reason }]),
    ],
    changes: before === null ? null : changesView(before, set),
    levels: LEVELS.map((level) => LEVEL_WORDS[level]),
    duties: DUTIES.map((duty) => dutyView(duty, set, before)),
    categories: CATEGORIES.map((category) => categoryView(set.categories[category])),
    reminders: [
      { label: 'Nhắc khi đã qua', value: percentWords(set) },
      { label: 'Phiếu quá hạn', value: `nhắc lúc ${overdueAtWords(set)}` },
      ...set.escalation.map((step) => ({
        label: ESCALATION_WORDS[step.to],
        value: `được báo ${escalationFromWords(step)}`,
      })),
      ...(set.ownReminding ?? []).map((own) => ({
        label: `Riêng ${ownPlaceWords(own, set)}`,
        value: remindingWords(own),
      })),
    ],
    bounds: [
      { label: 'Gia hạn', value: `nhiều nhất ${set.extensionsAllowed} lần mỗi phiếu` },
      { label: 'Mở lại', value: `nhiều nhất ${set.reopeningsAllowed} lần, sau đó chuyển Giám sát` },
      { label: 'Lý do không tiếp nhận', value: `ít nhất ${set.shortestRefusal} ký tự, người phản ánh đọc được` },
      { label: 'Tìm phản ánh trùng', value: `trong ${set.duplicateWindowDays} ngày trở lại` },
    ],
    refusals: REFUSAL_REASONS.map((reason) => REFUSAL_GROUNDS[reason]),
    draftHref: mayPublish ? `/quy-dinh-thoi-han/soan?tu=${set.version}` : null,
  };
}

function dutyView(duty: Duty, set: PolicySet, before: PolicySet | null): DutyView {
  const limits = set.limits[duty];
  return {
    name: DUTY_WORDS[duty],
    limits: LEVELS.map((level) => ({
      words: limitWords(limits[level]),
      before: before === null ? null : wordsIfOther(before.limits[duty][level], limits[level]),
    })),
    sources: sourceViews(limits),
  };
}

function wordsIfOther(then: SourcedLimit, now: SourcedLimit): string | null {
  const words = limitWords(then);
  return words === limitWords(now) ? null : words;
}

/** Each source once, with the levels that rest on it when not all do. */
function sourceViews(limits: Readonly<Record<Level, SourcedLimit>>): readonly SourceView[] {
  const levels = new Map<string, Level[]>();
  for (const level of LEVELS) {
    const { standing, text } = limits[level].source;
    const key = `${standing} ${text}`;
    levels.set(key, [...(levels.get(key) ?? []), level]);
  }
  return [...levels.values()].flatMap((resting) => {
    const [first] = resting;
    if (first === undefined) return [];
    const { standing, text } = limits[first].source;
    const forLevels = resting.length === LEVELS.length ? null : resting.map((level) => LEVEL_WORDS[level]).join(', ');
    return [{ standing: STANDING_WORDS[standing], text, forLevels }];
  });
}

function categoryView(rule: CategoryRule): CategoryView {
  return {
    name: rule.name,
    aboutConduct: rule.aboutConduct ? 'Bảo mật thông tin người phản ánh' : 'Theo yêu cầu của người phản ánh',
    aboutChildren: rule.aboutChildren ? 'Có thể có' : 'Không',
    anonymous: ANONYMITY_WORDS[rule.anonymous],
    limits: DUTIES.flatMap((duty) =>
      LEVELS.flatMap((level) => {
        const limit = rule.limits?.[duty]?.[level];
        return limit === undefined
          ? []
          : [`${DUTY_WORDS[duty]}, ${LEVEL_WORDS[level].toLowerCase()}: ${limitWords(limit)} (${limit.source.text})`];
      }),
    ),
  };
}

/** Everything that is different, in words. */
export function changesView(before: PolicySet, after: PolicySet): PolicyChangesView {
  const rows = policyDifference(before, after).map(({ what, before: then, after: now }) => ({
    what,
    before: then,
    after: now,
  }));
  return { heading: `Khác với bộ ${before.version}`, rows };
}
