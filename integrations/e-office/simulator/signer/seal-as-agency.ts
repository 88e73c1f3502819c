import {
  beginMarkedContent,
  beginText,
  endMarkedContent,
  endText,
  moveText,
  PDFArray,
  PDFName,
  PDFNumber,
  PDFString,
  popGraphicsState,
  pushGraphicsState,
  setFillingGrayscaleColor,
  setFontAndSize,
  showText,
} from '@cantoo/pdf-lib';
import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import type { SigningIdentity } from '../authority/identity.js';
import { show } from './appearance.js';
import { OutlinedText } from './drawing/outlined-text.js';
import { roundSeal } from './drawing/round-seal.js';
import { entryText } from './entry-text.js';
import type { EntryText, RegisterEntry } from './entry-text.js';
import { FieldFont } from './field-font.js';
import { Increment } from './increment.js';
import { LEADER_FIELD } from './sign-as-leader.js';
import { SigningRefused } from './signing-refused.js';
import { writeOnPage } from './write-on-page.js';

/** The field that takes the agency's seal. */
export const SEAL_FIELD = 'DauCoQuan';

/** The fields for number and date, which the seal locks. */
const ENTRY_FIELDS = ['so', 'ngay', 'thang'] as const;

const READ_ONLY = 1;

/** How far the letters' base line stands above the foot of their line, in ems: Liberation Serif's descent. */
const DESCENT = 0.216;

export interface AgencySealing {
  readonly identity: SigningIdentity;
  /** Number and date to fill in; left out where both are printed already. */
  readonly entry?: RegisterEntry;
  readonly at: Date;
  /** Whether number and date are locked; left out, they are. */
  readonly locked?: boolean;
  /** Where number and date are written; left out, into the fields. */
  readonly onto?: 'fields' | 'page';
}

/**
 * Fills number and date in, locks them and puts the agency's signature over the whole file, as one increment; the signature alone where both are
 * printed already.
 *
 * @throws SigningRefused `leader-signature-missing`: only what a competent person has signed is sealed · `already-signed` ·
 *   `field-missing` when the letter was not prepared · `font-lacks-character` when the number holds more than digits
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 32 khoản 2; Phụ lục I, phần I, mục II, khoản 8 (red, over the signature's left third).
 */
export async function sealAsAgency(
  pdf: Buffer,
  { identity, entry, at, locked = true, onto = 'fields' }: AgencySealing,
): Promise<Buffer> {
  const increment = await Increment.open(pdf);
  const field = increment.emptySignature(SEAL_FIELD);
  if (!increment.isSigned(LEADER_FIELD)) throw new SigningRefused('leader-signature-missing', LEADER_FIELD);

  if (entry) write(increment, entryText(entry), onto);
  const box = field.lookup(PDFName.of('Rect'), PDFArray).asRectangle();
  show(field, box, { operators: roundSeal(await OutlinedText.load(), box.width), resources: {} });
  const isLocked = entry !== undefined && locked && onto === 'fields';
  return increment.sign(field, { identity, at, entries: isLocked ? { Reference: lockOnEntry(increment) } : {} });
}

function write(increment: Increment, texts: EntryText, onto: 'fields' | 'page'): void {
  const places = ENTRY_FIELDS.map((name) => ({ field: increment.field(name), text: texts[name], descent: DESCENT }));
  if (onto === 'page') writeOnPage(increment, places);
  else for (const { field, text } of places) fillIn(increment.form, field, text);
}

/** Writes a text into its field for good: value, appearance, and no more typing. */
function fillIn(form: PDFDict, field: PDFDict, text: string): void {
  const font = FieldFont.of(form, field);
  const box = field.lookup(PDFName.of('Rect'), PDFArray).asRectangle();
  show(field, box, {
    operators: [
      beginMarkedContent('Tx'),
      pushGraphicsState(),
      beginText(),
      setFillingGrayscaleColor(0),
      setFontAndSize(font.name, font.size),
      moveText((box.width - font.widthOf(text)) / 2, DESCENT * font.size),
      showText(font.encode(text)),
      endText(),
      popGraphicsState(),
      endMarkedContent(),
    ],
    resources: { Font: { [font.name]: font.ref } },
  });
  const flags = field.lookupMaybe(PDFName.of('Ff'), PDFNumber)?.asNumber() ?? 0;
  field.set(PDFName.of('Ff'), PDFNumber.of(flags | READ_ONLY));
  field.set(PDFName.of('V'), PDFString.of(text));
}

/** The seal's word that number and date must not change after it: without this, even strict readers allow it. */
function lockOnEntry({ document }: Increment): PDFObject {
  const { context } = document;
  return context.obj([
    {
      Type: 'SigRef',
      TransformMethod: 'FieldMDP',
      TransformParams: {
        Type: 'TransformParams',
        V: '1.2',
        Action: 'Include',
        Fields: ENTRY_FIELDS.map((name) => PDFString.of(name)),
      },
      Data: context.trailerInfo.Root,
    },
  ]);
}
