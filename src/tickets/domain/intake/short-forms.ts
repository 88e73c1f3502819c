import { clean } from '../../../kernel/vietnamese.js';

/** How people shorten words on a telephone, and the two spellings of words with i and y. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ k: 'không', ko: 'không', kh: 'không', hok: 'không', hem: 'không', khong: 'không' },
    ...{ đc: 'được', dc: 'được', đk: 'được', đky: 'đăng ký', mk: 'mình', mik: 'mình', mn: 'mọi người' },
    ...{ e: 'em', a: 'anh', c: 'chị', ad: 'anh', cta: 'chúng ta', ac: 'anh chị' },
    ...{ trg: 'trường', tr: 'trường', gv: 'giáo viên', gvcn: 'giáo viên chủ nhiệm', hs: 'học sinh', ph: 'phụ huynh' },
    ...{ ht: 'hiệu trưởng', hp: 'hiệu phó', bgh: 'ban giám hiệu', tt: 'trung tâm' },
    ...{ ck: 'chuyển khoản', lm: 'làm', r: 'rồi', vs: 'với', cx: 'cũng', bt: 'biết', ntn: 'như thế nào', j: 'gì' },
    ...{ kí: 'ký', kỉ: 'kỷ', kĩ: 'kỹ', lí: 'lý', mỳ: 'mì', quí: 'quý' },
  }),
);

/** A text with the shortened words written out. */
export function inFull(text: string): string {
  return clean(text).replace(
    /(?<![\p{L}\p{M}\d])[\p{L}\p{M}]+/gu,
    (word) => SHORT_FORMS.get(word.toLowerCase()) ?? word,
  );
}
