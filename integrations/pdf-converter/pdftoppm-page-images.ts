import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PageImages } from '../../src/drafting/ports/page-images.port.js';
import { bareEnvironment } from './bare-environment.js';

const run = promisify(execFile);
const DOTS_PER_INCH = 110;
const TIME_LIMIT_MS = 10_000;
/** Sharp letters in the size of a PNG, whose compression took poppler five times as long as all the rest. */
const PICTURE = ['-jpeg', '-jpegopt', 'quality=90'];

/** Pictures by poppler's pdftoppm, each in a process of its own with a time limit. */
export class PdftoppmPageImages extends PageImages {
  constructor(private readonly command: string) {
    super();
  }

  async render(pdf: Buffer, page: number): Promise<Buffer | null> {
    const folder = await mkdtemp(join(tmpdir(), 'hoi-am-trang-'));
    try {
      const source = join(folder, 'a.pdf');
      await writeFile(source, pdf);
      const only = String(page);
      const options = [...PICTURE, '-singlefile', '-r', String(DOTS_PER_INCH), '-f', only, '-l', only];
      await run(this.command, [...options, source, join(folder, 'a')], {
        timeout: TIME_LIMIT_MS,
        killSignal: 'SIGKILL',
        env: bareEnvironment(folder, folder),
      });
      return await readFile(join(folder, 'a.jpg'));
    } catch {
      return null;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
