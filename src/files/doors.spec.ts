import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { certificatesIn } from '../signing/trust/domain/certificate-file.js';

const ROOT = join(import.meta.dirname, '../..');

/** Routes that take files, and what inspects a file before anything else happens. */
const POSTED: Readonly<Record<string, string>> = {
  'src/web/people/authorities.controller.tsx': 'src/delegation/application/authority-records.ts',
  'src/web/calendar/calendar.controller.tsx': 'src/calendar/application/propose-calendar.ts',
  'src/web/circulars/circular-desk.controller.tsx': 'src/circulars/application/write-circular.ts',
  'src/web/circulars/circulars.controller.tsx': 'src/circulars/application/brief-unit.ts',
  'src/web/decisions/decision-authorities.controller.tsx': 'src/delegation/application/authority-records.ts',
  'src/web/correspondence/incoming.controller.tsx': 'src/correspondence/application/enter-paper.ts',
  'src/web/documents/copies.controller.tsx': 'src/copies/application/make-certified-copy.ts',
  'src/web/drafting/draft-annexes.controller.ts': 'src/drafting/application/change-annexes.ts',
  'src/web/revisions/draft-word.controller.ts': 'src/drafting/application/import-word-revision.ts',
  'src/web/exchange/exchange-queue.controller.tsx': 'src/exchange/application/manage-job.ts',
  'src/web/format/format-check.controller.tsx': 'src/drafting/format/format-checker.ts',
  'src/web/intake/import.controller.tsx': 'src/tickets/application/intake/import-feedback.ts',
  'src/web/supervision/inspection.controller.tsx': 'src/supervision/application/write-inspection-note.ts',
  'src/web/intake/intake.controller.tsx': 'src/tickets/application/intake/take-feedback.ts',
  'src/web/documents/outgoing-document.controller.tsx': 'src/tickets/application/reply/recover-letter.ts',
  'src/web/people/people-import.controller.tsx': 'src/organisation/application/import-people.ts',
  'src/web/routing-table/routing-import.controller.tsx': 'src/routing-table/application/import-routing.ts',
  'src/web/signing/signature-check.controller.tsx': 'src/signing/application/evidence/check-any-pdf.ts',
  'src/web/signing/signature.controller.tsx': 'src/signing/application/upload-signed-file.ts',
  'src/web/templates/templates.controller.tsx': 'src/drafting/application/judge-template.ts',
  'src/web/public-site/answer-page.controller.tsx': 'src/tickets/application/evidence-files.ts',
  'src/web/tickets/ticket.controller.tsx': 'src/tickets/application/evidence-files.ts',
  'src/web/tickets/ticket-answer.controller.tsx': 'src/tickets/application/evidence-files.ts',
  'src/web/organisation/unit-import.controller.tsx': 'src/organisation/application/import-units.ts',
  'src/web/register-starts/register-take-over.controller.tsx': 'src/documents/application/take-over-register.ts',
  'src/api/http/ticket-acts.controller.ts': 'src/tickets/application/evidence-files.ts',
  'src/api/http/document-acts.controller.ts': 'src/drafting/application/change-annexes.ts',
  'src/api/http/incoming-documents.controller.ts': 'src/correspondence/application/enter-paper.ts',
};

/** A certificate is no document: the strict reader takes it byte by byte, or it is refused, and none of its bytes is shown or run. */
const CERTIFICATES: Readonly<Record<string, string>> = {
  'src/web/trust/trust.controller.tsx': 'src/signing/trust/application/judge-certificate.ts',
};

/** Where every list of rows comes in. */
const LISTS = 'src/files/application/lists/list-files.ts';

/** What comes by itself: over the e-office's SOAP as attachments of edXML, and from calendars at an address. */
const FETCHED: readonly string[] = [
  'src/exchange/application/incoming/check-arrival.ts',
  'src/calendar/application/propose-from-feed.ts',
];

/** Commands that read files of Word, PDF and the like. */
const COMMANDS: Readonly<Record<string, string>> = {
  'src/cli/files/format.ts': 'src/drafting/format/format-checker.ts',
  'src/cli/files/inspect.ts': 'src/files/application/file-inspector.ts',
  'src/cli/files/template-lint.ts': 'src/drafting/lint/read-template.ts',
};

/** Who writes into the store without the door of files, and why no file from outside comes in there. */
const STORING: Readonly<Record<string, string>> = {
  'src/files/application/incoming-files.ts': 'the door itself',
  'src/copies/application/make-certified-copy.ts': 'made by us of what was inspected',
  'src/copies/application/make-conversion.ts': 'made by us',
  'src/copies/application/seal-copy.ts': 'a copy of ours, proved byte by byte against what was sent',
  'src/documents/application/make-print.ts': 'made by us',
  'src/drafting/application/document-writer.ts': 'made by us',
  'src/drafting/application/make-page.ts': 'made by us, or the file of a revision, which came in by the door',
  'src/drafting/application/make-sample.ts': 'made by us',
  'src/drafting/application/upload-template.ts': 'judged before, as a file and as a template',
  'src/exchange/application/outgoing/send-dispatch.ts': 'made by us',
  'src/exchange/application/reconciliation/damaged-files.ts':
    'a file that the app had, byte for byte, out of the message that brought it; inspected when it came',
  'src/exchange/application/incoming/receive-pending.ts': 'a message as it came; only the codec reads it, strictly',
  'src/exchange/application/incoming/refuse-conflicting-content.ts':
    'a message as it came, kept beside the one that was taken; nothing here opens it',
  'src/exchange/application/incoming/take-events.ts': 'a call as it came; read by its door before, kept as evidence',
  'src/hotline/application/hotline-inbox.ts':
    'a call as it came, kept beside what was read of it; nothing here opens it',
  'src/platform/files/evidence-store.ts':
    'calls as they went over the wire, in a folder of their own; nothing here opens them',
  'src/records/application/make-export.ts': 'made by us of what is kept',
  'src/reports/application/make-document.ts': 'made by us',
  'src/reports/application/make-report.ts': 'made by us',
  'src/signing/application/evidence/keep-evidence.ts': 'what the verifier has just read, kept as it was judged',
  'src/signing/application/keep-late-file.ts':
    'what was signed after withdrawal, as it came, as evidence; nothing here opens it',
  'src/signing/application/numbering/printed-letters.ts':
    'an approved page of ours, with number and date printed by us',
  'src/signing/application/proof/prove-returned.ts': 'a letter of ours, proved byte by byte against what was submitted',
  'src/signing/trust/application/revocation-lists.ts': 'a list that a trusted authority signed, checked before',
  'src/signing/application/numbering/sealed-annexes.ts': 'an annex of ours, proved byte by byte against what was sent',
};

/** Puts files that a person names into a message that it writes, and opens none. */
const ATTACHING = 'src/cli/files/edxml.ts';

const SOURCES = ['src', 'integrations'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /\.tsx?$/u.test(path) && !/\.(?:spec|fixture)\.tsx?$/u.test(path)),
);
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const sourcesWith = (pattern: RegExp): readonly string[] =>
  SOURCES.filter((path) => pattern.test(read(path))).toSorted();

const INSPECTS =
  /\b(?:incoming\.(?:require|keep|keepOne|keepArrived)|inspector\.inspect|inspectFile)\(|class FileInspector|this\.lists\.bring\(/u;

describe('every door through which files come has them inspected', () => {
  it('knows every route that takes files; any other refuses them before a byte is read', () => {
    expect(sourcesWith(/@TakesFiles\(/u)).toEqual(Object.keys({ ...POSTED, ...CERTIFICATES }).toSorted());
  });

  it('knows every command that is given a file of people', () => {
    expect(sourcesWith(/readGivenFile\(/u).filter((path) => path !== 'src/cli/files/each-file.ts')).toEqual(
      Object.keys(COMMANDS).toSorted(),
    );
  });

  it('knows everybody who puts bytes into the store', () => {
    expect(sourcesWith(/\bfiles\.put(?:Held)?\(/u)).toEqual(Object.keys(STORING).toSorted());
  });

  it('knows everybody who takes attachments out of a message or a calendar from an address', () => {
    expect(sourcesWith(/\} of attachments\)|this\.feed\.fetch\(/u).filter((path) => path !== ATTACHING)).toEqual(
      FETCHED.toSorted(),
    );
  });

  it.each(Object.values(CERTIFICATES))('%s takes a certificate whole or not at all', (path) => {
    expect(read(path)).toContain('onlyCertificate(file)');
    expect(certificatesIn(Buffer.from('%PDF-1.7'))).toBeNull();
  });

  it.each([...new Set([...Object.values(POSTED), ...FETCHED, ...Object.values(COMMANDS), LISTS])])(
    '%s inspects',
    (path) => {
      expect(read(path)).toMatch(INSPECTS);
    },
  );
});
