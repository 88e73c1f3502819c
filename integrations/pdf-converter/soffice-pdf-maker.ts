import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { type Conversion, PdfMaker, type Place, type PrintedEntry } from '../../src/drafting/ports/pdf-maker.port.js';
import { preparePdf } from './prepare-pdf.js';
import { printEntry } from './print-entry.js';
import { PROFILE_SETTINGS, runSoffice, type SofficeEnd } from './soffice-process.js';

export interface SofficeOptions {
  /** The program, by name or by path: `soffice`. */
  readonly soffice: string;
  /** A folder of ours on this machine, for profiles and batches. */
  readonly workDirectory: string;
  /** For one run, whatever the number of its files. */
  readonly timeoutMs: number;
}

const NOT_A_DOCX = 'Tệp không phải DOCX: không mở được như một tệp nén có phần word/document.xml.';
const UNREADABLE = 'LibreOffice không đọc được tệp này.';
const MISSING =
  'Máy chưa cài LibreOffice (gói libreoffice-writer-nogui), nên chưa tạo được PDF. Bản DOCX vẫn dùng được.';
const CUT_OFF = 'LibreOffice không xong trong thời hạn. Bản DOCX vẫn dùng được; có thể thử lại.';
const CRASHED = 'LibreOffice dừng giữa chừng. Bản DOCX vẫn dùng được; có thể thử lại.';

/**
 * PDFs by native LibreOffice, batch after batch, each in a process group of its own. LibreOffice's exit status is worth
 * nothing (0 without a PDF, 0 with a PDF of what was no DOCX), so the input is checked before and the output after.
 */
export class SofficePdfMaker extends PdfMaker {
  private last: Promise<unknown> = Promise.resolve();
  private home: Promise<string> | undefined;
  private readonly stop = new AbortController();

  constructor(private readonly options: SofficeOptions) {
    super();
  }

  override convert(docx: readonly Buffer[]): Promise<readonly Conversion[]> {
    // One profile serves one run at a time.
    const turn = this.last.then(() => this.convertBatch(docx));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  override prepare(pdf: Buffer, issuer?: string): Promise<{ readonly pdf: Buffer; readonly places: readonly Place[] }> {
    return preparePdf(pdf, issuer);
  }

  override printEntry(pdf: Buffer, entry: PrintedEntry): Promise<Buffer> {
    return printEntry(pdf, entry);
  }

  /** Ends a running conversion and takes the profile away; Nest calls it when the application stops. */
  async onModuleDestroy(): Promise<void> {
    this.stop.abort();
    await this.last;
    const home = await this.home;
    if (home) await rm(home, { recursive: true, force: true });
  }

  private async convertBatch(docx: readonly Buffer[]): Promise<readonly Conversion[]> {
    const answers: Conversion[] = docx.map((file) =>
      isDocx(file) ? { status: 'unavailable', reason: CRASHED } : { status: 'refused', reason: NOT_A_DOCX },
    );
    const wanted = [...answers.keys()].filter((index) => answers[index]?.status !== 'refused');
    if (wanted.length === 0) return answers;

    const end = await this.attempt(docx, wanted, answers);
    const left = wanted.filter((index) => answers[index]?.status !== 'done');
    // One bad file must not cost the others their PDF; a single file that LibreOffice read to the end has had its chance.
    if (end === 'missing' || (wanted.length === 1 && end === 'ended')) return answers;
    for (const index of left) await this.attempt(docx, [index], answers);
    return answers;
  }

  /** One run over the files at `wanted`; writes what came of each into `answers`. */
  private async attempt(
    docx: readonly Buffer[],
    wanted: readonly number[],
    answers: Conversion[],
  ): Promise<SofficeEnd> {
    const home = await this.openHome();
    const batch = await mkdtemp(join(home, 'batch-'));
    try {
      const out = join(batch, 'out');
      await mkdir(out);
      const files = wanted.map((index) => join(batch, `${index}.docx`));
      await Promise.all(wanted.map((index, at) => writeFile(files[at] ?? '', docx[index] ?? '')));
      const end = await runSoffice({
        ...this.options,
        profile: join(home, 'profile'),
        temporary: batch,
        out,
        files,
        signal: this.stop.signal,
      });
      for (const index of wanted) answers[index] = await answerOf(join(out, `${index}.pdf`), end);
      return end;
    } finally {
      await rm(batch, { recursive: true, force: true });
    }
  }

  private openHome(): Promise<string> {
    this.home ??= makeHome(this.options.workDirectory).catch((error: unknown) => {
      // A full disk today is no reason to fail for ever.
      this.home = undefined;
      throw error;
    });
    return this.home;
  }
}

/** A folder for this process, named after it; those of processes that no longer live are taken away. */
async function makeHome(workDirectory: string): Promise<string> {
  await mkdir(workDirectory, { recursive: true });
  for (const name of await readdir(workDirectory)) {
    const owner = Number(/^soffice-(\d+)-/u.exec(name)?.[1] ?? Number.NaN);
    if (!Number.isNaN(owner) && !isAlive(owner)) await rm(join(workDirectory, name), { recursive: true, force: true });
  }
  const home = await mkdtemp(join(workDirectory, `soffice-${process.pid}-`));
  await mkdir(join(home, 'profile', 'user'), { recursive: true });
  await writeFile(join(home, 'profile', 'user', 'registrymodifications.xcu'), PROFILE_SETTINGS);
  return home;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function isDocx(file: Buffer): boolean {
  try {
    return new PizZip(file).file('word/document.xml') !== null;
  } catch {
    return false;
  }
}

async function answerOf(file: string, end: SofficeEnd): Promise<Conversion> {
  const pdf = await readFile(file).catch(() => null);
  if (pdf && isWholePdf(pdf)) return { status: 'done', pdf };
  if (end === 'ended') return { status: 'refused', reason: UNREADABLE };
  const reasons = { missing: MISSING, cutOff: CUT_OFF, crashed: CRASHED } as const;
  return { status: 'unavailable', reason: reasons[end] };
}

/** A run that was killed leaves files behind that are there by name and broken inside. */
function isWholePdf(pdf: Buffer): boolean {
  return (
    pdf.subarray(0, 5).toString('latin1') === '%PDF-' &&
    pdf.subarray(-16).toString('latin1').trimEnd().endsWith('%%EOF')
  );
}
