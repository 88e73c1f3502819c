import type { HeldBytes } from '../../../src/kernel/held-bytes.js';
import type { Spool, SpoolFolder } from '../../../src/platform/spool/spool.js';
import { XmlGate } from './gate.js';
import type { XmlLimits } from './gate.js';
import type { PassedXml } from './read-xml.js';

/** A document that came in pieces: its markup, and apart from it the bytes that stood in it as base64, or came in parts beside it. */
export interface GatheredXml extends PassedXml {
  /** Gives back what was set aside. */
  release(): Promise<void>;
}

/** Smaller pieces are put together first: each costs as much as a larger one. */
const MIN_BYTES = 16 * 1024;

/**
 * Reads XML from outside as it arrives; long base64 goes to the spool, and nothing stays there when the document is refused or
 * breaks off. The caller releases the answer.
 *
 * @throws XmlRefused when the gate refuses it, and whatever the source throws
 */
export async function gatherXml(
  source: AsyncIterable<Buffer>,
  limits: XmlLimits,
  spools: SpoolFolder,
): Promise<GatheredXml> {
  const gathering = new XmlGathering(limits, spools);
  try {
    for await (const block of inBlocks(source)) {
      gathering.write(block);
      await gathering.drain();
    }
    return await gathering.end();
  } catch (error) {
    await gathering.drop();
    throw error;
  }
}

/** The same bytes in pieces that are worth their cost. A single large piece is handed on as it is. */
export async function* inBlocks(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let small: Buffer[] = [];
  let bytes = 0;
  for await (const piece of source) {
    small.push(piece);
    bytes += piece.length;
    if (bytes < MIN_BYTES) continue;
    yield joined(small);
    small = [];
    bytes = 0;
  }
  if (bytes > 0) yield joined(small);
}

function joined(pieces: readonly Buffer[]): Buffer {
  const [first, second] = pieces;
  return first !== undefined && second === undefined ? first : Buffer.concat(pieces);
}

/** A document on its way through the gate, and the spools that its base64 goes to. */
export class XmlGathering {
  private readonly spools: Spool[] = [];
  private readonly gate: XmlGate<Spool>;

  constructor(limits: XmlLimits, folder: SpoolFolder) {
    this.gate = new XmlGate(limits, () => {
      const spool = folder.open();
      this.spools.push(spool);
      return spool;
    });
  }

  /** The caller must also call `drain` now and then. @throws XmlRefused */
  write(piece: Buffer): void {
    this.gate.push(piece);
  }

  async drain(): Promise<void> {
    await this.spools.at(-1)?.drain();
  }

  /** @throws XmlRefused */
  async end(): Promise<GatheredXml> {
    const { bytes, cuts, places, mislabelled } = this.gate.end();
    const kept = new Set(cuts);
    for (const spool of this.spools) if (!kept.has(spool)) await spool.drop();
    const held = await closed(cuts);
    return { bytes, cuts: held, places, mislabelled, release: () => releaseAll(held) };
  }

  async drop(): Promise<void> {
    for (const spool of this.spools) await spool.drop();
  }
}

/** Closes what has come whole; when one fails, none stays behind. */
export async function closed(spools: readonly (Spool | null)[]): Promise<readonly (HeldBytes | null)[]> {
  const held: (HeldBytes | null)[] = [];
  try {
    for (const spool of spools) held.push(spool && (await spool.close()));
    return held;
  } catch (error) {
    await releaseAll(held);
    throw error;
  }
}

export async function releaseAll(held: Iterable<HeldBytes | null>): Promise<void> {
  for (const one of held) await one?.release();
}
