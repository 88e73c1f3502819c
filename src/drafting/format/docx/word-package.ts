import { OFFICE_LIMITS } from '../../../files/domain/inspection/office/office-limits.js';
import { unpackEntry } from '../../../files/domain/zip/unpack.js';
import { readZipDirectory, type ZipEntry } from '../../../files/domain/zip/zip-directory.js';
import { attributeOf, childrenOf, XmlTree } from '../../../files/domain/xml/xml-tree.js';
import { WORD_NAMES } from './names.js';

/** The file is no Word document that can be read, although it passed the inspection. */
export class DocxUnreadable extends Error {}

interface Relation {
  readonly kind: string;
  readonly target: string;
}

/** The parts of a Word file: XML as trees, everything else as bytes. */
export class WordPackage {
  private constructor(
    /** In the order of the file. */
    readonly parts: ReadonlyMap<string, Buffer>,
    private readonly trees: ReadonlyMap<string, XmlTree>,
    readonly mainPart: string,
  ) {}

  /** @throws DocxUnreadable; XmlFlaw and ZipRefused for what the inspection refuses */
  static async read(docx: Buffer): Promise<WordPackage> {
    const parts = new Map<string, Buffer>();
    for (const entry of readZipDirectory(docx, OFFICE_LIMITS)) await keep(parts, docx, entry);
    const trees = new Map<string, XmlTree>();
    for (const [name, content] of parts) if (isRead(name)) trees.set(name, XmlTree.read(textIn(content), WORD_NAMES));
    const root = relationsOf(trees.get('_rels/.rels'), '');
    const main = [...root.values()].find(({ kind }) => kind === 'officeDocument')?.target;
    if (main === undefined || !trees.has(main)) throw new DocxUnreadable('no document');
    return new WordPackage(parts, trees, main);
  }

  get document(): XmlTree {
    const tree = this.trees.get(this.mainPart);
    if (!tree) throw new DocxUnreadable('no document');
    return tree;
  }

  tree(part: string): XmlTree | undefined {
    return this.trees.get(part);
  }

  /** The part that the document relates to by this id. */
  related(id: string): string | undefined {
    return this.relations.get(id)?.target;
  }

  /** The only part of this kind: `styles`, `numbering`, `theme`, `settings`. */
  relatedByKind(kind: string): XmlTree | undefined {
    const target = [...this.relations.values()].find((relation) => relation.kind === kind)?.target;
    return target === undefined ? undefined : this.trees.get(target);
  }

  private get relations(): ReadonlyMap<string, Relation> {
    return relationsOf(this.trees.get(relationsPartOf(this.mainPart)), folderOf(this.mainPart));
  }
}

async function keep(parts: Map<string, Buffer>, docx: Buffer, entry: ZipEntry): Promise<void> {
  if (!entry.name.endsWith('/')) parts.set(entry.name, await unpackEntry(docx, entry));
}

function isRead(part: string): boolean {
  return /\.(?:xml|rels)$/u.test(part) && !/^(?:customXml|docProps)\//u.test(part);
}

export function textIn(content: Buffer): string {
  const first = content.length < 2 ? 0 : content.readUInt16BE(0);
  if (first === 0xfffe) return new TextDecoder('utf-16le').decode(content);
  return first === 0xfeff ? new TextDecoder('utf-16be').decode(content) : content.toString('utf8');
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

function relationsPartOf(part: string): string {
  return `${folderOf(part)}_rels/${part.slice(folderOf(part).length)}.rels`;
}

function relationsOf(tree: XmlTree | undefined, folder: string): ReadonlyMap<string, Relation> {
  const relations = new Map<string, Relation>();
  for (const element of tree ? childrenOf(tree.root) : []) {
    const type = attributeOf(element, 'Type') ?? '';
    const target = attributeOf(element, 'Target') ?? '';
    relations.set(attributeOf(element, 'Id') ?? '', {
      kind: type.slice(type.lastIndexOf('/') + 1),
      target: attributeOf(element, 'TargetMode') === 'External' ? target : resolvedPath(folder, target),
    });
  }
  return relations;
}

/** `../media/a.png` seen from `word/` is `media/a.png`. */
function resolvedPath(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target.slice(1) : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
