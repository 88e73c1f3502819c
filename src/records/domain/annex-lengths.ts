/**
 * How long the parts of a file and of its papers may be where other systems read them, in characters; of numbers, in digits.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục VI, phần II (chuẩn thông tin đầu vào).
 */
export const ANNEX_LENGTHS = {
  OrganId: 13,
  FileCatalog: 4,
  FileNotation: 20,
  Title: 500,
  Maintenance: 30,
  Rights: 30,
  Creator: 30,
  FileLanguage: 50,
  DocTotal: 4,
  PageTotal: 4,
  Description: 500,
  DocOrdinal: 3,
  TypeName: 100,
  CodeNumber: 11,
  CodeNotation: 30,
  OrganName: 200,
  Subject: 500,
  Language: 30,
  PageAmount: 3,
  Position: 100,
  FullName: 50,
  IssuedAmount: 3,
  ArrivalNumber: 10,
  ToPlaces: 1000,
} as const;
