import { readSettings } from '../config/settings.js';
import { anchorKey, publicKeyOf } from '../documents/domain/signed.js';
import { VerifyJournal } from '../journal/index.js';
import type { JournalVerdict } from '../journal/domain/journal-check.js';
import { VerifyEvidence } from '../signing/index.js';
import { secretOf } from '../platform/files/secrets.js';
import { readArguments } from './command-line.js';
import type { CommandOutcome } from './outcome.js';
import { proved, type AnchorsAsked, type OpenProofs } from './proofs.js';
import { evidenceFlawSentence, journalFlawSentence } from './proof-words.js';

interface Asked extends AnchorsAsked {
  readonly json: boolean;
}

/**
 * `hoi-am journal verify`: the journal proves itself from its first line to its last, against every anchor and digest given, and the evidence of signatures
 * is held against it. Status 0 when all is whole, 1 when it is not.
 *
 * `hoi-am journal key`: prints the public key by which the house signs anchors and digests, to be kept by whoever keeps those. Status 0.
 */
export async function runJournal(args: readonly string[], openProofs: OpenProofs): Promise<CommandOutcome> {
  const { act, values } = readArguments('journal', args);
  const { anchor: anchors, key, json = false } = values;
  return act === 'key' ? printKey(json) : verify({ anchors, key, json }, openProofs);
}

async function printKey(json: boolean): Promise<CommandOutcome> {
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
