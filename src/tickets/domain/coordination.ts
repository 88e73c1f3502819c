import { DomainError } from '../../kernel/domain-error.js';
import { requireText, type TextLengths } from './required-text.js';

/** What one coordinating unit is asked. */
export interface CoordinationAsk {
  readonly unitId: string;
  readonly question: string;
}

/** Of what a coordinating unit is asked. */
export const QUESTION_LENGTHS: TextLengths = { shortest: 10, longest: 2000 };

/** Of what a coordinating unit replies. */
export const COORDINATION_REPLY_LENGTHS: TextLengths = { shortest: 10, longest: 4000 };

/** More units than this do not help with one ticket at a time; a matter of many agencies is split. */
export const MAX_COORDINATING_UNITS = 10;

/**
 * The units to ask, each once, with their questions cleaned.
 *
 * @param leadUnitId who answers for the ticket: never asked to help itself
 * @param asked units that still owe a reply
 * @throws DomainError `input-invalid`
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 23 khoản 2: one unit in the lead, the coordinating units, and the time of each.
 */
export function requireAsks(
  asks: readonly CoordinationAsk[],
  { leadUnitId, asked }: { readonly leadUnitId: string | null; readonly asked: readonly string[] },
): readonly CoordinationAsk[] {
  const units = asks.map(({ unitId }) => unitId);
  if (units.includes(leadUnitId ?? '')) throw refused('Đơn vị chủ trì không đồng thời phối hợp. Bỏ chọn đơn vị đó.');
  if (new Set(units).size !== units.length) throw refused('Mỗi đơn vị phối hợp chỉ chọn một lần.');
  if (units.some((id) => asked.includes(id))) {
    throw refused('Có đơn vị đang được hỏi và còn trong hạn trả lời. Bỏ chọn đơn vị đó.');
  }
  if (units.length > MAX_COORDINATING_UNITS) {
    throw refused(`Chọn nhiều nhất ${MAX_COORDINATING_UNITS} đơn vị phối hợp.`);
  }
  return asks.map(({ unitId, question }) => ({
    unitId,
    question: requireText('question', question, QUESTION_LENGTHS),
  }));
}

function refused(message: string): DomainError {
  return new DomainError('input-invalid', { field: 'coordinators', message });
}

export interface CoordinationInView {
  readonly endedAt: Date | null;
  readonly repliedById: string | null;
}

/** `owed`: a reply is waited for. `silent`: the time passed, which is taken as no comment. */
export type CoordinationStanding = 'owed' | 'replied' | 'silent';

export function coordinationStanding({ endedAt, repliedById }: CoordinationInView): CoordinationStanding {
  if (endedAt === null) return 'owed';
  return repliedById === null ? 'silent' : 'replied';
}

/** Whether the time to reply has passed: the whole of the last day counts. */
export function isSilent(
  { endedAt, legalEndAt }: { readonly endedAt: Date | null; readonly legalEndAt: Date },
  now: Date,
): boolean {
  return endedAt === null && now > legalEndAt;
}

/** What ends the matter between the lead unit and one that is to lead instead. */
export const LEADS_NOW = 'Đơn vị được giao chủ trì.';

/** What ends a request to a unit whose work goes to another. */
export const PASSED_ON = 'Chuyển đơn vị kế tục trả lời.';
