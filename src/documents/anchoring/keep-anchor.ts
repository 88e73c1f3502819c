import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { JournalQueries } from '../../journal/index.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { Clock } from '../../kernel/clock.js';
import { secretOf } from '../../platform/files/secrets.js';
import { ANCHOR_FILE, anchorKey, isSigned, signAnchor, type Anchor, type SignedAnchor } from '../domain/anchor.js';
import { RegisterCheckQueries } from '../persistence/register-check-queries.js';

/** The database was cut, or an old copy was put in its place. */
export class ChainsTakenBack extends Error {}

/** Writes where the journal and the registers stand, signed, to a folder that ought to lie on another machine. */
@Injectable()
export class KeepAnchor {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly journal: JournalQueries,
    private readonly registers: RegisterCheckQueries,
  ) {}

  /**
   * @returns the path of the new anchor; null when nothing was written down since the last one
   * @throws ChainsTakenBack when a chain no longer holds what the last anchor saw of it: no such state is anchored
   */
  async execute(): Promise<string | null> {
    const { dataDirectory, anchors: folder, agency } = this.settings;
    // A folder elsewhere must be there: made here, it would lie under the mount point of a disk that is not mounted.
    if (!relative(dataDirectory, folder).startsWith('..')) await mkdir(folder, { recursive: true });
    const at = this.clock.now().toISOString();
    const anchor: Anchor = { at, agency: agency.code, ...(await this.heads()) };
    const before = await lastIn(folder);
    if (before && isSame(before, anchor)) return null;
    if (before && !(await this.stillStands(before)))
      throw new ChainsTakenBack(`Nhật ký hoặc sổ không còn như lúc ghi mốc ${before.at}.`);
    const signed = signAnchor(anchor, anchorKey(await secretOf(dataDirectory, 'moc')));
    const path = join(folder, `moc-${at.replaceAll(':', '-')}.json`);
    await writeNew(path, `${JSON.stringify(signed, null, 2)}\n`);
    return path;
  }

  /** Chains only grow. */
  private async stillStands({ journal, registers }: Anchor): Promise<boolean> {
    if ((await this.journal.hashAt(journal.seq)) !== journal.hash) return false;
    for (const register of registers)
      if ((await this.registers.hashAt(register, register.seq)) !== register.hash) return false;
    return true;
  }

  private async heads(): Promise<Pick<Anchor, 'journal' | 'registers'>> {
    const registers: Anchor['registers'][number][] = [];
    for (const book of await this.registers.books()) {
      const head = await this.registers.headOf(book);
      if (head) registers.push({ ...book, ...head });
    }
    return { journal: await this.journal.head(), registers };
  }
}

/** The newest that can be read and was signed: one that was cut off while it was written says nothing. */
async function lastIn(folder: string): Promise<SignedAnchor | null> {
  const names = (await readdir(folder)).filter((name) => ANCHOR_FILE.test(name)).sort();
  for (const name of names.toReversed()) {
    const anchor = parsed(await readFile(join(folder, name), 'utf8'));
    if (anchor !== null && isSigned(anchor)) return anchor;
  }
  return null;
}

function parsed(text: string): SignedAnchor | null {
  try {
    return JSON.parse(text) as SignedAnchor;
  } catch {
    return null;
  }
}

function isSame(before: Anchor, now: Anchor): boolean {
  const { journal, registers } = before;
  return canonicalJson({ journal, registers }) === canonicalJson({ journal: now.journal, registers: now.registers });
}

/** Under its own name at once: where files may only be added, nothing may be renamed. */
async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o644);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
