import type { AgencyProfile } from '../../../agency-profile/domain/agency-profile.js';
import type { CivilDate } from '../../../kernel/civil-date.js';

/** The fields of documents that follow the agency's facts and the day, and are never typed. */
export function agencyFields(
  { parent, letterhead, shortName, place, contact }: AgencyProfile,
  today: CivilDate,
): Readonly<{
  co_quan_chu_quan: string;
  co_quan_ban_hanh: string;
  ten_co_quan: string;
  dia_danh: string;
  nam: string;
  lien_he: readonly string[];
}> {
  return {
    co_quan_chu_quan: parent,
    co_quan_ban_hanh: letterhead,
    ten_co_quan: shortName,
    dia_danh: place,
    nam: today.slice(0, 4),
    lien_he: contact,
  };
}

export interface OutdatedName {
  readonly says: string;
  readonly now: string;
}

/**
 * What a draft says of the agency, and of the year that it is issued in, that is no longer so: pairs of what it says and what it should. Fields that it
 * lacks are not missed.
 *
 * Source of the year: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4 (the date is the day of issue).
 */
export function outdatedNames(
  draft: Readonly<Record<string, unknown>>,
  facts: AgencyProfile,
  today: CivilDate,
): readonly OutdatedName[] {
  const { co_quan_chu_quan, co_quan_ban_hanh, ten_co_quan, dia_danh, nam } = agencyFields(facts, today);
  return Object.entries({ co_quan_chu_quan, co_quan_ban_hanh, ten_co_quan, dia_danh, nam }).flatMap(([field, now]) => {
    const says = draft[field];
    if (typeof says !== 'string' || says === now) return [];
    return field === 'nam' ? [{ says: `năm ${says}`, now: `năm ${now}` }] : [{ says, now }];
  });
}

/** @param inWord whether it stands in a file that is corrected in Word */
export function outdatedWords({ says, now }: OutdatedName, inWord = false): string {
  const mend = inWord ? 'Sửa trong Word rồi nộp lại.' : 'Lưu lại bản thảo để ghi như hiện nay.';
  return `Bản thảo ghi “${says}”, nay là “${now}”. ${mend}`;
}
