import { ImageBroken } from '../inspection/images/image.js';
import { MAX_PIXELS } from '../inspection/images/inspect-image.js';
import { sniff } from '../inspection/sniff.js';
import { pdfOfPicture, type StoredPicture } from './pdf-of-picture.js';
import { storedJpeg } from './stored-jpeg.js';
import { storedPng } from './stored-png.js';

/** Longest side of a drawn page, in points of the picture: an A4 page at about 140 to the inch. */
const LONGEST_SIDE = 1_600;

/** What cannot be shown in a page, by what it is; `undrawable` could be, and is not. */
export type NotShown = 'heic' | 'video' | 'recording' | 'office' | 'otherPicture' | 'tooLarge' | 'other' | 'undrawable';

/** How a file is drawn, or why it is not. */
export type ShownFile =
  | { readonly pdf: Buffer; readonly isPicture: boolean; readonly longestSide: number }
  | { readonly notShown: NotShown };

const PICTURES: Readonly<Record<string, (content: Buffer) => StoredPicture | null>> = {
  'image/jpeg': storedJpeg,
  'image/png': storedPng,
};

const SHOWN_TYPES: readonly string[] = ['application/pdf', ...Object.keys(PICTURES)];

/** Whether files of this type are shown in a page; others are offered for download alone. */
export function isShownType(type: string): boolean {
  return SHOWN_TYPES.includes(type);
}

/** How a file is shown, by its content: what a name or a sender says of it decides nothing here. */
export function shownFile(content: Buffer): ShownFile {
  const type = sniff(content)?.type ?? '';
  if (type === 'application/pdf') return { pdf: content, isPicture: false, longestSide: LONGEST_SIDE };
  const read = PICTURES[type];
  return read === undefined ? { notShown: whyNot(type) } : shownPicture(content, read);
}

function shownPicture(content: Buffer, read: (content: Buffer) => StoredPicture | null): ShownFile {
  const picture = readOrNull(content, read);
  if (picture === null || picture.width === 0 || picture.height === 0) return { notShown: 'undrawable' };
  if (picture.width * picture.height > MAX_PIXELS) return { notShown: 'tooLarge' };
  const longestSide = Math.min(LONGEST_SIDE, Math.max(picture.width, picture.height));
  return { pdf: pdfOfPicture(picture), isPicture: true, longestSide };
}

function readOrNull(content: Buffer, read: (content: Buffer) => StoredPicture | null): StoredPicture | null {
  try {
    return read(content);
  } catch (error) {
    if (error instanceof ImageBroken) return null;
    throw error;
  }
}

const BY_TYPE: readonly (readonly [RegExp, NotShown])[] = [
  [/^image\/(?:heic|avif)$/u, 'heic'],
  [/^image\//u, 'otherPicture'],
  [/^video\//u, 'video'],
  [/^audio\//u, 'recording'],
  [/^application\/zip$/u, 'office'],
];

function whyNot(type: string): NotShown {
  return BY_TYPE.find(([pattern]) => pattern.test(type))?.[1] ?? 'other';
}
