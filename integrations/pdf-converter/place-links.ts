import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFPageLeaf, PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { PDFContext, PDFDocument } from '@cantoo/pdf-lib';
import { PLACE_LINK, PLACE_NAMES, type Place, type PlaceName } from '../../src/drafting/ports/pdf-maker.port.js';

/** A placeholder hyperlink as the converter left it in the PDF. */
export interface PlaceLink extends Place {
  readonly name: PlaceName;
  readonly ref: PDFRef;
  readonly pageRef: PDFRef;
  /** The link's index in the parent tree of a tagged PDF. */
  readonly structParent: number | undefined;
}

/** Every placeholder link of the document, in page order. Pages are walked, never opened: `getPages()` would rewrite them. */
export function placeLinksOf(document: PDFDocument): readonly PlaceLink[] {
  const links: PlaceLink[] = [];
  let page = 0;
  document.catalog.Pages().traverse((node, pageRef) => {
    if (!(node instanceof PDFPageLeaf)) return;
    page += 1;
    for (const ref of node.Annots()?.asArray() ?? []) {
      const link = ref instanceof PDFRef ? placeLink(document.context, ref) : undefined;
      if (link) links.push({ ...link, page, pageRef });
    }
  });
  return links;
}

function placeLink(context: PDFContext, ref: PDFRef): Omit<PlaceLink, 'page' | 'pageRef'> | undefined {
  const annotation = context.lookup(ref);
  if (!(annotation instanceof PDFDict)) return undefined;
  const name = placeName(annotation);
  if (!name) return undefined;

  const { x, y, width, height } = annotation.lookup(PDFName.of('Rect'), PDFArray).asRectangle();
  const structParent = context.getLiteral(annotation)['StructParent'];
  return {
    name,
    ref,
    x: Math.min(x, x + width),
    y: Math.min(y, y + height),
    width: Math.abs(width),
    height: Math.abs(height),
    structParent: typeof structParent === 'number' ? structParent : undefined,
  };
}

function placeName(annotation: PDFDict): PlaceName | undefined {
  if (annotation.lookup(PDFName.of('Subtype')) !== PDFName.of('Link')) return undefined;
  const action = annotation.lookup(PDFName.of('A'));
  const uri = action instanceof PDFDict ? action.lookup(PDFName.of('URI')) : undefined;
  if (!(uri instanceof PDFString || uri instanceof PDFHexString)) return undefined;
  const name = PLACE_LINK.exec(uri.decodeText())?.[1];
  return PLACE_NAMES.find((known) => known === name);
}

/** Takes a link out of its page, and out of the structure of a tagged PDF. */
export function removeLink(context: PDFContext, link: PlaceLink): void {
  const page = context.lookup(link.pageRef, PDFDict);
  removeFrom(page.lookup(PDFName.of('Annots'), PDFArray), (item) => item === link.ref);
  const [, element] = structureElementOf(context, link.ref) ?? [];
  if (element) {
    element.set(PDFName.of('S'), PDFName.of('Span'));
    const kids = element.lookup(PDFName.of('K'));
    if (kids instanceof PDFArray) removeFrom(kids, (kid) => pointsTo(context, kid, link.ref));
    else element.delete(PDFName.of('K'));
  }
  context.delete(link.ref);
}

/**
 * Lets a form field stand where the link stood: same object, same place in the structure, which now calls it a form field.
 *
 * The field has an element to itself, without a list between them: verifiers that follow every way to a filled field
 * (pyHanko's difference policy) take no other for a way to a field, and call the leader's signature broken.
 */
export function replaceLink(context: PDFContext, link: PlaceLink, field: PDFDict): void {
  const [ref, element] = structureElementOf(context, link.ref) ?? [];
  if (ref && element) giveOwnElement(context, link, [ref, element]);
  context.assign(link.ref, field);
}

type Element = readonly [ref: PDFRef, element: PDFDict];

function giveOwnElement(context: PDFContext, link: PlaceLink, [ref, element]: Element): void {
  const reference = context.obj({ Type: 'OBJR', Pg: link.pageRef, Obj: link.ref });
  const kids = element.lookup(PDFName.of('K'));
  const at = kids instanceof PDFArray ? kids.asArray().findIndex((kid) => pointsTo(context, kid, link.ref)) : -1;
  if (!(kids instanceof PDFArray) || kids.size() === 1) {
    element.set(PDFName.of('S'), PDFName.of('Form'));
    element.set(PDFName.of('K'), reference);
    return;
  }
  const own = context.register(context.obj({ Type: 'StructElem', S: 'Form', P: ref, Pg: link.pageRef, K: reference }));
  element.set(PDFName.of('S'), PDFName.of('Span'));
  kids.set(at, own);
  if (link.structParent !== undefined) setLine(context, link.structParent, { from: ref, to: own });
}

/** The line of the table that leads from the annotation to its element. */
function setLine(context: PDFContext, key: number, { from, to }: { readonly from: PDFRef; readonly to: PDFRef }): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    const numbers = object instanceof PDFDict ? object.lookup(PDFName.of('Nums')) : undefined;
    if (!(numbers instanceof PDFArray)) continue;
    const items = numbers.asArray();
    const at = items.findIndex(
      (item, place) => place % 2 === 0 && item instanceof PDFNumber && item.asNumber() === key,
    );
    if (at >= 0 && items[at + 1] === from) numbers.set(at + 1, to);
  }
}

function structureElementOf(context: PDFContext, annotation: PDFRef): Element | undefined {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('S')) !== PDFName.of('Link')) continue;
    const kids = object.lookup(PDFName.of('K'));
    const list = kids instanceof PDFArray ? kids.asArray() : [kids];
    if (list.some((kid) => pointsTo(context, kid, annotation))) return [ref, object];
  }
  return undefined;
}

function pointsTo(context: PDFContext, kid: unknown, annotation: PDFRef): boolean {
  const reference = kid instanceof PDFRef ? context.lookup(kid) : kid;
  return reference instanceof PDFDict && reference.get(PDFName.of('Obj')) === annotation;
}

function removeFrom(array: PDFArray, matches: (item: unknown) => boolean): void {
  for (let index = array.size() - 1; index >= 0; index -= 1) {
    if (matches(array.get(index))) array.remove(index);
  }
}
