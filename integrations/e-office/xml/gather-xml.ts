import type { HeldBytes } from '../../../src/kernel/held-bytes.js';
import type { Spool, SpoolFolder } from '../../../src/platform/spool/spool.js';
import { XmlGate } from './gate.js';
import type { GatedXml, XmlLimits } from './gate.js';

/** A document that came in pieces: its markup, and apart from it the bytes that stood in it as base64. */
export interface GatheredXml extends GatedXml<HeldBytes> {
  /** Gives back what was set aside. */
  release(): Promise<void>;
}

/** Smaller pieces are put together first: each costs as much as a larger one. */
const LEAST = 16 * 1024;

/**
 * Takes XML from outside while it comes; long base64 goes to the spool as it arrives, and nothing stays there when the document is refused or
 * breaks off. Whoever gets the answer releases it.
 *
 * @throws XmlRefused when the gate refuses it, and whatever the source throws
 */
export async function gatherXml(
  source: AsyncIterable<Buffer>,
  limits: XmlLimits,
  spools: SpoolFolder,
): Promise<GatheredXml> {
  const gathering = new Gathering(limits, spools);
  try {
    for await (const piece of source) await gathering.push(piece);
    return await gathering.end();
  } catch (error) {
    await gathering.drop();
    throw error;
  }
}

/** A document on its way through the gate, and the spools that its base64 goes to. */
class Gathering {
  private readonly spools: Spool[] = [];
  private readonly gate: XmlGate<Spool>;
  private small: Buffer[] = [];
  private smallBytes = 0;

  constructor(limits: XmlLimits, folder: SpoolFolder) {
    this.gate = new XmlGate(limits, () => {
      const spool = folder.open();
      this.spools.push(spool);
      return spool;
    });
  }

  async push(piece: Buffer): Promise<void> {
    this.small.push(piece);
    this.smallBytes += piece.length;
    if (this.smallBytes >= LEAST) await this.pass();
  }

  async end(): Promise<GatheredXml> {
    await this.pass();
    const { bytes, cuts, places, mislabelled } = this.gate.end();
    const kept = new Set(cuts);
    for (const spool of this.spools) if (!kept.has(spool)) await spool.drop();
    const held = await closed(cuts);
    return { bytes, cuts: held, places, mislabelled, release: () => releaseAll(held) };
  }

  async drop(): Promise<void> {
    for (const spool of this.spools) await spool.drop();
  }

  private async pass(): Promise<void> {
    const [first, second] = this.small;
    if (first === undefined) return;
    this.gate.push(second === undefined ? first : Buffer.concat(this.small));
    this.small = [];
    this.smallBytes = 0;
    await this.spools.at(-1)?.drain();
  }
}

async function closed(cuts: readonly (Spool | null)[]): Promise<readonly (HeldBytes | null)[]> {
  const held: (HeldBytes | null)[] = [];
  try {
    for (const cut of cuts) held.push(cut && (await cut.close()));
    return held;
  } catch (error) {
    await releaseAll(held);
    throw error;
  }
}

async function releaseAll(held: readonly (HeldBytes | null)[]): Promise<void> {
  for (const one of held) await one?.release();
}
