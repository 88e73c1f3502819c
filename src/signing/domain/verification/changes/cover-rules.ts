import { decodeContent } from '../../../../files/domain/pdf/content-filters.js';
import { operationsIn } from '../../../../files/domain/pdf/content-operations.js';
import { contentPlaces } from '../../../../files/domain/pdf/content-places.js';
import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import type { FormField } from '../../../../files/domain/pdf/form-fields.js';
import { lightnessOf } from '../../../../files/domain/pdf/ink.js';
import { PdfMalformed } from '../../../../files/domain/pdf/limits.js';
import { areaOf, boxOf, overlaps } from '../../../../files/domain/pdf/matrix.js';
import { drawAppearance } from '../../../../files/domain/pdf/page-drawing.js';
import { pagesOf, type PdfPage } from '../../../../files/domain/pdf/pages.js';
import {
  nameOf,
  PdfArray,
  PdfDictionary,
  PdfReference,
  PdfStream,
  type PdfValue,
} from '../../../../files/domain/pdf/values.js';
import type { ChangeReview } from './change-review.js';

/**
 * An empty field that was drawn over content when the document was signed hid it from the signer: filling or signing
 * the field would uncover it.
 */
export function refuseUncovering(review: ChangeReview, field: FormField): void {
  const covers = field.widgets.some(({ reference, dictionary }) => {
    const appearances = appearancesOf(review.before, dictionary);
    return (
      appearances.some((appearance) => paints(review.before, appearance)) &&
      isOverContent(review.before, reference, dictionary)
    );
  });
  if (covers) review.refuse('content-uncovered', `(${field.name})`);
}

/** A field that is filled over content may show words there, and nothing that content could disappear under. */
export function refuseCovering(review: ChangeReview, field: FormField): void {
  const covers = field.widgets.some(({ reference, dictionary }) => {
    const appearances = appearancesOf(review.after, dictionary);
    return (
      appearances.some((appearance) => isTrueOrUnreadable(() => !showsOnlyWords(review.after, appearance))) &&
      isOverContent(review.before, reference, dictionary)
    );
  });
  if (covers) review.refuse('content-covered', `(${field.name})`);
}

/** What draws the field: one stream, or one for each of its states. */
export function appearancesOf(state: FileState, widget: PdfDictionary): PdfStream[] {
  const appearance = state.resolve(state.dictionary(widget.raw('AP'))?.raw('N') ?? null);
  if (appearance instanceof PdfStream) return [appearance];
  const states = appearance instanceof PdfDictionary ? [...appearance.entries.values()] : [];
  return states.map((one) => state.resolve(one)).filter((one) => one instanceof PdfStream);
}

/** An appearance that cannot be followed may paint anything. */
function paints(state: FileState, appearance: PdfStream): boolean {
  let isPainted = false;
  const paint = (): void => {
    isPainted = true;
  };
  return isTrueOrUnreadable(() => {
    drawAppearance(state, appearance, {
      text: ({ isBlank }) => (isBlank ? undefined : paint()),
      path: paint,
      picture: paint,
    });
    return isPainted;
  });
}

/** Steps that write words, in an appearance that nothing but words stands in. */
const OF_WORDS: ReadonlySet<string> = new Set([
  ...[
    'q',
    'Q',
    'cm',
    'BMC',
    'BDC',
    'EMC',
    'gs',
    're',
    'W',
    'W*',
    'n',
    'w',
    'J',
    'j',
    'd',
    'M',
    'i',
    'ri',
    'G',
    'RG',
    'K',
  ],
  ...['BT', 'ET', 'Tf', 'Td', 'TD', 'Tm', 'T*', 'TL', 'Tc', 'Tw', 'Tz', 'Ts', 'Tj', 'TJ', "'", '"', 'g', 'rg', 'k'],
]);

/** Dark letters of a font that is one, filled and not stroked: nothing disappears under them. */
function showsOnlyWords(state: FileState, appearance: PdfStream): boolean {
  const steps = [...operationsIn(decodeContent(state, appearance))];
  const areOfWords = steps.every(
    ({ operator, operands }) => OF_WORDS.has(operator) || (operator === 'Tr' && operands[0] === 0),
  );
  return areOfWords && !hasDrawnFont(state, appearance) && !hasLightLetters(state, appearance);
}

/** Letters of such a font (Type 3) are drawings of any kind and colour. */
function hasDrawnFont(state: FileState, appearance: PdfStream): boolean {
  const fonts = state.dictionary(state.dictionary(appearance.dictionary.raw('Resources'))?.raw('Font') ?? null);
  return [...(fonts?.entries.values() ?? [])].some(
    (font) => nameOf(state.dictionary(font)?.raw('Subtype') ?? null) === 'Type3',
  );
}

/** From here on letters could paint over what stands under them, of 255. */
const LIGHT = 160;

function hasLightLetters(state: FileState, appearance: PdfStream): boolean {
  let areLight = false;
  drawAppearance(state, appearance, {
    text: ({ colour }) => {
      areLight ||= lightnessOf(colour) > LIGHT;
    },
    path: () => {
      areLight = true;
    },
  });
  return areLight;
}

/** NoZoom and NoRotate (ISO 32000-1, table 165). */
const IN_ITS_OWN_MEASURE = 0b1_1000;

/**
 * Readers draw such a widget from its upper left corner as it would be on an upright page in its full size: beside its place, over
 * whatever stands there.
 */
export function leavesItsPlace(state: FileState, widget: PdfDictionary): boolean {
  const flags = state.get(widget, 'F');
  const isOwn = typeof flags === 'number' && (flags & IN_ITS_OWN_MEASURE) !== 0;
  return isOwn && areaOf(boxOf(state, widget.raw('Rect'))) > 0;
}

function isOverContent(state: FileState, widget: PdfReference, dictionary: PdfDictionary): boolean {
  if (leavesItsPlace(state, dictionary)) return true;
  const place = boxOf(state, dictionary.raw('Rect'));
  return isTrueOrUnreadable(() =>
    pagesShowing(state, widget).some((page) =>
      contentPlaces(state, page.dictionary).some((box) => overlaps(box, place)),
    ),
  );
}

/** The pages that a widget stands on. */
export function pagesShowing(state: FileState, widget: PdfReference): readonly PdfPage[] {
  return pagesOf(state).filter((page) => isAmong(state.get(page.dictionary, 'Annots'), widget));
}

function isAmong(list: PdfValue, widget: PdfReference): boolean {
  const items = list instanceof PdfArray ? list.items : [];
  return items.some((item) => item instanceof PdfReference && item.number === widget.number);
}

/** What cannot be followed counts as the worst. */
export function isTrueOrUnreadable(question: () => boolean): boolean {
  try {
    return question();
  } catch (error) {
    if (error instanceof PdfMalformed) return true;
    throw error;
  }
}
