import { clean } from '../../../kernel/vietnamese.js';

/** How people shorten words on a telephone, and the other spelling of words with i and y: the word, and what stands for it. */
const WRITTEN_AS = `
  không: k ko kh hok hem khong
  được: đc dc đk
  đăng ký: đky
  mình: mk mik
  mọi người: mn
  em: e
  anh: a ad
  chị: c
  anh chị: ac
  trường: trg tr
  giáo viên: gv
  giáo viên chủ nhiệm: gvcn
  học sinh: hs
  phụ huynh: ph
  hiệu trưởng: ht
  hiệu phó: hp
  ban giám hiệu: bgh
  trung tâm: tt
  chuyển khoản: ck
  làm: lm
  rồi: r
  với: vs
  cũng: cx
  biết: bt
  như thế nào: ntn
  gì: j
  ký: kí
  kỷ: kỉ
  kỹ: kĩ
  lý: lí
  mì: mỳ
  quý: quí
`;

const IN_FULL: ReadonlyMap<string, string> = new Map(
  WRITTEN_AS.trim()
    .split('\n')
    .flatMap((line) => {
      const [word = '', short = ''] = line.trim().split(': ');
      return short.split(' ').map((form): [string, string] => [form, word]);
    }),
);

/** A text with the shortened words written out; the letter of an amount stays: `300k`. */
export function inFull(text: string): string {
  return clean(text).replace(/(?<![\p{L}\p{M}\d])[\p{L}\p{M}]+/gu, (word) => IN_FULL.get(word.toLowerCase()) ?? word);
}
