import { parseArgs } from 'node:util';
import { VerifyJournal } from '../journal/index.js';
import type { JournalVerdict } from '../journal/domain/journal-check.js';
import { unusable, type CommandOutcome } from './outcome.js';
import { proved, type AnchorsAsked, type OpenProofs } from './proofs.js';
import { journalFlawSentence } from './proof-words.js';

const USAGE = 'Viết: hoi-am journal verify [--anchor MỐC [--key KHÓA]] [--json]';

/**
 * `hoi-am journal verify`: the journal proves itself from its first line to its last.
 *
 * Status 0 when it is whole, 1 when it is not.
 */
export async function runJournal(args: readonly string[], openProofs: OpenProofs): Promise<CommandOutcome> {
  const asked = readArguments(args);
  if (typeof asked === 'string') return unusable(asked);
  return proved(asked, openProofs, async (context, anchors) => {
    const verdict = await context.get(VerifyJournal).execute(anchors.map(({ journal }) => journal));
    return {
      exitCode: verdict.accept ? 0 : 1,
      lines: [asked.json ? asJson(verdict) : asText(verdict)],
      messages: verdict.flaws.map((flaw) => `Nhật ký: ${journalFlawSentence(flaw)}`),
    };
  });
}

function asJson({ rows, chain, brokenAt, head, accept }: JournalVerdict): string {
  return JSON.stringify({ rows, chain, brokenAt, head, accept });
}

function asText({ rows, head, accept }: JournalVerdict): string {
  return `Nhật ký: ${rows} dòng; ${accept ? 'toàn vẹn' : 'không toàn vẹn'}; dòng cuối ${head}`;
}

function readArguments(args: readonly string[]): (AnchorsAsked & { readonly json: boolean }) | string {
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
