import type { Holder } from './certificates.js';
import { type CmsWish } from './cms.js';
import { newPdf, type Objects, type SaveWish, streamText } from './pdf-writer.js';
import { cmsContents, signSave, type SignWish } from './signing.js';

export const SIGNED_AT = new Date('2026-03-18T02:26:41Z');
export const SEALED_AT = new Date('2026-03-18T03:00:00Z');

const widget = (name: string, type: string, rectangle: string, more = ''): string =>
  `<< /Type /Annot /Subtype /Widget /FT /${type} /T (${name}) /Rect [${rectangle}] /F 4 /P 3 0 R ${more} >>`;

const text = (name: string, rectangle: string, more = ''): string =>
  widget(name, 'Tx', rectangle, `/DA (/F1 13 Tf 0 g) ${more}`);

export const FIELD = { so: 7, ngay: 8, thang: 9, leader: 10, seal: 11 } as const;
const LEADER_PLACE = '320 200 460 270';
const SEAL_PLACE = '300 190 400 290';

export const leaderField = (more = ''): string => widget('ChuKyLanhDao', 'Sig', LEADER_PLACE, more);
export const sealField = (more = ''): string => widget('DauCoQuan', 'Sig', SEAL_PLACE, more);
export const entryField = (name: 'so' | 'ngay' | 'thang', more = ''): string =>
  text(name, { so: '80 740 120 756', ngay: '380 715 400 731', thang: '430 715 450 731' }[name], more);

export const PAGE =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 6 0 R >> >>';
export const PAGE_CONTENT = 'BT /F1 13 Tf 85 600 Td (to chuc thi lai truoc ngay 25/3/2026) Tj ET';

/** A letter as it is submitted: one page, empty fields for number and date, empty signature fields. */
export function letterObjects(): Record<number, string> {
  return {
    1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R >>',
    2: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    3: `${PAGE} /Annots [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R] >>`,
    4: '<< /Fields [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R] /SigFlags 3 /DR << /Font << /F1 6 0 R >> >> >>',
    5: streamText(PAGE_CONTENT),
    6: '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>',
    7: entryField('so'),
    8: entryField('ngay'),
    9: entryField('thang'),
    10: leaderField(),
    11: sealField(),
    12: '<< /Producer (Test) /Title (Cong van) >>',
  };
}

/** @param change objects that differ from the usual letter's */
export function preparedLetter(change: Objects = {}, wish: SaveWish = {}): Buffer {
  return newPdf({ ...letterObjects(), ...change }, wish);
}

const appearance = (content: string): string => streamText(content, '/Type /XObject /Subtype /Form /BBox [0 0 140 70]');

export interface LetterSigning extends Partial<Omit<SignWish, 'contents'>> {
  readonly signer: Holder;
  readonly chain?: readonly Holder[];
  readonly cms?: Partial<CmsWish>;
}

/** The leader signs in the prepared field, in one save. */
export function signAsLeader(pdf: Buffer, { signer, chain = [], cms, ...wish }: LetterSigning): Buffer {
  return signSave(pdf, {
    object: 50,
    at: SIGNED_AT,
    ...wish,
    objects: {
      [FIELD.leader]: leaderField('/V 50 0 R /AP << /N 51 0 R >>'),
      51: appearance('0 0 1 rg 10 10 100 40 re f'),
      ...wish.objects,
    },
    contents: cmsContents({ signer, chain, ...cms }),
  });
}

export const LOCK_ON_ENTRY =
  '/Reference [<< /Type /SigRef /TransformMethod /FieldMDP /TransformParams << /Type /TransformParams /V /1.2 /Action /Include /Fields [(so) (ngay) (thang)] >> >>]';

export const certification = (level: number): string =>
  `/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /V /1.2 /P ${level} >> >>]`;

/** Number and date as the registry fills them in. */
export function filledEntry(number = '513', day = '18', month = '3'): Objects {
  const filled = (value: string, look: number): string => `/Ff 1 /V (${value}) /AP << /N ${look} 0 R >>`;
  const look = (value: string): string =>
    streamText(`BT /F1 13 Tf 2 3 Td (${value}) Tj ET`, '/Subtype /Form /BBox [0 0 40 16]');
  return {
    [FIELD.so]: entryField('so', filled(number, 61)),
    [FIELD.ngay]: entryField('ngay', filled(day, 62)),
    [FIELD.thang]: entryField('thang', filled(month, 63)),
    61: look(number),
    62: look(day),
    63: look(month),
  };
}

/** The agency fills number and date, locks them and seals, in one save. */
export function sealAsAgency(pdf: Buffer, { signer, chain = [], cms, ...wish }: LetterSigning): Buffer {
  return signSave(pdf, {
    object: 60,
    at: SEALED_AT,
    entries: LOCK_ON_ENTRY,
    ...wish,
    objects: {
      [FIELD.seal]: sealField('/V 60 0 R /AP << /N 64 0 R >>'),
      64: appearance('1 0 0 RG 50 25 40 36 re S'),
      ...filledEntry(),
      ...wish.objects,
    },
    contents: cmsContents({ signer, chain, ...cms }),
  });
}
