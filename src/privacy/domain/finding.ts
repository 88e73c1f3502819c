/** What a private detail is; chosen so that a reader of the redacted text understands what stood there. */
export const FINDING_KINDS = [
  'phone',
  'email',
  'citizenId',
  'passport',
  'personalCode',
  'taxCode',
  'bankAccount',
  'licencePlate',
  'profile',
  'address',
  'childName',
  'personName',
  'schoolWithClass',
  'birthDate',
] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

/** What a private detail is called where a person is warned of it. */
export const FINDING_WORDS: Readonly<Record<FindingKind, string>> = {
  phone: 'số điện thoại',
  email: 'thư điện tử',
  citizenId: 'số căn cước',
  passport: 'số hộ chiếu',
  personalCode: 'mã số cá nhân',
  taxCode: 'mã số thuế',
  bankAccount: 'số tài khoản',
  licencePlate: 'biển số xe',
  profile: 'trang cá nhân',
  address: 'địa chỉ',
  childName: 'tên học sinh',
  personName: 'tên người',
  schoolWithClass: 'lớp của một trường',
  birthDate: 'ngày sinh',
};

/** What replaces a private detail in text that goes out. */
export const REPLACEMENTS: Readonly<Record<FindingKind, string>> = {
  phone: '[số điện thoại]',
  email: '[thư điện tử]',
  citizenId: '[số căn cước]',
  passport: '[số hộ chiếu]',
  personalCode: '[mã số cá nhân]',
  taxCode: '[mã số thuế]',
  bankAccount: '[số tài khoản]',
  licencePlate: '[biển số xe]',
  profile: '[trang cá nhân]',
  address: '[địa chỉ]',
  childName: '[tên học sinh]',
  personName: '[tên người]',
  schoolWithClass: '[lớp]',
  birthDate: '[ngày sinh]',
};

/** `certain`: by its form, as twelve digits of a citizen’s number, or by the words before it. `likely`: a person should look. */
export type Confidence = 'certain' | 'likely';

/** A private detail in a text: a place, never the words themselves, so that it may be logged. */
export interface Finding {
  readonly kind: FindingKind;
  /** In UTF-16 units of the text as given, whatever its normalisation form. */
  readonly offset: number;
  readonly length: number;
  readonly confidence: Confidence;
  /** The words to put in its place. */
  readonly replacement: string;
}

/** What a recogniser saw: tokens from `from` to `to`, both included. */
export interface Detection {
  readonly kind: FindingKind;
  readonly from: number;
  readonly to: number;
  readonly confidence: Confidence;
}
