import { DomainError } from '../../kernel/domain-error.js';
import type { CivilDate } from '../../kernel/civil-date.js';

/**
 * What a petition is in law. A request for protection is entered by itself, since it cannot wait for the denunciation that it belongs to.
 *
 * Source: Luật Khiếu nại 2011, Điều 2 khoản 1; Luật Tố cáo 2018, Điều 2 khoản 1, Điều 47 (unconfirmed).
 */
export const PETITION_KINDS = ['complaint', 'denunciation', 'protection'] as const;
export type PetitionKind = (typeof PETITION_KINDS)[number];

export const KIND_WORDS: Readonly<Record<PetitionKind, string>> = {
  complaint: 'Khiếu nại',
  denunciation: 'Tố cáo',
  protection: 'Đề nghị bảo vệ người tố cáo',
};

/** Who is competent to settle it. */
export const COMPETENCES = ['own', 'unit', 'city', 'commune', 'police', 'otherDepartment', 'unclear'] as const;
export type Competence = (typeof COMPETENCES)[number];

export const COMPETENCE_WORDS: Readonly<Record<Competence, string>> = {
  own: 'Giám đốc Sở',
  unit: 'Thủ trưởng trường, đơn vị trực thuộc Sở',
  city: 'Chủ tịch Ủy ban nhân dân thành phố',
  commune: 'Chủ tịch Ủy ban nhân dân xã, phường, đặc khu',
  police: 'Cơ quan điều tra, Viện kiểm sát',
  otherDepartment: 'Sở, ngành khác',
  unclear: 'Chưa xác định được',
};

/** What is done with it: settled here, examined as information, its sender told where to go, handed on, or kept without more. */
export const WAYS = ['accept', 'inform', 'guide', 'forward', 'file'] as const;
export type Way = (typeof WAYS)[number];

export const WAY_WORDS: Readonly<Record<Way, string>> = {
  accept: 'Thụ lý, giải quyết',
  inform: 'Xem xét như thông tin phục vụ quản lý',
  guide: 'Hướng dẫn gửi nơi có thẩm quyền',
  forward: 'Chuyển nơi có thẩm quyền',
  file: 'Lưu đơn',
};

/** What came of a petition that was settled here. */
export const RESULTS = ['right', 'partlyRight', 'wrong', 'withdrawn'] as const;
export type SettlementResult = (typeof RESULTS)[number];

export const RESULT_WORDS: Readonly<Record<SettlementResult, string>> = {
  right: 'Đúng',
  partlyRight: 'Đúng một phần',
  wrong: 'Sai toàn bộ',
  withdrawn: 'Người đứng đơn rút đơn',
};

/** `struck`: what came to the register turned out to be no petition; its number stays. */
export const PETITION_STATES = ['received', 'screened', 'decided', 'accepted', 'settled', 'closed', 'struck'] as const;
export type PetitionState = (typeof PETITION_STATES)[number];

export const STATE_WORDS: Readonly<Record<PetitionState, string>> = {
  received: 'Mới vào sổ',
  screened: 'Chờ lãnh đạo quyết định',
  decided: 'Đã quyết định cách xử lý',
  accepted: 'Đã thụ lý, đang giải quyết',
  settled: 'Đã giải quyết, chờ kết thúc',
  closed: 'Đã kết thúc',
  struck: 'Không phải đơn khiếu nại, tố cáo',
};

/** What the rules ask of a petition. */
export interface Petition {
  readonly kind: PetitionKind;
  readonly anonymous: boolean;
  readonly state: PetitionState;
  readonly competence: Competence | null;
  readonly way: Way | null;
}

/** Whose sender is kept from everybody but those who handle it. Source: Luật Tố cáo 2018, Điều 8, 16, 56 (unconfirmed). */
export function isSecret({ kind }: Pick<Petition, 'kind'>): boolean {
  return kind !== 'complaint';
}

/** `Đơn số 3/2026` */
export function petitionName({ number, year }: { readonly number: number; readonly year: number }): string {
  return `Đơn số ${String(number)}/${String(year)}`;
}

/** @throws DomainError `input-invalid` for a day to come: nothing has come yet */
export function requireReceivedOn(receivedOn: CivilDate, today: CivilDate): void {
  if (receivedOn > today)
    throw new DomainError('input-invalid', { field: 'receivedOn', message: 'Ngày nhận không thể sau hôm nay.' });
}
