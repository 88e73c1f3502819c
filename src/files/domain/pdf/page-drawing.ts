import { decodeContent } from './content-filters.js';
import { operationsIn } from './content-operations.js';
import type { FileState } from './file-state.js';
import { MISSING, readFont, UNKNOWN, type PdfFont } from './font.js';
import { BLACK_INK, inkAfter, inkUnder, isInkOperator } from './ink.js';
import { reachOf } from './letters-box.js';
import { PdfMalformed, PdfTooLarge } from './limits.js';
import { type Box, boxOf, IDENTITY, isBox, type Matrix, matrixOf, multiply, numbersOf, transformed } from './matrix.js';
import { clippedTo, CLIPPING, DrawnPath, FILLING, PATH, STROKING, UNCLIPPED, WAYS } from './drawn-path.js';
import { requireOperands } from './operands.js';
import { resourcesOf } from './page-resources.js';
import type { PageListener, PictureSource } from './page-listener.js';
import {
  EMPTY_DICTIONARY,
  nameOf,
  PdfArray,
  PdfDictionary,
  PdfName,
  PdfStream,
  PdfString,
  type PdfValue,
} from './values.js';
import { type Place, WHOLE_PAGE, type TextState, PLAIN } from './drawing-state.js';

const MAX_OPERATORS = 500_000;
const MAX_FORM_DEPTH = 8;
const MAX_STATES = 64;

/**
 * Follows everything that draws a page.
 *
 * @throws PdfMalformed when the page is drawn in a way that cannot be followed
 */
export function drawPage(state: FileState, page: PdfDictionary, listener: PageListener): void {
  const content = state.get(page, 'Contents');
  const streams = content instanceof PdfArray ? content.items.map((item) => state.resolve(item)) : [content];
  const bytes = streams.flatMap((stream) =>
    stream instanceof PdfStream ? [decodeContent(state, stream), NEW_LINE] : [],
  );
  new Drawing(state, listener).run(Buffer.concat(bytes), resourcesOf(state, page), WHOLE_PAGE, 0);
}

const NEW_LINE = Buffer.from('\n');
const NOTHING = Buffer.alloc(0);

/** The same for what draws a field, in its own measures. @throws PdfMalformed */
export function drawAppearance(state: FileState, appearance: PdfStream, listener: PageListener): void {
  const resources = state.get(appearance.dictionary, 'Resources');
  const own = resources instanceof PdfDictionary ? resources : EMPTY_DICTIONARY;
  const clip = clippedTo(UNCLIPPED, boxOf(state, appearance.dictionary.raw('BBox')));
  const ink = { ...BLACK_INK, isFaded: appearance.dictionary.entries.has('OC') };
  if (isDrawnElsewhere(appearance)) listener.picture?.(clip.box, 'unknown', ink, IDENTITY);
  new Drawing(state, listener).run(decodeContent(state, appearance), own, { ...WHOLE_PAGE, clip, ink }, 0);
}

/** What stands for a form where it is printed, or taken from another file: it is not in its content. */
const ELSEWHERE = ['Ref', 'OPI', 'PS', 'Subtype2'] as const;

function isDrawnElsewhere({ dictionary }: PdfStream): boolean {
  return ELSEWHERE.some((key) => dictionary.entries.has(key));
}

const BLANK = 0x20;

/** Follows the operators that move and show text and that draw lines; everything else is passed over. */
class Drawing {
  private operators = 0;
  private current: TextState = { ...PLAIN, font: UNKNOWN };
  private readonly fonts = new Map<PdfValue, PdfFont>();
  private path = new DrawnPath();
  private isClipping = false;
  private saved: TextState[] = [];
  private line: Matrix = IDENTITY;
  private pen: Matrix = IDENTITY;
  private resources: PdfDictionary = EMPTY_DICTIONARY;

  constructor(
    private readonly state: FileState,
    private readonly listener: PageListener,
  ) {}

  run(content: Buffer, resources: PdfDictionary, place: Place, depth: number): void {
    const outer = { current: this.current, saved: this.saved, resources: this.resources };
    this.current = { ...this.current, ...place };
    this.saved = [];
    this.resources = resources;
    for (const { operator, operands } of operationsIn(content)) this.apply(operator, operands, depth);
    Object.assign(this, outer);
  }

  private apply(operator: string, operands: readonly PdfValue[], depth: number): void {
    this.operators += 1;
    if (this.operators > MAX_OPERATORS) throw new PdfTooLarge('too many drawing operators');
    requireOperands(operator, operands);
    if (operator === 'Do') this.drawObject(operands[0] ?? null, depth);
    else if (PICTURE.has(operator)) this.drawPaint(operator);
    else if (SHOWING.has(operator)) this.show(operator, operands);
    else if (PATH.has(operator)) this.draw(operator, operands);
    else if (isInkOperator(operator)) {
      this.current = { ...this.current, ink: inkAfter(this.current.ink, operator, operands) };
    } else this.move(operator, operands);
  }

  private draw(operator: string, operands: readonly PdfValue[]): void {
    if (CLIPPING.has(operator)) this.isClipping = true;
    else if (WAYS.has(operator)) {
      this.path.go(
        operator,
        operands.map((operand) => (typeof operand === 'number' ? operand : 0)),
      );
    } else this.endPath(operator);
  }

  private endPath(operator: string): void {
    const { path, isClipping } = this;
    const { ctm, clip, ink } = this.current;
    this.path = new DrawnPath();
    this.isClipping = false;
    const box = transformed(path.box, ctm);
    if (operator !== 'n' && !path.isEmpty) {
      const [isFilled, isStroked] = [FILLING.has(operator), STROKING.has(operator)];
      const isEvenOdd = operator.endsWith('*');
      this.listener.path(box, { path, matrix: ctm, isFilled, isStroked, isEvenOdd, ink, clip });
    }
    // Without a path nothing is bounded.
    if (isClipping && !path.isEmpty) this.current = { ...this.current, clip: clippedTo(clip, box, path.isRectangle) };
  }

  private move(operator: string, operands: readonly PdfValue[]): void {
    const numbers = operands.map((operand) => (typeof operand === 'number' ? operand : 0));
    const moves: Readonly<Record<string, () => void>> = {
      q: () => this.save(),
      Q: () => (this.current = this.saved.pop() ?? this.current),
      cm: () => (this.current = { ...this.current, ctm: multiply(matrixOf(numbers), this.current.ctm) }),
      BT: () => this.setLine(IDENTITY),
      Tm: () => this.setLine(matrixOf(numbers)),
      Td: () => this.nextLine(numbers[0] ?? 0, numbers[1] ?? 0),
      TD: () => {
        this.current = { ...this.current, leading: -(numbers[1] ?? 0) };
        this.nextLine(numbers[0] ?? 0, numbers[1] ?? 0);
      },
      'T*': () => this.nextLine(0, -this.current.leading),
      Tc: () => (this.current = { ...this.current, spacing: numbers[0] ?? 0 }),
      Tw: () => (this.current = { ...this.current, wordSpacing: numbers[0] ?? 0 }),
      Tz: () => (this.current = { ...this.current, stretch: numbers[0] ?? 100 }),
      Ts: () => (this.current = { ...this.current, rise: numbers[0] ?? 0 }),
      TL: () => (this.current = { ...this.current, leading: numbers[0] ?? 0 }),
      Tf: () => this.setFont(operands[0] ?? null, numbers[1] ?? 1),
      gs: () => this.setState(operands[0] ?? null),
    };
    moves[operator]?.();
  }

  private save(): void {
    if (this.saved.length >= MAX_STATES * 4) throw new PdfTooLarge('too many saved states');
    this.saved.push(this.current);
  }

  private setLine(matrix: Matrix): void {
    this.line = matrix;
    this.pen = matrix;
  }

  private nextLine(x: number, y: number): void {
    this.setLine(multiply([1, 0, 0, 1, x, y], this.line));
  }

  private setFont(name: PdfValue, size: number): void {
    const fonts = this.state.dictionary(this.resources.raw('Font'));
    const value = fonts && name instanceof PdfName ? fonts.raw(name.value) : null;
    const isMissing = fonts !== null && value === null;
    this.current = { ...this.current, font: isMissing ? MISSING : this.font(value), size };
  }

  private setState(name: PdfValue): void {
    const states = this.state.dictionary(this.resources.raw('ExtGState'));
    this.current = { ...this.current, ink: inkUnder(this.state, this.current.ink, states, name) };
    const wanted = states && name instanceof PdfName ? this.state.dictionary(states.raw(name.value)) : null;
    const font = wanted && this.state.get(wanted, 'Font');
    if (!(font instanceof PdfArray)) return;
    const [value = null, size] = font.items;
    this.current = { ...this.current, font: this.font(value), size: typeof size === 'number' ? size : 1 };
  }

  private font(value: PdfValue): PdfFont {
    const resolved = this.state.resolve(value);
    const font = this.fonts.get(resolved) ?? readFont(this.state, resolved);
    this.fonts.set(resolved, font);
    return font;
  }

  private show(operator: string, operands: readonly PdfValue[]): void {
    if (operator !== 'Tj' && operator !== 'TJ') this.nextLine(0, -this.current.leading);
    const [wordSpacing, spacing] = operands;
    if (typeof wordSpacing === 'number' && typeof spacing === 'number') {
      this.current = { ...this.current, wordSpacing, spacing };
    }
    const last = operands.at(-1) ?? null;
    for (const piece of last instanceof PdfArray ? last.items : [last]) {
      if (typeof piece === 'number') this.step(piece);
      else if (piece instanceof PdfString) this.showString(piece.bytes);
    }
  }

  private step(thousandths: number): void {
    const { font, size, stretch } = this.current;
    // Vertical text moves down here, so the listener is told even though no letter is shown.
    if (font.isVertical || font.isMapped) this.showString(NOTHING);
    this.advance((-thousandths / 1000) * size * (stretch / 100));
  }

  private showString(bytes: Buffer): void {
    const { font, size, ctm, ink, rise, clip, stretch } = this.current;
    const width = this.widthOf(bytes);
    const box = { left: 0, bottom: rise - 0.15 * size, right: width, top: rise + 0.7 * size };
    const matrix = multiply(this.pen, ctm);
    this.listener.text({
      bytes,
      font,
      size: Math.abs(size) * Math.hypot(matrix[2], matrix[3]),
      colour: ink.colour,
      box: transformed(box, matrix),
      reach: transformed(reachOf({ bytes, font, size, stretch, box }), matrix),
      baseline: matrix[5],
      isBlank: font.isBlank(bytes),
      ink,
      clip,
    });
    this.advance(width);
  }

  private widthOf(bytes: Buffer): number {
    const { font, size, spacing, wordSpacing, stretch } = this.current;
    const letters = bytes.length / font.bytesEach;
    const blanks = font.bytesEach === 1 && wordSpacing !== 0 ? bytes.filter((byte) => byte === BLANK).length : 0;
    return ((font.widthOf(bytes) / 1000) * size + letters * spacing + blanks * wordSpacing) * (stretch / 100);
  }

  private advance(width: number): void {
    this.pen = multiply([1, 0, 0, 1, width, 0], this.pen);
  }

  private drawPicture(source: PictureSource): void {
    const { ctm, ink } = this.current;
    this.listener.picture?.(transformed(UNIT, ctm), source, ink, ctm);
  }

  private drawPaint(operator: string): void {
    if (operator === 'BI') this.drawPicture('inline');
    else this.listener.picture?.(this.current.clip.box, 'shading', this.current.ink, this.current.ctm);
  }

  private drawObject(name: PdfValue, depth: number): void {
    const forms = this.state.dictionary(this.resources.raw('XObject'));
    const form = forms && name instanceof PdfName ? this.state.resolve(forms.raw(name.value)) : null;
    // A name that is not found here, readers may find among the names of what stands around.
    if (!(form instanceof PdfStream) || nameOf(form.dictionary.raw('Subtype')) !== 'Form') {
      this.drawPicture(form instanceof PdfStream ? form : 'unknown');
      return;
    }
    this.drawForm(form, depth);
  }

  private drawForm(form: PdfStream, depth: number): void {
    if (depth >= MAX_FORM_DEPTH) throw new PdfMalformed('forms within forms');
    const own = this.state.get(form.dictionary, 'Resources');
    const matrix = matrixOf(numbersOf(this.state, form.dictionary.raw('Matrix')));
    const ctm = multiply(matrix, this.current.ctm);
    const isCut = isBox(this.state, form.dictionary.raw('BBox'));
    const cut = transformed(boxOf(this.state, form.dictionary.raw('BBox')), ctm);
    const clip = isCut ? clippedTo(this.current.clip, cut) : this.current.clip;
    const resources = own instanceof PdfDictionary ? own : this.resources;
    const isFaded = this.current.ink.isFaded || form.dictionary.entries.has('OC');
    const ink = { ...this.current.ink, isFaded };
    if (isDrawnElsewhere(form)) this.listener.picture?.(clip.box, 'unknown', ink, ctm);
    this.run(decodeContent(this.state, form), resources, { ctm, clip, ink }, depth + 1);
  }
}

/** A shading, and a picture that is written into the content. */
const PICTURE: ReadonlySet<string> = new Set(['sh', 'BI']);
/** Every picture is drawn into the square of one point, as large as the matrix makes it. */
const UNIT: Box = { left: 0, bottom: 0, right: 1, top: 1 };
const SHOWING: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"']);
