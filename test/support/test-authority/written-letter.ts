import { FIELD, leaderField, type LetterSigning, PAGE, sealField, SEALED_AT, SIGNED_AT } from './letter.js';
import { newPdf, type Objects, streamText } from './pdf-writer.js';
import { cmsContents, signSave } from './signing.js';

const ANNOTS = '/Annots [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R]';
const FONTS = '/Resources << /Font << /F1 6 0 R >> >>';

/** The first page with other contents, and with other resources or annotations where that is said. */
export function pageWith(contents: string, { resources = FONTS, annots = ANNOTS } = {}): string {
  return PAGE.replace('/Contents 5 0 R', `/Contents ${contents}`).replace(FONTS, resources).concat(` ${annots} >>`);
}

/** Letters as an e-office stamps them: each piece in the place that was prepared for it. */
export const WRITTEN =
  'BT 0 g /F1 13 Tf 85 743 Td (513) Tj ET BT /F1 13 Tf 382 718 Td (18) Tj ET BT /F1 13 Tf 432 718 Td (3) Tj ET';

const look = (content: string): string => streamText(content, '/Type /XObject /Subtype /Form /BBox [0 0 140 70]');

/** The agency signs and fills no field in. */
export function sealAlone(pdf: Buffer, { signer, chain = [], cms, ...wish }: LetterSigning): Buffer {
  return signSave(pdf, {
    object: 60,
    at: SEALED_AT,
    ...wish,
    objects: {
      [FIELD.seal]: sealField('/V 60 0 R /AP << /N 64 0 R >>'),
      64: look('1 0 0 RG 50 25 40 36 re S'),
      ...wish.objects,
    },
    contents: cmsContents({ signer, chain, ...cms }),
  });
}

/** Vietnamese letters by the codes 128 to 131. */
const VIETNAMESE =
  '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding << /Type /Encoding /Differences [128 /uni1ED1 /uni0110 /uni0103] >> >>';

/** `Số: 513/SGDĐT-GDTrH`, `Hải Phòng, ngày 18 tháng 3 năm 2026`, and a sentence. */
const PRINTED =
  'BT /F1 13 Tf 85 743 Td (S\\200: 513/SGD\\201T-GDTrH) Tj ET ' +
  'BT /F1 13 Tf 330 743 Td (ng\\340y 18 th\\341ng 3 n\\202m 2026) Tj ET ' +
  'BT /F1 13 Tf 85 600 Td (to chuc thi lai truoc ngay 25/3/2026) Tj ET';

/** A letter in which number and date are printed before anybody signs: no fields for them. */
export function printedLetter(change: Objects = {}): Buffer {
  return newPdf({
    1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R >>',
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    3: `${PAGE} /Annots [10 0 R 11 0 R] >>`,
    4: '<< /Fields [10 0 R 11 0 R] /SigFlags 3 >>',
    5: streamText(PRINTED),
    6: VIETNAMESE,
    10: leaderField(),
    11: sealField(),
    ...change,
  });
}

/** The leader signs in the prepared field at a moment that is said. */
export function signedBy(pdf: Buffer, { signer, chain = [], at = SIGNED_AT }: LetterSigning): Buffer {
  const objects = {
    [FIELD.leader]: leaderField('/V 50 0 R /AP << /N 51 0 R >>'),
    51: look('0 0 1 rg 10 10 100 40 re f'),
  };
  return signSave(pdf, { object: 50, at, objects, contents: cmsContents({ signer, chain, signingTime: at }) });
}
