/** Letters of TCVN3 (TCVN 5712:1993, ABC fonts) by the Latin-1 letters that stand in their places. */
const TCVN3: ReadonlyMap<string, string> = pairs(
  'µà¶ả·ã¸á¹ạ¨ă»ằ¼ẳ½ẵ¾ắÆặ©âÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹªêÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọ«ôåồæổçỗèốéộ¬ơêờëởìỡíớîợïùñủòũóúôụ' +
    '\u00adưõừöử÷ữøứùựúỳûỷüỹýýþỵ®đ¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ',
);

/** Marks of VNI: a letter and the mark behind it are one letter. */
const [ACUTE, GRAVE, HOOK, TILDE, DOT, HAT, BREVE] = [
  '\u0301',
  '\u0300',
  '\u0309',
  '\u0303',
  '\u0323',
  '\u0302',
  '\u0306',
];
const VNI_MARKS: ReadonlyMap<string, string> = new Map([
  ['ù', ACUTE],
  ['ø', GRAVE],
  ['û', HOOK],
  ['õ', TILDE],
  ['ï', DOT],
  ['â', HAT],
  ['á', HAT + ACUTE],
  ['à', HAT + GRAVE],
  ['å', HAT + HOOK],
  ['ã', HAT + TILDE],
  ['ä', HAT + DOT],
  ['ê', BREVE],
  ['é', BREVE + ACUTE],
  ['è', BREVE + GRAVE],
  ['ú', BREVE + HOOK],
  ['ü', BREVE + TILDE],
  ['ë', BREVE + DOT],
]);
const VNI_LETTER = /([aeouyôöAEOUYÔÖ])([ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])|[ôöæóòîñÔÖÆÓÒÎÑ]/gu;
const VNI_SINGLE: ReadonlyMap<string, string> = pairs('ôơöưæỉóĩòịîỵñđÔƠÖƯÆỈÓĨÒỊÎỴÑĐ');

function pairs(letters: string): ReadonlyMap<string, string> {
  const all = Array.from(letters);
  return new Map(all.flatMap((letter, at) => (at % 2 === 0 ? [[letter, all[at + 1] ?? '']] : [])));
}

export type OldEncoding = 'TCVN3' | 'VNI';

/** The encoding that a font's letters are written in; null for a font of Unicode. */
export function encodingOfFont(font: string | null): OldEncoding | null {
  if (font === null) return null;
  if (/^\.Vn/iu.test(font)) return 'TCVN3';
  return /^\.?VNI[- ]/iu.test(font) ? 'VNI' : null;
}

/** What letters of an old font say, in Unicode. Fonts of TCVN3 whose name ends with H show capitals. */
export function unicodeOf(text: string, font: string | null): string {
  const encoding = encodingOfFont(font);
  if (encoding === null) return text;
  if (encoding === 'VNI') return fromVni(text);
  const letters = Array.from(text, (letter) => TCVN3.get(letter) ?? letter).join('');
  return /H$/u.test(font ?? '') ? letters.toLocaleUpperCase('vi') : letters;
}

function fromVni(text: string): string {
  return text.replace(VNI_LETTER, (alone: string, base?: string, mark?: string) => {
    if (base === undefined || mark === undefined) return VNI_SINGLE.get(alone) ?? alone;
    return ((VNI_SINGLE.get(base) ?? base) + (VNI_MARKS.get(mark.toLowerCase()) ?? '')).normalize('NFC');
  });
}

const TCVN3_IN_WORDS = /\p{L}[µ¶·¸¹¨ª¬®¼½¾]|[µ¶·¸¹¨ª¬®¼½¾]\p{L}/u;
const VNI_LETTERS = /[øûïåäëüöñæîØÛÏÅÄËÜÖÑÆÎ]/gu;
const SURELY_VNI = 3;

/** The old encoding that a text is written in although its font is of Unicode; null where there is none. */
export function encodingOfText(text: string): OldEncoding | null {
  if (TCVN3_IN_WORDS.test(text)) return 'TCVN3';
  return (text.match(VNI_LETTERS)?.length ?? 0) >= SURELY_VNI ? 'VNI' : null;
}
