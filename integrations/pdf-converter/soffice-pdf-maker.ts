import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PizZip from 'pizzip';
import {
  PdfMaker,
  type Conversion,
  type DocxOrigin,
  type Place,
  type PrintedEntry,
} from '../../src/drafting/ports/pdf-maker.port.js';
import { inStep } from '../../src/platform/telemetry/spans.js';
import { KeptOffice, makeProfile, type KeptLimits } from './kept-office.js';
import { isWholePdf, runSoffice, type SofficeEnd } from './soffice-process.js';
import { removeSockets } from './soffice-sockets.js';

export interface SofficeOptions {
  /** The program, by name or by path: `soffice`. */
  readonly soffice: string;
  /** A folder of ours on this machine, for profiles and batches. */
  readonly workDirectory: string;
  /** For one run, whatever the number of its files. */
  readonly timeoutMs: number;
  /** How LibreOffice is kept running for files of the app; left out: every file goes to a run that ends with it. */
  readonly kept?: KeptLimits;
  /** Hears that a file could not be had from the LibreOffice that stays. @param reason a word, nothing of the file */
  readonly onNotKept?: (reason: string) => void;
}

const NOT_A_DOCX = 'Tệp không phải DOCX: không mở được như một tệp nén có phần word/document.xml.';
const UNREADABLE = 'LibreOffice không đọc được tệp này.';
const MISSING =
  'Máy chưa cài LibreOffice (gói libreoffice-writer-nogui), nên chưa tạo được PDF. Bản DOCX vẫn dùng được.';
const CUT_OFF = 'LibreOffice không hoàn thành trong thời hạn. Bản DOCX vẫn dùng được; có thể thử lại.';
const NO_FILE = Buffer.alloc(0);
const CRASHED = 'LibreOffice dừng giữa chừng. Bản DOCX vẫn dùng được; có thể thử lại.';
const NO_ANSWER: Conversion = { status: 'unavailable', reason: CRASHED };

/**
 * PDFs by native LibreOffice. What the app wrote is asked of one that stays (`KeptOffice`); what came from outside, and what that one did not
 * answer, is converted batch after batch, each in a process group of its own. LibreOffice's exit status is worth little (0 with a
 * PDF of what was no DOCX; without a PDF 0 or 1, as its version is), so the input is checked before and the output after.
 */
export class SofficePdfMaker extends PdfMaker {
  private readonly letters = new OneByOne();
  private readonly batches = new OneByOne();
  private readonly running = new Set<Promise<unknown>>();
  private kept: KeptOffice | undefined;
  private home: Promise<string> | undefined;
  private profile: Promise<string> | undefined;
  private readonly stop = new AbortController();

  constructor(private readonly options: SofficeOptions) {
    super();
    if (options.kept) this.kept = new KeptOffice(options.soffice, options.kept);
  }

  override convert(docx: readonly Buffer[], origin: DocxOrigin): Promise<readonly Conversion[]> {
    const made = inStep(`pdf ${origin}`, {}, () =>
      origin === 'app' ? this.convertLetters(docx) : this.convertInBatch(docx),
    );
    const over = made.catch(() => undefined);
    this.running.add(over);
    void over.then(() => this.running.delete(over));
    return made;
  }

  // What works on pages and fonts takes memory for good, so it is read with the first letter.
  override async prepare(
    pdf: Buffer,
    issuer?: string,
  ): Promise<{ readonly pdf: Buffer; readonly places: readonly Place[] }> {
    const { preparePdf } = await import('./prepare-pdf.js');
    return preparePdf(pdf, issuer);
  }

  override async printEntry(pdf: Buffer, entry: PrintedEntry): Promise<Buffer> {
    const { printEntry } = await import('./print-entry.js');
    return printEntry(pdf, entry);
  }

  /** Ends what runs and takes the profiles away; Nest calls it when the application stops. */
  async onModuleDestroy(): Promise<void> {
    this.stop.abort();
    await this.kept?.stop();
    await Promise.all(this.running);
    const home = await this.home;
    if (home) await rm(home, { recursive: true, force: true });
  }

  /** A file that the LibreOffice that stays did not turn into a PDF has one more try, in a process of its own, whose answer counts. */
  private async convertLetters(docx: readonly Buffer[]): Promise<readonly Conversion[]> {
    const made: (Buffer | null)[] = [];
    for (const file of docx) made.push(await this.letters.run(() => this.askKept(file)));
    const left = [...made.keys()].filter((index) => made[index] === null);
    const others = left.length === 0 ? [] : await this.convertInBatch(left.map((index) => docx[index] ?? NO_FILE));
    return made.map((pdf, index) => (pdf ? { status: 'done', pdf } : (others[left.indexOf(index)] ?? NO_ANSWER)));
  }

  private async askKept(docx: Buffer): Promise<Buffer | null> {
    if (!this.kept || !isDocx(docx)) return null;
    const answer = await this.kept.convert(docx, await this.openHome(), this.options.timeoutMs);
    if (answer.kind === 'done') return answer.pdf;
    if (!this.stop.signal.aborted) this.options.onNotKept?.(answer.reason);
    if (answer.kind === 'missing') this.kept = undefined;
    return null;
  }

  private convertInBatch(docx: readonly Buffer[]): Promise<readonly Conversion[]> {
    // One profile serves one run at a time.
    return this.batches.run(() => this.convertBatch(docx));
  }

  private async convertBatch(docx: readonly Buffer[]): Promise<readonly Conversion[]> {
    const answers: Conversion[] = docx.map((file) =>
      isDocx(file) ? NO_ANSWER : { status: 'refused', reason: NOT_A_DOCX },
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

  /** One run over the files at `wanted`; writes the outcome of each into `answers`. */
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
        profile: await this.openProfile(home),
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

  private openProfile(home: string): Promise<string> {
    this.profile ??= makeProfile(home, 'profile-').catch((error: unknown) => {
      this.profile = undefined;
      throw error;
    });
    return this.profile;
  }
}

/** Runs one thing after another, in the order of asking. */
class OneByOne {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.last.then(act);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

/** A folder for this process, named after it; those of processes that no longer live are taken away. */
async function makeHome(workDirectory: string): Promise<string> {
  await mkdir(workDirectory, { recursive: true });
  for (const name of await readdir(workDirectory)) {
    const owner = Number(/^soffice-(\d+)-/u.exec(name)?.[1] ?? Number.NaN);
    if (!Number.isNaN(owner) && !isAlive(owner)) await clearHome(join(workDirectory, name));
  }
  return mkdtemp(join(workDirectory, `soffice-${process.pid}-`));
}

async function clearHome(home: string): Promise<void> {
  // Another process that starts may take it away at the same time.
  const names = await readdir(home).catch(() => []);
  for (const name of names) if (name.includes('profile-')) await removeSockets(join(home, name));
  await rm(home, { recursive: true, force: true });
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
