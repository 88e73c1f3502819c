import { readSettings } from '../../config/settings.js';
import { anchorSecretIfThere } from '../../documents/index.js';
import { anchorKey, publicKeyOf } from '../../documents/domain/signed.js';
import { VerifyJournal, VerifyRecords } from '../../journal/index.js';
import type { JournalVerdict } from '../../journal/domain/journal-check.js';
import { VerifyEvidence } from '../../signing/index.js';
import { readArguments } from '../command-line.js';
import type { CommandOutcome } from '../outcome.js';
import { withProofContext, type AnchorsAsked, type OpenProofContext } from './proofs.js';
import { evidenceFlawSentence, journalFlawSentence, recordFlawSentence } from './proof-words.js';

const NO_KEY =
  'Không có tệp bi-mat/moc trong HOI_AM_DATA: phần mềm tạo khóa ở lần khởi động đầu; nếu đã từng chạy thì chép tệp ấy từ bản sao lưu.';

interface Asked extends AnchorsAsked {
  readonly json: boolean;
}

/**
 * `hoi-am journal verify`: the journal proves itself from its first line to its last, against every anchor and digest given, and the evidence of signatures
 * is compared with it; what was decided of tickets, deadlines, courses, accounts, signed files and changes of rights is compared with its seals. Status 0 when all is whole, 1 when it is not.
 *
 * `hoi-am journal key`: prints the public key that verifies the signatures of anchors and digests, to be stored with them. Status 0, 1 where no
 * key was made yet.
 */
export async function runJournal(args: readonly string[], openProofContext: OpenProofContext): Promise<CommandOutcome> {
  const { act, values } = readArguments('journal', args);
  const { anchor: anchors, key, json = false } = values;
  return act === 'key' ? printKey(json) : verify({ anchors, key, json }, openProofContext);
}

async function printKey(json: boolean): Promise<CommandOutcome> {
  const secret = await anchorSecretIfThere(readSettings());
  // Made here, it would be another one than the database was written with.
  if (secret === null) return { exitCode: 1, lines: [], messages: [NO_KEY] };
  const key = publicKeyOf(anchorKey(secret));
  return { exitCode: 0, lines: [json ? JSON.stringify({ key }) : key], messages: [] };
}

async function verify(asked: Asked, openProofContext: OpenProofContext): Promise<CommandOutcome> {
  return withProofContext(asked, openProofContext, async (context, anchors) => {
    const verdict = await context.get(VerifyJournal).verify(anchors.map(({ journal }) => journal));
    const evidence = await context.get(VerifyEvidence).verify();
    const records = await context.get(VerifyRecords).verify();
    const accept = verdict.accept && evidence.length === 0 && records.length === 0;
    return {
      exitCode: accept ? 0 : 1,
      lines: [asked.json ? asJson({ ...verdict, accept }) : asText(verdict)],
      messages: [
        ...verdict.flaws.map((flaw) => `Nhật ký: ${journalFlawSentence(flaw)}`),
        ...evidence.map((flaw) => `Chứng cứ chữ ký số: ${evidenceFlawSentence(flaw)}`),
        ...records.map((flaw) => `Dữ liệu đã quyết định: ${recordFlawSentence(flaw)}`),
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
