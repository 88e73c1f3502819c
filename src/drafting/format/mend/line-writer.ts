import { textOf, type XmlElement, type XmlTree } from '../../../files/domain/xml/xml-tree.js';
import type { TextEdit } from '../../domain/format/mend/text-edits.js';
import type { TextLine } from '../../domain/format/page/text-lines.js';
import type { ReadPiece } from '../docx/runs.js';

/** The letters of one element of the file while a line is rewritten. */
interface Held {
  readonly piece: ReadPiece;
  readonly start: number;
  text: string;
}

/** A line of a Word file with the elements that hold its letters. */
export function piecesOf({ pieces }: TextLine): readonly ReadPiece[] {
  return pieces as readonly ReadPiece[];
}

export function textInFile(line: TextLine): string {
  return line.pieces.map(({ text }) => text).join('');
}

/**
 * Writes edits into the elements that hold a line's letters, so that every letter keeps the look it had.
 *
 * @param edits in the order of the line, none overlapping another
 * What a field makes, and what is stored in other ways than as letters, is left as it is.
 */
export function writeEdits(tree: XmlTree, line: TextLine, edits: readonly TextEdit[]): void {
  const held = heldBy(line);
  for (const edit of edits.toReversed()) write(held, edit);
  for (const { piece, text } of held) if (text !== piece.text) put(tree, piece, text);
}

function heldBy(line: TextLine): readonly Held[] {
  let start = 0;
  return piecesOf(line).map((piece) => {
    const held = { piece, start, text: piece.text };
    start += piece.text.length;
    return held;
  });
}

function write(held: readonly Held[], { from, to, text }: TextEdit): void {
  const touched =
    from === to
      ? held.filter((one) => holdsPlace(one, from)).slice(0, 1)
      : held.filter((one) => holdsAny(one, from, to));
  if (!touched.every(({ piece }) => isWritable(piece, text))) return;
  touched.forEach((one, at) => {
    const [own, until] = [Math.max(0, from - one.start), Math.min(one.piece.text.length, to - one.start)];
    one.text = one.text.slice(0, own) + (at === 0 ? text : '') + one.text.slice(until);
  });
}

/** What is put between two elements goes to the end of the first. */
function holdsPlace({ start, piece: { text } }: Held, place: number): boolean {
  return text !== '' && start <= place && start + text.length >= place;
}

function holdsAny({ start, piece: { text } }: Held, from: number, to: number): boolean {
  return start < to && start + text.length > from;
}

/** A soft hyphen is an element of its own: it can only go. */
function isWritable({ source, text, isPlace, field }: ReadPiece, replaced: string): boolean {
  if (isPlace || field !== null) return false;
  return source.name === 'w:t' ? textOf(source) === text : source.name === 'w:softHyphen' && replaced === '';
}

function put(tree: XmlTree, { source, run }: ReadPiece, text: string): void {
  if (source.name === 'w:t') {
    source.children.splice(0, source.children.length, text);
    if (text !== text.trim()) tree.set(source, 'xml:space', 'preserve');
  } else remove(run, source);
}

function remove(parent: XmlElement, child: XmlElement): void {
  parent.children.splice(parent.children.indexOf(child), 1);
}
