import { readZipDirectory, type ZipEntry } from '../../zip/zip-directory.js';
import { unpackEntry, unpackInPieces } from '../../zip/unpack.js';
import { XmlFlaw } from '../../xml/xml-flaw.js';
import { XmlScan } from '../../xml/xml-scan.js';
import { inspectImage, isPicture } from '../images/inspect-image.js';
import { XLSX } from '../extensions.js';
import { FileRefused, Findings } from '../inspection.js';
import { sniff } from '../sniff.js';
import { inspectSvg } from '../text/inspect-svg.js';
import { XML_LIMITS } from '../text/inspect-xml.js';
import { chartSheetAt, isChartRelations, namesChartSheet } from './chart-sheets.js';
import { ContentTypes, documentType, isControlType, isEmbeddedType, isMacroType } from './content-types.js';
import { CHART_SHEET_LIMITS } from './office-limits.js';
import { PartListener } from './part-listener.js';
import type { Relation } from './relations.js';

const TYPES_PART = '[Content_Types].xml';
const PACKAGE_RELATIONS = '_rels/.rels';
const RELATIONS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';

/** Whether an archive's directory is that of an Office file. */
export function isOfficeArchive(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => name === TYPES_PART);
}

/** More charts than this in one document have no rows of their own. */
const MAX_CHART_SHEETS = 32;

/**
 * Looks at every part of a Word, Excel or PowerPoint file: what it is declared to be and what it is, whom it relates to,
 * which fields and formulas stand in it, how large its pictures are.
 *
 * @param isInside whether it is the workbook of a chart: then nothing may stand in it any more
 * @returns the type of the document
 * @throws FileRefused when it is not one; ZipRefused when a part does not unpack to what was announced
 */
export async function inspectOffice(
  archive: Buffer,
  entries: readonly ZipEntry[],
  findings: Findings,
  isInside = false,
): Promise<string> {
  const parts = new OfficeParts(archive, entries, findings);
  const types = await parts.contentTypes();
  const type = await parts.mainType(types);
  if (!isInside) await parts.findChartSheets();
  for (const entry of entries) {
    if (!entry.name.endsWith('/') && entry.name !== TYPES_PART) await parts.inspect(entry, types);
  }
  return type;
}

function mayBePicture(declared: string | null): boolean {
  return declared === null || /^(?:image\/(?!svg)|application\/octet-stream$)/u.test(declared);
}

/** Where documents have their own parts, and names by which a part is told, nothing is only a small picture. */
function mayBeThumbnail(name: string): boolean {
  return !/^(?:word|xl|ppt)\/|vbaProject|vbaData|macrosheets\/|activeX|(?:^|\/)embeddings\//iu.test(name);
}

class OfficeParts {
  /** Names of the workbooks behind charts, in small letters. */
  private readonly chartSheets = new Set<string>();

  /** Small pictures of the first page, in small letters. */
  private readonly thumbnails = new Set<string>();

  constructor(
    private readonly archive: Buffer,
    private readonly entries: readonly ZipEntry[],
    private readonly findings: Findings,
  ) {}

  async contentTypes(): Promise<ContentTypes> {
    const types = new ContentTypes();
    await this.scan(this.require(TYPES_PART), {
      wants: (name) => name === 'Default' || name === 'Override',
      opened: (name, attributes) => {
        const type = attributes.get('ContentType') ?? '';
        if (name === 'Default') types.default(attributes.get('Extension') ?? '', type);
        else types.override(attributes.get('PartName') ?? '', type);
      },
      closed: () => undefined,
    });
    if (types.isAmbiguous) this.findings.add('office-content-type', TYPES_PART);
    return types;
  }

  /** The type by the part that the package calls its document. */
  async mainType(types: ContentTypes): Promise<string> {
    const documents: string[] = [];
    await this.scan(
      this.require(PACKAGE_RELATIONS),
      this.listener(PACKAGE_RELATIONS, ({ kind, target }) => {
        const name = target.replace(/^\//u, '');
        if (kind === 'officeDocument') documents.push(name);
        if (kind === 'thumbnail' && mayBeThumbnail(name)) this.thumbnails.add(name.toLowerCase());
      }),
    );
    const [main, ...more] = documents;
    if (main === undefined || more.length > 0) throw new FileRefused('office-incomplete');
    this.require(main);
    const declared = types.typeOf(main) ?? '';
    if (isMacroType(declared)) throw new FileRefused('office-macro', declared);
    const type = documentType(declared);
    if (type === null) throw new FileRefused('office-incomplete');
    return type;
  }

  async findChartSheets(): Promise<void> {
    for (const entry of this.entries) {
      if (!isChartRelations(entry.name)) continue;
      await this.scan(
        entry,
        new PartListener(entry.name, new Findings(), (relation) => {
          if (namesChartSheet(relation, entry.name)) this.chartSheets.add(chartSheetAt(relation.target, entry.name));
        }),
      );
    }
    if (this.chartSheets.size > MAX_CHART_SHEETS) this.chartSheets.clear();
  }

  async inspect(entry: ZipEntry, types: ContentTypes): Promise<void> {
    const { name } = entry;
    const declared = types.typeOf(name);
    if (this.chartSheets.has(name.toLowerCase())) return this.inspectChartSheet(entry);
    if (this.thumbnails.has(name.toLowerCase()) && mayBePicture(declared)) return this.inspectThumbnail(entry);
    this.inspectDeclared(name, declared);
    const isXml = declared !== null && /[+/]xml$/u.test(declared) && declared !== 'image/svg+xml';
    if (name.endsWith('.rels') && declared !== RELATIONS_TYPE) this.findings.add('office-content-type', name);
    if (isXml || name.endsWith('.rels')) await this.inspectXml(entry);
    else await this.inspectBinary(entry, declared);
  }

  /** A workbook without anything that runs, fetches or is embedded once more; whatever else a chart may name is an embedded file. */
  private async inspectChartSheet(entry: ZipEntry): Promise<void> {
    const content = await unpackEntry(this.archive, entry);
    const isArchive = sniff(content)?.type === 'application/zip';
    const entries = isArchive ? readZipDirectory(content, CHART_SHEET_LIMITS) : [];
    const isSheet = isOfficeArchive(entries) && (await inspectOffice(content, entries, this.findings, true)) === XLSX;
    if (!isSheet) this.findings.add('office-embedded', entry.name);
  }

  /** Writers declare it as anything or nothing and cut it off, and no page shows it: it must only be no other file, and not too large to draw. */
  private async inspectThumbnail(entry: ZipEntry): Promise<void> {
    const content = await unpackEntry(this.archive, entry);
    const real = sniff(content);
    if (real && !real.type.startsWith('image/')) this.findings.add('office-content-type', entry.name);
    if (!real || !isPicture(real.type)) return;
    const own = new Findings();
    inspectImage(content, real.type, own);
    if (own.has('image-too-large')) this.findings.add('image-too-large', entry.name);
  }

  private inspectDeclared(name: string, declared: string | null): void {
    const type = declared ?? '';
    if (isMacroType(type) || /vbaProject|vbaData|macrosheets\//iu.test(name)) this.findings.add('office-macro', name);
    else if (isControlType(type) || /activeX/iu.test(name)) this.findings.add('office-active-control', name);
    else if (isEmbeddedType(type) || /(?:^|\/)embeddings\//iu.test(name)) this.findings.add('office-embedded', name);
    else if (declared === null) this.findings.add('office-content-type', name);
  }

  private async inspectXml(entry: ZipEntry): Promise<void> {
    const listener = this.listener(entry.name, () => undefined);
    await this.scan(entry, listener);
    listener.end();
  }

  private async inspectBinary(entry: ZipEntry, declared: string | null): Promise<void> {
    const content = await unpackEntry(this.archive, entry);
    if (declared === 'image/svg+xml') {
      inspectSvg(content, this.findings);
      return;
    }
    const real = sniff(content);
    const shouldBePicture = declared?.startsWith('image/') === true;
    if (real && isPicture(real.type)) inspectImage(content, real.type, this.findings);
    else if (real && !/^image\//u.test(real.type) && shouldBePicture) {
      this.findings.add('office-content-type', entry.name);
    } else if (real) this.inspectForeign(entry.name, real.type);
  }

  private inspectForeign(name: string, type: string): void {
    const isMedia = /^(?:audio|video)\//u.test(type) && name.includes('media/');
    if (!isMedia) this.findings.add('office-embedded', name);
  }

  private listener(part: string, related: (relation: Relation) => void): PartListener {
    return new PartListener(part, this.findings, related);
  }

  private async scan(entry: ZipEntry, listener: ConstructorParameters<typeof XmlScan>[1]): Promise<void> {
    const scan = new XmlScan({ ...XML_LIMITS, strict: false }, listener);
    try {
      for await (const piece of unpackInPieces(this.archive, entry)) scan.push(piece);
      scan.end();
    } catch (error) {
      if (error instanceof XmlFlaw) throw new FileRefused(error.problem, entry.name);
      throw error;
    }
  }

  private require(name: string): ZipEntry {
    const entry = this.entries.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!entry) throw new FileRefused('office-incomplete');
    return entry;
  }
}
