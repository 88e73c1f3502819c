import { isCivilDate } from '../kernel/civil-date.js';
import { DomainError } from '../kernel/domain-error.js';
import { flaw, isWholeBetween } from './flaw.js';
import { limitFlaws } from './limit-flaws.js';
import { remindingFlaws } from './reminding-flaws.js';
import { CATEGORIES, type CategoryRule, type PolicySet } from './policy.js';
import type { Flaw, PolicyDraft } from './policy-draft.js';

const MAX_NAME_LENGTH = 200;
const MAX_CITATION_LENGTH = 500;

/** What keeps a set from being in force, in the order in which it is read; empty when nothing does. */
export function policyFlaws(set: PolicyDraft): readonly Flaw[] {
  return [
    ...textFlaws(set),
    ...validityFlaws(set),
    ...limitFlaws(set),
    ...numberFlaws(set),
    ...categoryFlaws(set),
    ...remindingFlaws(set),
  ];
}

/**
 * The draft as the version that it becomes.
 *
 * @throws DomainError `policy-flawed` with the flaws
 */
export function completePolicy(draft: PolicyDraft, version: number): PolicySet {
  const flaws = policyFlaws(draft);
  const whole = { ...draft, version };
  if (!isWhole(whole, flaws)) throw new DomainError('policy-flawed', { flaws });
  return whole;
}

/** `policyFlaws` has looked at every part in which a set is narrower than a draft. */
function isWhole(_: PolicyDraft & { readonly version: number }, flaws: readonly Flaw[]): _ is PolicySet {
  return flaws.length === 0;
}

function textFlaws({ name, citation }: PolicyDraft): readonly Flaw[] {
  return [
    ...flaw('name', name.trim() === '', 'Đặt tên cho bộ thời hạn.'),
    ...flaw('name', name.length > MAX_NAME_LENGTH, `Tên dài quá ${MAX_NAME_LENGTH} ký tự; rút ngắn lại.`),
    ...flaw(
      'citation',
      citation.trim() === '',
      'Ghi văn bản mà bộ thời hạn này thực hiện: số, ngày, cơ quan ban hành.',
    ),
    ...flaw(
      'citation',
      citation.length > MAX_CITATION_LENGTH,
      `Căn cứ dài quá ${MAX_CITATION_LENGTH} ký tự; rút ngắn lại.`,
    ),
  ];
}

function validityFlaws({ validFrom, validTo }: PolicyDraft): readonly Flaw[] {
  if (!isCivilDate(validFrom))
    return [{ field: 'validFrom', sentence: 'Ghi ngày bắt đầu áp dụng có thật, như 05/03/2026.' }];
  if (validTo === null) return [];
  if (!isCivilDate(validTo))
    return [{ field: 'validTo', sentence: 'Ghi ngày hết áp dụng có thật, như 05/03/2026, hoặc bỏ trống.' }];
  return flaw('validTo', validTo < validFrom, 'Ngày hết áp dụng phải từ ngày bắt đầu trở đi.');
}

function numberFlaws(set: PolicyDraft): readonly Flaw[] {
  const bounds = [
    ['extensionsAllowed', 'Số lần gia hạn', 0, 5],
    ['reopeningsAllowed', 'Số lần mở lại', 0, 10],
    ['shortestRefusal', 'Độ dài tối thiểu của lý do không tiếp nhận', 1, 1000],
    ['duplicateWindowDays', 'Số ngày tìm phản ánh trùng', 1, 365],
  ] as const;
  return bounds.flatMap(([field, words, least, most]) =>
    flaw(field, !isWholeBetween(set[field], least, most), `${words}: nhập số nguyên từ ${least} đến ${most}.`),
  );
}

function categoryFlaws({ categories }: PolicyDraft): readonly Flaw[] {
  const names = CATEGORIES.map((category) => categories[category]?.name.trim() ?? '');
  return CATEGORIES.flatMap((category, at) => [
    ...flaw(`categories.${category}`, categories[category] === undefined, `Thiếu lĩnh vực “${category}”.`),
    ...nameFlaws(`categories.${category}.name`, categories[category], names.slice(0, at)),
  ]);
}

function nameFlaws(field: string, rule: CategoryRule | undefined, earlier: readonly string[]): readonly Flaw[] {
  if (rule === undefined) return [];
  const name = rule.name.trim();
  if (name === '') return [{ field, sentence: 'Đặt tên cho lĩnh vực.' }];
  return flaw(field, earlier.includes(name), `Hai lĩnh vực cùng tên “${name}”; đổi tên một lĩnh vực.`);
}
