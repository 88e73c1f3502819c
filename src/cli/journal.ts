import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { readSettings, type Settings } from '../config/settings.js';
import { VerifyJournal } from '../journal/index.js';
import type { JournalVerdict } from '../journal/domain/journal-check.js';
import { givenAnchors } from './given-anchor.js';
import { unusable, type CommandOutcome } from './outcome.js';
import { journalFlawSentence } from './proof-words.js';

const USAGE = 'Viết: hoi-am journal verify [--anchor MỐC [--key KHÓA]] [--json]';

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
  const settings = readSettings();
  const anchors = await givenAnchors({ path: asked.anchors, key: asked.key, agency: settings.agency.code });
  if (typeof anchors === 'string') return unusable(anchors);
  const context = await openProofs(settings);
  try {
    const verdict = await context.get(VerifyJournal).execute(anchors.map(({ journal }) => journal));
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
): { readonly anchors: string | undefined; readonly key: string | undefined; readonly json: boolean } | string {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { anchor: { type: 'string' }, key: { type: 'string' }, json: { type: 'boolean' } },
    });
    if (positionals.join(' ') !== 'verify') return USAGE;
    return { anchors: values.anchor, key: values.key, json: values.json ?? false };
  } catch {
    return `Không hiểu tham số. ${USAGE}`;
  }
}
