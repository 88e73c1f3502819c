/**
 * Places of a document that stay free until somebody signs or a number is given: number, day and month; the leader's signature (the seal
 * lies over it) and, in minutes, the one of who took them; initials of who answers for the content, for the form, and for the annex.
 */
export const PLACE_NAMES = [
  'so',
  'ngay',
  'thang',
  'chu_ky',
  'chu_ky_thu_ky',
  'ky_nhay',
  'ky_nhay_the_thuc',
  'ky_nhay_phu_luc',
] as const;

export type PlaceName = (typeof PLACE_NAMES)[number];

/** What every document has that is signed. */
export const NEEDED_PLACES: readonly PlaceName[] = ['so', 'ngay', 'thang', 'chu_ky'];

/** Where a place is found again in the PDF: the last part of its hyperlink. */
export const PLACE_LINK = new RegExp(`/place/(${PLACE_NAMES.join('|')})$`, 'u');

const WORDS: Readonly<Partial<Record<PlaceName, string>>> = {
  so: 'số văn bản',
  ngay: 'ngày ban hành',
  thang: 'tháng ban hành',
  chu_ky: 'chữ ký của lãnh đạo',
  ky_nhay: 'ký nháy về nội dung',
  ky_nhay_the_thuc: 'ký nháy về thể thức',
};

/** What a place is for, in words; its own name where it has none. */
export function placeWords(place: string): string {
  return Object.entries(WORDS).find(([name]) => name === place)?.[1] ?? place;
}
