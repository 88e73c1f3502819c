import { PDFArray, PDFDict, PDFName } from '@cantoo/pdf-lib';
import type { PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { SigningRefused } from './signing-refused.js';

/** Pages are not opened by the library, which would rewrite their contents. @param node the catalog's root of pages */
export function firstPage(node: PDFDict): PDFDict {
  const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray);
  if (!kids) return node;
  if (kids.size() === 0) throw new SigningRefused('field-missing', 'Pages');
  return firstPage(kids.lookup(0, PDFDict));
}

/** Adds a reference to a list, which is created where it is missing. */
export function append(dictionary: PDFDict, key: string, ref: PDFRef): void {
  const list: readonly PDFObject[] = dictionary.lookupMaybe(PDFName.of(key), PDFArray)?.asArray() ?? [];
  dictionary.set(PDFName.of(key), dictionary.context.obj([...list, ref]));
}
