import type { HeldBytes } from '../../../src/kernel/held-bytes.js';
import type { Spool, SpoolFolder } from '../../../src/platform/spool/spool.js';
import type { XmlLimits } from '../xml/gate.js';
import { closed, inBlocks, releaseAll, XmlGathering } from '../xml/gather-xml.js';
import type { GatheredXml } from '../xml/gather-xml.js';
import { XmlRefused } from '../xml/xml-refused.js';
import { isUnicode, readMediaType } from './media-type.js';
import { contentIdOf, MimeRefused, MultipartScanner } from './multipart-scanner.js';
import type { PartHeaders, PartSink } from './multipart-scanner.js';

/** Of the part that holds the XML (XML-binary Optimized Packaging). */
export const XOP_TYPE = 'application/xop+xml';

/** What the head of a message says of its parts. */
export interface XopHead {
  readonly boundary: string;
  /** Identity of the part that holds the XML; null: the first. */
  readonly start: string | null;
  /** Content type of the XML, were it alone. */
  readonly rootType: string;
}

/** Codings that change no byte. */
const AS_IT_IS = ['', 'binary', '8bit', '7bit'];

/**
 * Reads XML whose files come in parts beside it, as it arrives: the files go to the spool as they are. Nothing stays there when the message is
 * refused or breaks off. The caller releases the answer.
 *
 * @throws XmlRefused when the gate refuses the XML, or the parts are no whole and plain message; and whatever the source throws
 */
export async function gatherXop(
  source: AsyncIterable<Buffer>,
  head: XopHead,
  limits: XmlLimits,
  folder: SpoolFolder,
): Promise<GatheredXml> {
  const gathering = new XopGathering(head, limits, folder);
  try {
    for await (const block of inBlocks(source)) await gathering.push(block);
    return await gathering.end();
  } catch (error) {
    await gathering.drop();
    throw error instanceof MimeRefused ? refused(error.message) : error;
  }
}

class XopGathering {
  private readonly xml: XmlGathering;
  private readonly spools = new Map<string, Spool>();
  private readonly scanner: MultipartScanner;
  private received = 0;
  private hasRoot = false;
  private isFirst = true;

  constructor(
    private readonly head: XopHead,
    private readonly limits: XmlLimits,
    private readonly folder: SpoolFolder,
  ) {
    this.xml = new XmlGathering(limits, folder);
    this.scanner = new MultipartScanner(head.boundary, (headers) => this.open(headers));
  }

  async push(block: Buffer): Promise<void> {
    this.received += block.length;
    if (this.received > this.limits.maxBytes) throw new XmlRefused('too-large', 'Thông điệp lớn hơn mức cho phép.');
    this.scanner.push(block);
    await this.xml.drain();
    for (const spool of this.spools.values()) await spool.drain();
  }

  async end(): Promise<GatheredXml> {
    this.scanner.end();
    if (!this.hasRoot) throw refused('Không có phần nào là phần gốc mà kiểu nội dung nêu (start).');
    const xml = await this.xml.end();
    try {
      const parts = await this.closedParts();
      return { ...xml, parts, release: () => releaseAll([...xml.cuts, ...parts.values()]) };
    } catch (error) {
      await xml.release();
      throw error;
    }
  }

  async drop(): Promise<void> {
    await this.xml.drop();
    for (const spool of this.spools.values()) await spool.drop();
  }

  private async closedParts(): Promise<ReadonlyMap<string, HeldBytes>> {
    const held = await closed([...this.spools.values()]);
    const ids = [...this.spools.keys()];
    return new Map(held.flatMap((bytes, index) => (bytes === null ? [] : [[ids[index] ?? '', bytes]])));
  }

  private open(headers: PartHeaders): PartSink {
    const id = contentIdOf(headers);
    const { start } = this.head;
    const isRoot = start === null ? this.isFirst : id === start;
    this.isFirst = false;
    requirePlain(headers);
    return isRoot ? this.openRoot(headers) : this.openPart(id);
  }

  private openRoot(headers: PartHeaders): PartSink {
    if (this.hasRoot) throw refused('Có hai phần gốc mang cùng một Content-ID.');
    this.hasRoot = true;
    requireRootType(headers['content-type'] ?? '', this.head.rootType);
    return this.xml;
  }

  private openPart(id: string): PartSink {
    if (id === '') throw refused('Một phần đi kèm không có Content-ID.');
    if (this.spools.has(id)) throw refused('Hai phần đi kèm mang cùng một Content-ID.');
    const spool = this.folder.open();
    this.spools.set(id, spool);
    return spool;
  }
}

/** Parts are not decoded: what is in one is the file, byte by byte. */
function requirePlain(headers: PartHeaders): void {
  const coding = (headers['content-transfer-encoding'] ?? '').toLowerCase();
  if (!AS_IT_IS.includes(coding)) throw refused('Các phần phải ở dạng nhị phân (Content-Transfer-Encoding: binary).');
  if (readMediaType(headers['content-type'] ?? '').type.startsWith('multipart/')) {
    throw refused('Không nhận thông điệp nhiều phần lồng nhau.');
  }
}

function requireRootType(contentType: string, rootType: string): void {
  const media = readMediaType(contentType);
  const inner = readMediaType(media.parameters.get('type') ?? rootType).type;
  if (media.type !== XOP_TYPE || inner !== rootType || !isUnicode(media)) {
    throw refused(`Phần gốc phải là ${XOP_TYPE}; type="${rootType}" bằng UTF-8 hoặc UTF-16.`);
  }
}

function refused(reason: string): XmlRefused {
  return new XmlRefused('parts', `Thông điệp nhiều phần (MTOM) không đúng: ${reason}`);
}
