import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { bareEnvironment } from './bare-environment.js';
import { removeSockets } from './soffice-sockets.js';

/** How one run of LibreOffice ended. `ended` says nothing about its files: up to version 25 it exits with 0 for what it could not read, too. */
export type SofficeEnd = 'ended' | 'cutOff' | 'crashed' | 'missing';

export interface SofficeRun {
  readonly soffice: string;
  /** Folder of LibreOffice's own settings; two runs at once must not share one. */
  readonly profile: string;
  /** Where temporary files go; the caller takes it away afterwards. */
  readonly temporary: string;
  readonly out: string;
  readonly files: readonly string[];
  readonly timeoutMs: number;
  /** Ends the run early. */
  readonly signal: AbortSignal;
}

/**
 * Converts files to PDF in one process group, which is killed whole at the deadline: soffice is a script that starts
 * another process, and killing only the script would leave that one behind.
 */
export async function runSoffice(run: SofficeRun): Promise<SofficeEnd> {
  if (run.signal.aborted) return 'cutOff';
  const child = spawn(run.soffice, argumentsOf(run), {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: officeEnvironment(run.profile, run.temporary),
  });
  return await new Promise((resolve) => {
    let isCutOff = false;
    const cutOff = (): void => {
      isCutOff = true;
      killGroup(child.pid);
    };
    const deadline = setTimeout(cutOff, run.timeoutMs);
    run.signal.addEventListener('abort', cutOff, { once: true });
    const finish = (reached: SofficeEnd): void => {
      clearTimeout(deadline);
      run.signal.removeEventListener('abort', cutOff);
      const end = isCutOff ? 'cutOff' : reached;
      if (end === 'ended') resolve(end);
      else void removeSockets(run.profile).then(() => resolve(end));
    };
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (told = `${told}${text}`.slice(0, TOLD_LENGTH)));
    child.once('error', () => finish('missing'));
    child.once('close', (code) => finish(code === 0 || isUnread(code, told) ? 'ended' : 'crashed'));
  });
}

/** What version 26 says of a file that it could not read; it then exits with 1, as it does when it cannot write. */
const UNREAD = 'Error: source file could not be loaded';
const TOLD_LENGTH = 4096;

function isUnread(code: number | null, told: string): boolean {
  return code === 1 && told.includes(UNREAD);
}

function argumentsOf({ profile, out, files }: SofficeRun): readonly string[] {
  return [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    '--headless',
    '--norestore',
    '--nologo',
    '--nolockcheck',
    '--convert-to',
    'pdf:writer_pdf_Export',
    '--outdir',
    out,
    ...files,
  ];
}

export function officeEnvironment(profile: string, temporary: string): Readonly<Record<string, string>> {
  return { ...bareEnvironment(profile, temporary), SAL_USE_VCLPLUGIN: 'svp' };
}

export function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended between the deadline and the kill.
  }
}

/**
 * Settings of a profile of ours: no macros, nothing fetched from outside, no first-start questions. Told that it ran in a later version before,
 * LibreOffice leaves out the test of its drawing that it does with each new one, which was half of the first start.
 */
export const PROFILE_SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop></item>
</oor:items>
`;

/** A run that was killed leaves files behind that are there by name and broken inside. */
export function isWholePdf(pdf: Buffer): boolean {
  return (
    pdf.subarray(0, 5).toString('latin1') === '%PDF-' &&
    pdf.subarray(-16).toString('latin1').trimEnd().endsWith('%%EOF')
  );
}
