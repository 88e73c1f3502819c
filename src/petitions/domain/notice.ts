import { shortDate } from '../../drafting/domain/letter/date-line.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import { RESULT_WORDS, type Petition, type SettlementResult } from './petition.js';

/** What a notice to the sender of a petition rests on. */
export interface NoticeFacts extends Petition {
  readonly receivedOn: CivilDate;
  readonly petitionerName: string;
  readonly competentAgency: string;
  readonly wayReason: string;
  readonly acceptedOn: CivilDate | null;
  readonly result: SettlementResult | null;
  readonly resultText: string;
  /** The last day of the settlement; null before it is counted. */
  readonly settleBy: CivilDate | null;
}

export interface PetitionNotice {
  /** `Thụ lý đơn khiếu nại` */
  readonly about: string;
  readonly paragraphs: readonly string[];
}

const SORT = { complaint: 'khiếu nại', denunciation: 'tố cáo', protection: 'đề nghị bảo vệ' } as const;

/**
 * What the sender is told as the petition stands, true for each case; null where there is nothing to tell yet, or nobody to tell it to.
 *
 * @param agency as the notice names it: `Sở Giáo dục và Đào tạo`
 *
 * Source: Luật Khiếu nại 2011, Điều 27; Luật Tố cáo 2018, Điều 24; Thông tư 05/2021/TT-TTCP (unconfirmed).
 */
export function petitionNotice(facts: NoticeFacts, agency: string): PetitionNotice | null {
  if (facts.anonymous) return null;
  const said = saidOf(facts, agency);
  if (said === null) return null;
  const came = `Ngày ${shortDate(facts.receivedOn)}, ${agency} nhận được đơn ${SORT[facts.kind]} của Ông (Bà) ${facts.petitionerName}.`;
  return { about: said.about, paragraphs: [came, ...said.paragraphs] };
}

function saidOf(facts: NoticeFacts, agency: string): PetitionNotice | null {
  if (facts.state === 'accepted') return accepted(facts, agency);
  if (facts.state === 'settled' || facts.result !== null) return settled(facts, agency);
  if (facts.state === 'decided' || facts.state === 'closed') return otherWay(facts, agency);
  return null;
}

function accepted({ kind, acceptedOn, settleBy }: NoticeFacts, agency: string): PetitionNotice {
  const from = acceptedOn === null ? '' : ` từ ngày ${shortDate(acceptedOn)}`;
  const until = settleBy === null ? [] : [`Thời hạn giải quyết đến hết ngày ${shortDate(settleBy)}.`];
  return {
    about: `Thụ lý đơn ${SORT[kind]}`,
    paragraphs: [`Đơn thuộc thẩm quyền giải quyết của Giám đốc ${agency}. ${agency} đã thụ lý đơn${from}.`, ...until],
  };
}

function settled({ kind, result, resultText }: NoticeFacts, agency: string): PetitionNotice {
  const came =
    result === null || result === 'withdrawn' ? '' : ` Nội dung đơn: ${RESULT_WORDS[result].toLocaleLowerCase('vi')}.`;
  const begun = result === 'withdrawn' ? 'Ông (Bà) đã rút đơn.' : `${agency} đã giải quyết đơn.`;
  return { about: `Kết quả giải quyết đơn ${SORT[kind]}`, paragraphs: [`${begun}${came}`, resultText] };
}

function otherWay({ kind, way, competentAgency, wayReason }: NoticeFacts, agency: string): PetitionNotice | null {
  switch (way) {
    case 'guide':
      return {
        about: `Hướng dẫn gửi đơn ${SORT[kind]}`,
        paragraphs: [
          `Đơn không thuộc thẩm quyền giải quyết của ${agency}. Đề nghị Ông (Bà) gửi đơn đến ${competentAgency} để được giải quyết.`,
        ],
      };
    case 'forward':
      return {
        about: `Chuyển đơn ${SORT[kind]}`,
        paragraphs: [
          `Đơn không thuộc thẩm quyền giải quyết của ${agency}. ${agency} chuyển đơn đến ${competentAgency} để giải quyết; Ông (Bà) liên hệ cơ quan này để biết kết quả.`,
        ],
      };
    case 'file':
      return {
        about: `Không thụ lý đơn ${SORT[kind]}`,
        paragraphs: [`${agency} không thụ lý đơn. Lý do: ${wayReason}`],
      };
    case 'accept':
    case 'inform':
    case null:
      return null;
  }
}
