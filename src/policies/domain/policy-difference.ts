import {
  ANONYMITY_WORDS,
  CATEGORIES,
  type Category,
  DUTIES,
  type Duty,
  DUTY_WORDS,
  ESCALATION_TIERS,
  ESCALATION_WORDS,
  type Level,
  LEVEL_WORDS,
  LEVELS,
  type PolicySet,
  type SourcedLimit,
  STANDING_WORDS,
} from '../../law/policy.js';
import { limitWords } from '../../law/limit.js';
import { ownRemindingField } from '../../law/reminding-flaws.js';
import { escalationFromWords, overdueAtWords, percentWords, remindingWords } from '../../law/reminding-words.js';

/** One thing that two versions of the rules state differently. */
export interface PolicyChange {
  /** Path into the set, as a flaw names it: `limits.process.normal`, `categories.fees.name`. */
  readonly field: string;
  /** Of what, for people: `Giải quyết và trả lời, mức phức tạp`. */
  readonly what: string;
  /** In words; null where the version states nothing. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What a version states at one place; the same places of two versions are compared by their words. */
type Statement = readonly [field: string, what: string, words: string];

/**
 * All that is different between two versions, in the order of the editor: what people read of a version is compared, so whatever the
 * page says otherwise is named. First and last day stand beside every version and are left out.
 */
export function policyDifference(before: PolicySet, after: PolicySet): readonly PolicyChange[] {
  const [then, now] = [statementsOf(before), statementsOf(after)];
  const gone = then.filter(([field]) => !now.some(([other]) => other === field));
  return [...now, ...gone].flatMap(([field, what]): readonly PolicyChange[] => {
    const [old, young] = [wordsAt(field, then), wordsAt(field, now)];
    return old === young ? [] : [{ field, what, before: old, after: young }];
  });
}

function wordsAt(field: string, statements: readonly Statement[]): string | null {
  return statements.find(([one]) => one === field)?.[2] ?? null;
}

function statementsOf(set: PolicySet): readonly Statement[] {
  return [
    ['name', 'Tên bộ thời hạn', set.name],
    ['citation', 'Văn bản thực hiện', set.citation],
    ...DUTIES.flatMap((duty) =>
      LEVELS.flatMap((level) => limitStatements(set.limits[duty][level], { duty, level, path: 'limits', of: '' })),
    ),
    ...CATEGORIES.flatMap((category) => categoryStatements(category, set)),
    ['reminders.percents', 'Nhắc khi đã qua', percentWords(set)],
    ['reminders.overdueAt', 'Giờ nhắc phiếu quá hạn', overdueAtWords(set)],
    ...ESCALATION_TIERS.map((tier): Statement => [
      `escalation.${tier}`,
      `${ESCALATION_WORDS[tier]} được báo`,
      toldWords(tier, set),
    ]),
    ...(set.ownReminding ?? []).map((own): Statement => [
      ownRemindingField(own),
      `Nhắc riêng, ${ownPlaceWords(own, set)}`,
      remindingWords(own),
    ]),
    ['extensionsAllowed', 'Số lần gia hạn', String(set.extensionsAllowed)],
    ['reopeningsAllowed', 'Số lần mở lại', String(set.reopeningsAllowed)],
    ['shortestRefusal', 'Độ dài tối thiểu của lý do không tiếp nhận', `${set.shortestRefusal} ký tự`],
    ['duplicateWindowDays', 'Tìm phản ánh trùng', `${set.duplicateWindowDays} ngày`],
  ];
}

interface LimitPlace {
  readonly duty: Duty;
  readonly level: Level;
  readonly path: string;
  /** Whose limit it is: `Thu chi, dạy thêm: `; empty for the set's. */
  readonly of: string;
}

/** The length and what it rests on are two statements: another source for the same length moves nobody's date. */
function limitStatements(limit: SourcedLimit | undefined, { duty, level, path, of }: LimitPlace): readonly Statement[] {
  if (limit === undefined) return [];
  const field = `${path}.${duty}.${level}`;
  const what = `${of}${DUTY_WORDS[duty]}, mức ${LEVEL_WORDS[level].toLowerCase()}`;
  const { standing, text } = limit.source;
  return [
    [field, what, limitWords(limit)],
    [`${field}.source`, `${what}: căn cứ`, `${STANDING_WORDS[standing]}: ${text}`],
  ];
}

function categoryStatements(category: Category, { categories }: PolicySet): readonly Statement[] {
  const { name, aboutConduct, aboutChildren, anonymous, limits } = categories[category];
  const path = `categories.${category}`;
  return [
    [`${path}.name`, `Tên lĩnh vực “${name}”`, name],
    [
      `${path}.aboutConduct`,
      `${name}: bảo mật thông tin người phản ánh đối với đơn vị bị phản ánh`,
      yesOrNo(aboutConduct),
    ],
    [`${path}.aboutChildren`, `${name}: có thể nêu tên trẻ em`, yesOrNo(aboutChildren)],
    [`${path}.anonymous`, `${name}: phản ánh nặc danh`, ANONYMITY_WORDS[anonymous]],
    ...DUTIES.flatMap((duty) =>
      LEVELS.flatMap((level) =>
        limitStatements(limits?.[duty]?.[level], { duty, level, path: `${path}.limits`, of: `${name}: ` }),
      ),
    ),
  ];
}

function toldWords(tier: (typeof ESCALATION_TIERS)[number], { escalation }: PolicySet): string {
  const step = escalation.find(({ to }) => to === tier);
  return step === undefined ? 'không báo' : escalationFromWords(step);
}

/** `Thu chi, dạy thêm, mức khẩn`; `mọi lĩnh vực, mức khẩn` */
export function ownPlaceWords(
  { category, level }: { readonly category: Category | null; readonly level: Level | null },
  { categories }: PolicySet,
): string {
  const whose = category === null ? 'mọi lĩnh vực' : categories[category].name;
  return `${whose}, ${level === null ? 'mọi mức độ' : `mức ${LEVEL_WORDS[level].toLowerCase()}`}`;
}

function yesOrNo(is: boolean): string {
  return is ? 'có' : 'không';
}
