import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { templateFile } from '../../templates/catalogue.js';
import { KEPT_LIMITS, type KeptLimits } from './kept-office.js';
import { SofficePdfMaker } from './soffice-pdf-maker.js';

export const DOCX = readFileSync(templateFile('cong-van-tra-loi'));
export const LONG_MS = 60_000;

/** A program that stands for another. @returns its path */
export function shellScript(folder: string, text: string): string {
  const file = join(mkdtempSync(join(folder, 'bin-')), 'program');
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, 0o755);
  return file;
}

interface TestFolder {
  readonly folder: string;
  /** What the test ends. */
  readonly toStop: (() => Promise<void>)[];
}

interface OfficeToUse {
  readonly soffice: string;
  readonly kept: Partial<KeptLimits>;
}

interface WatchedMaker {
  readonly made: SofficePdfMaker;
  readonly work: string;
  /** Why no LibreOffice was kept, each time. */
  readonly notKept: readonly string[];
  readonly statuses: () => Promise<readonly string[]>;
}

export function pdfMaker({ folder, toStop }: TestFolder, { soffice, kept }: OfficeToUse): WatchedMaker {
  const work = mkdtempSync(join(folder, 'work-'));
  const notKept: string[] = [];
  const made = new SofficePdfMaker({
    soffice,
    timeoutMs: LONG_MS,
    workDirectory: work,
    kept: { ...KEPT_LIMITS, ...kept },
    onNotKept: (reason) => notKept.push(reason),
  });
  toStop.push(() => made.onModuleDestroy());
  const statuses = async (): Promise<readonly string[]> =>
    (await made.convert([DOCX], 'app')).map(({ status }) => status);
  return { made, work, notKept, statuses };
}
