import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { JournalQueries } from '../../journal/index.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { Clock } from '../../kernel/clock.js';
import { secretOf } from '../../platform/files/secrets.js';
import { anchorKey, signAnchor, type Anchor, type SignedAnchor } from '../domain/anchor.js';
import { RegisterCheckQueries } from '../persistence/register-check-queries.js';

const FILE = /^moc-.*\.json$/u;

/** Writes where the journal and the registers stand, signed, to a folder that ought to lie on another machine. */
@Injectable()
export class KeepAnchor {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly journal: JournalQueries,
    private readonly registers: RegisterCheckQueries,
  ) {}

  /** @returns the path of the new anchor; null when nothing was written down since the last one */
  async execute(): Promise<string | null> {
    const { dataDirectory, anchors: folder, agency } = this.settings;
    await mkdir(folder, { recursive: true });
    const at = this.clock.now().toISOString();
    const anchor: Anchor = { at, agency: agency.code, ...(await this.heads()) };
    const before = await lastIn(folder);
    if (before && isSame(before, anchor)) return null;
    const signed = signAnchor(anchor, anchorKey(await secretOf(dataDirectory, 'moc')));
    const path = join(folder, `moc-${at.replaceAll(':', '-')}.json`);
    await writeFile(`${path}.tmp`, `${JSON.stringify(signed, null, 2)}\n`, { flag: 'w', mode: 0o644 });
    await rename(`${path}.tmp`, path);
    return path;
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

async function lastIn(folder: string): Promise<SignedAnchor | null> {
  const last = (await readdir(folder))
    .filter((name) => FILE.test(name))
    .sort()
    .at(-1);
  return last === undefined ? null : (JSON.parse(await readFile(join(folder, last), 'utf8')) as SignedAnchor);
}

function isSame(before: Anchor, now: Anchor): boolean {
  const { journal, registers } = before;
  return canonicalJson({ journal, registers }) === canonicalJson({ journal: now.journal, registers: now.registers });
}
