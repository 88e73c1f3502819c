import { PDFName, PDFOperator, PDFOperatorNames } from '@cantoo/pdf-lib';
import type { PDFDict, PDFDocument, PDFObject, PDFPage, PDFRef } from '@cantoo/pdf-lib';

export type Role = 'Document' | 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD';

/** A node of the structure: what a screen reader is told a piece of the page is. */
export interface Element {
  readonly role: Role;
  readonly ref: PDFRef;
  readonly kids: (Element | Mark)[];
}

/** A piece of a page's content, by its number there. */
interface Mark {
  readonly page: PDFPage;
  readonly id: number;
}

/** The logical structure of a document beside its ink (ISO 32000-1, 14.7 and 14.8), kept while pages are drawn. */
export class StructureTags {
  readonly root: Element;
  readonly #treeRef: PDFRef;
  /** Of each page the elements that own its marks, by number. */
  readonly #owners = new Map<PDFPage, Element[]>();

  constructor(private readonly document: PDFDocument) {
    this.#treeRef = document.context.nextRef();
    this.root = { role: 'Document', ref: document.context.nextRef(), kids: [] };
  }

  element(parent: Element, role: Role): Element {
    const element: Element = { role, ref: this.document.context.nextRef(), kids: [] };
    parent.kids.push(element);
    return element;
  }

  /** Draws something that belongs to an element. */
  mark(page: PDFPage, element: Element, draw: () => void): void {
    const owners = this.#owners.get(page) ?? [];
    this.#owners.set(page, owners);
    const id = owners.push(element) - 1;
    element.kids.push({ page, id });
    this.#around(page, [PDFName.of(element.role), `<</MCID ${id}>>`], draw);
  }

  /** Draws something that only decorates or repeats: rules, page numbers, a table's head on a further page. */
  artifact(page: PDFPage, draw: () => void): void {
    this.#around(page, [PDFName.of('Artifact'), '<<>>'], draw);
  }

  /** Writes the tree into the document; nothing may be marked afterwards. */
  finish(): void {
    const { context, catalog } = this.document;
    this.#write(this.root, this.#treeRef);
    const numbers: PDFObject[] = [];
    for (const [index, [page, owners]] of [...this.#owners].entries()) {
      page.node.set(PDFName.of('StructParents'), context.obj(index));
      page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
      numbers.push(context.obj(index), context.obj(owners.map(({ ref }) => ref)));
    }
    context.assign(
      this.#treeRef,
      context.obj({
        Type: 'StructTreeRoot',
        K: [this.root.ref],
        ParentTree: context.register(context.obj({ Nums: numbers })),
      }),
    );
    catalog.set(PDFName.of('StructTreeRoot'), this.#treeRef);
    catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  }

  #write(element: Element, parent: PDFRef): void {
    const { context } = this.document;
    const kids = element.kids.map((kid) => ('ref' in kid ? kid.ref : this.#reference(kid)));
    const dict: PDFDict = context.obj({ Type: 'StructElem', S: element.role, P: parent, K: kids });
    if (element.role === 'TH') dict.set(PDFName.of('A'), context.obj({ O: 'Table', Scope: 'Column' }));
    context.assign(element.ref, dict);
    for (const kid of element.kids) if ('ref' in kid) this.#write(kid, element.ref);
  }

  #reference({ page, id }: Mark): PDFDict {
    return this.document.context.obj({ Type: 'MCR', Pg: page.ref, MCID: id });
  }

  #around(page: PDFPage, tag: [PDFName, string], draw: () => void): void {
    page.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, tag));
    draw();
    page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
  }
}
