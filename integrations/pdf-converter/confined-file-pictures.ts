import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FilePictures } from '../../src/files/ports/file-pictures.port.js';
import { runConfined } from './confined-program.js';

const JPEG = ['-jpeg', '-jpegopt', 'quality=82', '-singlefile'];
/** At a time, for all who ask; the others wait their turn. */
const MAX_RUNNING = 2;
const MAX_WAITING = 60;

export interface PopplerPrograms {
  readonly pdftoppm: string;
  readonly pdfinfo: string;
}

/** Pictures of strangers' files by poppler, each in a process that sees nothing of ours ({@link runConfined}). */
export class ConfinedFilePictures extends FilePictures {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** @param parent where each file gets a folder of its own while it is drawn */
  constructor(
    private readonly programs: PopplerPrograms,
    private readonly parent = tmpdir(),
  ) {
    super();
  }

  async pages(pdf: Buffer): Promise<number | null> {
    const told = await this.withFile(pdf, (folder) => runConfined(this.programs.pdfinfo, ['a.pdf'], folder));
    // The title and whatever else a stranger wrote comes before the count, and may look like one.
    const count = [...(told ?? '').matchAll(/^Pages:\s+(\d{1,6})$/gmu)].at(-1)?.[1];
    return count === undefined ? null : Number(count);
  }

  draw(pdf: Buffer, page: number, longestSide: number): Promise<Buffer | null> {
    const only = String(page);
    return this.withFile(pdf, async (folder) => {
      const options = [...JPEG, '-scale-to', String(longestSide), '-f', only, '-l', only, 'a.pdf', 'a'];
      await runConfined(this.programs.pdftoppm, options, folder);
      return readFile(join(folder, 'a.jpg'));
    });
  }

  private async withFile<T>(pdf: Buffer, work: (folder: string) => Promise<T>): Promise<T | null> {
    if (this.waiting.length >= MAX_WAITING) return null;
    await this.turn();
    try {
      return await inFolder(this.parent, pdf, work);
    } catch {
      return null;
    } finally {
      this.next();
    }
  }

  private async turn(): Promise<void> {
    if (this.running >= MAX_RUNNING) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
  }

  /** Gives the free place to the call that has waited longest. */
  private next(): void {
    const following = this.waiting.shift();
    if (following) following();
    else this.running -= 1;
  }
}

/** Puts the PDF as `a.pdf` into a folder of its own, which is removed afterwards. */
async function inFolder<T>(parent: string, pdf: Buffer, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(parent, 'hoi-am-xem-'));
  try {
    await writeFile(join(folder, 'a.pdf'), pdf);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
