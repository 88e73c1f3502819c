/**
 * Where a document may be begun: `nothing`: from the page of new documents · `incoming`: from an incoming document without a ticket · `release`: from a
 * released letter that it corrects · `routing`: from an incoming document on its round · the others: from the matter of that name.
 */
export const BEGINNING_PLACES = [
  'nothing',
  'incoming',
  'ticket',
  'extension',
  'informationRequest',
  'verification',
  'return',
  'outsideRequest',
  'release',
  'routing',
  'report',
  'reminder',
  'officerChange',
  'commendation',
] as const;

export type BeginningPlace = (typeof BEGINNING_PLACES)[number];

/**
 * Each kind of document with the places where it may be begun; the DOCX of the routing slip is made there, without a draft.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 7 and 10; the matters of 1022 by the source letter.
 */
export const BEGUN_FROM: Readonly<Record<string, readonly BeginningPlace[]>> = {
  'cong-van-tra-loi': ['ticket'],
  'cong-van-khong-thuoc-tham-quyen': ['return'],
  'cong-van-gia-han': ['extension'],
  'cong-van-de-nghi-bo-sung': ['informationRequest'],
  'cong-van-dinh-chinh': ['release'],
  'cong-van-chuyen': ['return', 'outsideRequest'],
  'phieu-chuyen': ['return'],
  'cong-van-trien-khai': ['nothing', 'incoming'],
  'cong-van-don-doc': ['reminder'],
  'cong-van-thay-doi-dau-moi': ['officerChange'],
  'bao-cao': ['nothing', 'incoming', 'report'],
  'to-trinh': ['nothing', 'incoming'],
  'thong-bao': ['nothing', 'incoming'],
  'ke-hoach': ['nothing', 'incoming'],
  'bien-ban': ['nothing', 'incoming', 'verification'],
  'phieu-giai-quyet-van-ban-den': ['routing'],
  'to-trinh-khen-thuong': ['commendation'],
  'quyet-dinh-khen-thuong': ['commendation'],
};

/** The kinds that may be begun at a place, in the order of the table. */
export function kindsBegunFrom(place: BeginningPlace): readonly string[] {
  return Object.keys(BEGUN_FROM).filter((kind) => mayBeginFrom(place, kind));
}

export function mayBeginFrom(place: BeginningPlace, kind: string): boolean {
  return BEGUN_FROM[kind]?.includes(place) ?? false;
}
