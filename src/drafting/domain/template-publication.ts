import { dayFlaws, reasonFlaws } from '../../agency-profile/domain/publication.js';
import { type Actor, hasRole, type Role } from '../../kernel/actor.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { Flaw } from '../../law/policy-draft.js';
import type { TemplateReport } from './template-lint/finding.js';

/**
 * Who brings templates: the registry, the Office that watches over the form of documents, and the administrator.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 12 khoản 2 (who checks the form answers for it).
 */
export const TEMPLATE_EDITORS: readonly Role[] = ['administrator', 'registryClerk', 'formatChecker'];

export function mayChangeTemplates(actor: Actor): boolean {
  return hasRole(actor, ...TEMPLATE_EDITORS);
}

/** An upload to be taken into use, as somebody wrote it. */
export interface TemplatePublication {
  /** The first day, as typed. */
  readonly validFrom: string;
  /** What was decided, by whom, when; stands beside the version for good. */
  readonly reason: string;
  /** Why it may be used in spite of its warnings; empty where there are none. */
  readonly acceptedBecause: string;
}

/** What keeps an upload from being used. @param report what its lint said; with errors it may not be used by anybody */
export function templatePublicationFlaws(
  { validFrom, reason, acceptedBecause }: TemplatePublication,
  { errors, warnings }: TemplateReport,
  today: CivilDate,
): readonly Flaw[] {
  if (errors.length > 0) {
    return [{ field: 'file', sentence: `Mẫu còn ${errors.length} chỗ phải sửa; sửa trong Word rồi tải lên lại.` }];
  }
  return [
    ...dayFlaws(validFrom, today),
    ...reasonFlaws(reason),
    ...(warnings.length > 0 ? reasonFlaws(acceptedBecause, 'acceptedBecause', 'Ghi vì sao vẫn dùng được') : []),
  ];
}
