const WORDS =
  'Em Nguyễn Văn An, lớp 11A5 Trường THPT Núi Voi, số 5 đường Lê Lợi, an@example.com, gọi 0912 345 678 sau 17 giờ. ';

/** A text of so many characters in which every recogniser of private details finds something all along. */
export function privateText(length: number): string {
  return WORDS.repeat(Math.ceil(length / WORDS.length)).slice(0, length);
}
