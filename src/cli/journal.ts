import { parseArgs } from 'node:util';
import { readSettings } from '../config/settings.js';
import { anchorKey, publicKeyOf } from '../documents/domain/signed.js';
import { VerifyJournal } from '../journal/index.js';
import type { JournalVerdict } from '../journal/domain/journal-check.js';
import { VerifyEvidence } from '../signing/index.js';
import { secretOf } from '../platform/files/secrets.js';
import { unusable, type CommandOutcome } from './outcome.js';
import { proved, type AnchorsAsked, type OpenProofs } from './proofs.js';
import { evidenceFlawSentence, journalFlawSentence } from './proof-words.js';

const USAGE = 'Viết: hoi-am journal verify [--anchor MỐC [--key KHÓA]] [--json], hoặc hoi-am journal key [--json]';

interface Asked extends AnchorsAsked {
  readonly act: 'verify' | 'key';
  readonly json: boolean;
}

/**
 * `hoi-am journal verify`: the journal proves itself from its first line to its last, against every anchor and digest given, and the evidence of signatures
 * is held against it. Status 0 when all is whole, 1 when it is not.
 *
 * `hoi-am journal key`: prints the public key by which the house signs anchors and digests, to be kept by whoever keeps those. Status 0.
 */
export async function runJournal(args: readonly string[], openProofs: OpenProofs): Promise<CommandOutcome> {
  const asked = readArguments(args);
  if (typeof asked === 'string') return unusable(asked);
  return asked.act === 'key' ? printKey(asked) : verify(asked, openProofs);
}

async function printKey({ json }: Asked): Promise<CommandOutcome> {
  const key = publicKeyOf(anchorKey(await secretOf(readSettings().dataDirectory, 'moc')));
  return { exitCode: 0, lines: [json ? JSON.stringify({ key }) : key], messages: [] };
}

async function verify(asked: Asked, openProofs: OpenProofs): Promise<CommandOutcome> {
  return proved(asked, openProofs, async (context, anchors) => {
    const verdict = await context.get(VerifyJournal).execute(anchors.map(({ journal }) => journal));
    const evidence = await context.get(VerifyEvidence).execute();
    const accept = verdict.accept && evidence.length === 0;
    return {
      exitCode: accept ? 0 : 1,
      lines: [asked.json ? asJson({ ...verdict, accept }) : asText(verdict)],
      messages: [
        ...verdict.flaws.map((flaw) => `Nhật ký: ${journalFlawSentence(flaw)}`),
        ...evidence.map((flaw) => `Chứng cứ chữ ký số: ${evidenceFlawSentence(flaw)}`),
      ],
    };
  });
}

function asJson({ rows, chain, brokenAt, head, accept }: JournalVerdict): string {
  return JSON.stringify({ rows, chain, brokenAt, head, accept });
}

function asText({ rows, head, accept }: JournalVerdict): string {
  return `Nhật ký: ${rows} dòng; ${accept ? 'toàn vẹn' : 'không toàn vẹn'}; dòng cuối ${head}`;
}

function readArguments(args: readonly string[]): Asked | string {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { anchor: { type: 'string' }, key: { type: 'string' }, json: { type: 'boolean' } },
    });
    const act = positionals.join(' ');
    if (act !== 'verify' && act !== 'key') return USAGE;
    return { act, anchors: values.anchor, key: values.key, json: values.json ?? false };
  } catch {
    return `Không hiểu tham số. ${USAGE}`;
  }
}
