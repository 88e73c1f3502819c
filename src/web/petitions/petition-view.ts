import { remaining } from '../../calendar/index.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import {
  isLimitUnit,
  LIMIT_CONFIDENCE_WORDS,
  limitWords,
  PETITION_DUTY_WORDS,
  type LimitUnit,
} from '../../law/index.js';
import type { PetitionDutyEntity, PetitionEntity, PetitionStepEntity, SeenPetition } from '../../petitions/index.js';
import {
  COMPETENCE_WORDS,
  isSecret,
  KIND_WORDS,
  petitionName,
  STATE_WORDS,
  WAY_WORDS,
} from '../../petitions/domain/petition.js';
import { likenessWords, type Likeness } from '../../tickets/domain/intake/duplicates.js';
import { wordsToHotline } from '../../tickets/domain/reply/told-outside.js';
import type { Fact } from '../kit/facts.js';
import type { RefusedAct } from '../kit/refused-values.js';
import type { RowView } from '../kit/row-list.js';
import { deadlineWords, outcomePill, type DeadlineWords } from '../kit/words/deadline.js';
import { dueMoment, fullDay, moment } from '../kit/words/time.js';
import { proofDays, type Today } from '../deadlines/ticket-deadline.js';
import { petitionForms, type PetitionPeople } from './petition-forms.js';
import type { PetitionDutyView, PetitionView } from './petition-page.js';

/** Another entry of the register that may be the same petition, and why. */
export interface LikePetition {
  readonly petition: Pick<PetitionEntity, 'id' | 'number' | 'year' | 'receivedOn' | 'state' | 'way'>;
  readonly likeness: Likeness;
}

export interface PetitionReading extends PetitionPeople {
  readonly seen: SeenPetition;
  readonly today: Today;
  /** The ticket that it came as, for those who may read it. */
  readonly ticket: { readonly href: string; readonly words: string } | null;
  /** Empty once the way is decided. */
  readonly alike: readonly LikePetition[];
  readonly leaderName: string | null;
  readonly chargedName: string | null;
  readonly notice: readonly string[] | null;
}

const SECRECY =
  'Đơn được giữ bí mật: chỉ người ghi đơn, lãnh đạo quyết định và người được giao xem được. Không chuyển tiếp, không chép ra ngoài.';

export function petitionView(reading: PetitionReading, refused: RefusedAct | null): PetitionView {
  const { seen, today, ticket } = reading;
  const { petition, duties, steps, may } = seen;
  const { id, state } = petition;
  return {
    id,
    heading: petitionName(petition),
    state: `${KIND_WORDS[petition.kind]}. ${STATE_WORDS[state]}.`,
    secrecy: isSecret(petition) ? SECRECY : null,
    source: sourceOf(reading),
    facts: factsOf(reading),
    words: ticket?.words ?? null,
    summary: petition.summary,
    alike: reading.alike.map(alikeRow),
    duties: duties.map((duty) => dutyView(duty, today)),
    forms: petitionForms({ ...reading, refused }),
    buttons: [
      ...(may.has('accept') ? [{ action: `/don/${id}/thu-ly`, label: 'Thụ lý đơn' }] : []),
      ...(may.has('close') ? [{ action: `/don/${id}/ket-thuc`, label: 'Đã thông báo kết quả, kết thúc đơn' }] : []),
    ],
    notice: noticeOf(reading),
    steps: steps.map(stepRow),
  };
}

function sourceOf({ seen: { petition }, ticket }: PetitionReading): PetitionView['source'] {
  const { ticketCode } = petition;
  if (ticketCode === null) return { words: 'Đơn giấy', href: null };
  return { words: `Phiếu ${ticketCode}`, href: ticket?.href ?? null };
}

function factsOf({ seen: { petition }, leaderName, chargedName }: PetitionReading): readonly Fact[] {
  const { receivedOn, anonymous, petitionerName, petitionerContact, takenByName } = petition;
  return [
    { label: 'Nhận ngày', value: `${fullDay(receivedOn)}, ${takenByName} ghi vào sổ` },
    { label: 'Người đứng đơn', value: anonymous ? 'Không rõ (nặc danh)' : petitionerName },
    ...(petitionerContact === '' ? [] : [{ label: 'Liên hệ', value: petitionerContact }]),
    ...decidedFacts(petition),
    ...(leaderName === null ? [] : [{ label: 'Lãnh đạo quyết định', value: leaderName }]),
    ...(chargedName === null ? [] : [{ label: 'Giao xác minh', value: chargedName }]),
  ];
}

function decidedFacts({ competence, competentAgency, way, acceptedOn, resultText }: PetitionEntity): readonly Fact[] {
  const agency = competentAgency === '' ? '' : `: ${competentAgency}`;
  return [
    ...(competence === null ? [] : [{ label: 'Thẩm quyền', value: `${COMPETENCE_WORDS[competence]}${agency}` }]),
    ...(way === null ? [] : [{ label: 'Cách xử lý', value: WAY_WORDS[way] }]),
    ...(acceptedOn === null ? [] : [{ label: 'Thụ lý ngày', value: fullDay(acceptedOn) }]),
    ...(resultText === '' ? [] : [{ label: 'Kết quả', value: resultText }]),
  ];
}

function dutyView(duty: PetitionDutyEntity, { now, calendar }: Today): PetitionDutyView {
  const { amount, unit, source, confidence, startedOn, extended, dueAt, legalEndAt, calendarVersion, metAt, proof } =
    duty;
  const isAtOnce = amount === 0;
  return {
    name: PETITION_DUTY_WORDS[duty.duty],
    pill: pillOf({ dueAt, legalEndAt, metAt, isAtOnce }, unitOf(unit), { now, calendar }),
    moment: isAtOnce ? 'ngay khi nhận' : dueMoment(dueAt),
    rule: isAtOnce ? 'Làm ngay, không chờ thời hạn.' : ruleWords(duty, extended),
    basis: `Căn cứ: ${source} (${LIMIT_CONFIDENCE_WORDS[confidence]}); tính từ ngày ${fullDay(startedOn)}, lịch làm việc bản ${String(calendarVersion)}.`,
    days: proofDays(proof, civilDateOf(now)),
  };
}

function pillOf(
  {
    dueAt,
    legalEndAt,
    metAt,
    isAtOnce,
  }: Pick<PetitionDutyEntity, 'dueAt' | 'legalEndAt' | 'metAt'> & { readonly isAtOnce: boolean },
  unit: LimitUnit,
  { now, calendar }: Today,
): DeadlineWords {
  if (metAt !== null) return outcomePill(metAt, legalEndAt, calendar);
  if (isAtOnce) return { tone: 'late', words: 'Làm ngay' };
  return deadlineWords(remaining(now, { due: dueAt, legalEnd: legalEndAt }, unit, calendar));
}

function ruleWords({ amount, unit }: PetitionDutyEntity, extended: number): string {
  const limit = limitWords({ amount, unit: unitOf(unit) });
  const more = extended === 0 ? '' : ` Đã kéo dài ${String(extended)} lần.`;
  return `${limit}, ngày bắt đầu không tính.${more}`;
}

function unitOf(unit: string): LimitUnit {
  return isLimitUnit(unit) ? unit : 'days';
}

function noticeOf({ seen: { petition }, notice }: PetitionReading): PetitionView['notice'] {
  const { id, anonymous, kind, way, state, ticketCode } = petition;
  const handedOn = way === 'forward' && (state === 'decided' || state === 'closed');
  const nature = kind === 'complaint' ? 'complaint' : 'denunciation';
  const heard = wordsToHotline({ nature }, '');
  return {
    paragraphs: notice,
    why: anonymous
      ? 'Không rõ người đứng đơn nên không có ai để thông báo.'
      : 'Chưa có gì để thông báo cho người đứng đơn; lời thông báo hiện ra sau khi có quyết định.',
    noticeHref: notice === null ? null : `/don/${id}/thong-bao.docx`,
    slipHref: handedOn ? `/don/${id}/phieu-chuyen.docx` : null,
    hotline: ticketCode === null ? null : hotlineWords(heard),
  };
}

function hotlineWords(heard: string): string {
  return heard === ''
    ? 'Tổng đài 1022 nhận lời chuyển trả của phiếu; diễn biến của đơn không báo Tổng đài.'
    : `Tổng đài 1022 chỉ nhận câu: “${heard}”`;
}

function alikeRow({ petition, likeness }: LikePetition): RowView {
  const { id, receivedOn, state, way } = petition;
  const stands = way === null ? STATE_WORDS[state] : `${STATE_WORDS[state]}, ${WAY_WORDS[way].toLocaleLowerCase('vi')}`;
  return {
    icon: 'link',
    title: petitionName(petition),
    href: `/don/${id}`,
    detail: `Nhận ngày ${fullDay(receivedOn)}; ${likenessWords(likeness)}. ${stands}.`,
  };
}

function stepRow({ title, text, at, actorName }: PetitionStepEntity): RowView {
  const by = `${moment(at)}, ${actorName}`;
  return { icon: 'circle', title, detail: text === '' ? by : `${by}. ${text}` };
}
