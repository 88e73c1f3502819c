import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { readSettings, type Settings } from '../config/settings.js';
import { VerifyJournal } from '../journal/index.js';
import type { JournalVerdict } from '../journal/domain/journal-check.js';
import { givenAnchor } from './given-anchor.js';
import { unusable, type CommandOutcome } from './outcome.js';
import { journalFlawSentence } from './proof-words.js';

const USAGE = 'Viết: hoi-am journal verify [--anchor TỆP-MỐC] [--json]';

/**
 * `hoi-am journal verify`: the journal proves itself from its first line to its last.
 *
 * Status 0 when it is whole, 1 when it is not.
 */
export async function runJournal(
  args: readonly string[],
  openProofs: (settings: Settings) => Promise<INestApplicationContext>,
): Promise<CommandOutcome> {
  const asked = readArguments(args);
  if (typeof asked === 'string') return unusable(asked);
  const anchor = await givenAnchor(asked.anchorFile);
  if (typeof anchor === 'string') return unusable(anchor);
  const context = await openProofs(readSettings());
  try {
    const verdict = await context.get(VerifyJournal).execute(anchor?.journal ?? null);
    return {
      exitCode: verdict.accept ? 0 : 1,
      lines: [asked.json ? asJson(verdict) : asText(verdict)],
      messages: verdict.flaws.map((flaw) => `Nhật ký: ${journalFlawSentence(flaw)}`),
    };
  } finally {
    await context.close();
  }
}

function asJson({ rows, chain, brokenAt, head, accept }: JournalVerdict): string {
  return JSON.stringify({ rows, chain, brokenAt, head, accept });
}

function asText({ rows, head, accept }: JournalVerdict): string {
  return `Nhật ký: ${rows} dòng; ${accept ? 'toàn vẹn' : 'không toàn vẹn'}; dòng cuối ${head}`;
}

function readArguments(
  args: readonly string[],
): { readonly anchorFile: string | undefined; readonly json: boolean } | string {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { anchor: { type: 'string' }, json: { type: 'boolean' } },
    });
    if (positionals.join(' ') !== 'verify') return USAGE;
    return { anchorFile: values.anchor, json: values.json ?? false };
  } catch {
    return `Không hiểu tham số. ${USAGE}`;
  }
}
