import type { HouseFacts } from '../../../house/domain/house-facts.js';

/** The fields of documents that follow the house's facts and are never typed. */
export function houseFields({ parent, letterhead, shortName, place, contact }: HouseFacts): Readonly<{
  co_quan_chu_quan: string;
  co_quan_ban_hanh: string;
  ten_co_quan: string;
  dia_danh: string;
  lien_he: readonly string[];
}> {
  return {
    co_quan_chu_quan: parent,
    co_quan_ban_hanh: letterhead,
    ten_co_quan: shortName,
    dia_danh: place,
    lien_he: contact,
  };
}

export interface OutdatedName {
  readonly says: string;
  readonly now: string;
}

/** What a draft says of the house that is no longer so: pairs of what it says and what it should. Fields that it lacks are not missed. */
export function outdatedNames(draft: Readonly<Record<string, unknown>>, facts: HouseFacts): readonly OutdatedName[] {
  const { co_quan_chu_quan, co_quan_ban_hanh, ten_co_quan, dia_danh } = houseFields(facts);
  return Object.entries({ co_quan_chu_quan, co_quan_ban_hanh, ten_co_quan, dia_danh }).flatMap(([field, now]) => {
    const says = draft[field];
    return typeof says === 'string' && says !== now ? [{ says, now }] : [];
  });
}

/** @param inWord whether it stands in a file that is mended in Word */
export function outdatedWords({ says, now }: OutdatedName, inWord = false): string {
  const mend = inWord ? 'Sửa trong Word rồi nộp lại.' : 'Lưu lại bản thảo để dùng tên hiện nay.';
  return `Bản thảo ghi “${says}”, nay là “${now}”. ${mend}`;
}
