import { SettingsError, type Settings } from '../config/settings.js';
import { missingWords, openExisting } from './existing-database.js';
import type { Database } from '../platform/database/database.js';

/** The columns that name files of the store: a hash, or JSON with hashes in it. By table. */
export const NAMING: Readonly<Record<string, readonly string[]>> = {
  circular_unit: ['minutesSha256'],
  conversion: ['originalSha256', 'copySha256'],
  copy_document: ['baseSha256', 'sealedSha256'],
  decision_authority: ['fileSha256'],
  dispatch: ['sha256'],
  document_file: ['sha256'],
  draft: ['docxSha256', 'pdfSha256'],
  draft_revision: ['docxSha256', 'pdfSha256', 'annexes'],
  e_office_event: ['sha256'],
  hotline_call: ['sha256'],
  inbox_message: ['sha256', 'otherSha256'],
  inspection_file: ['sha256'],
  letter_annex: ['sha256', 'sealedSha256'],
  officer_change: ['letterSha256'],
  outage: ['letterSha256'],
  outbox_evidence: ['sha256'],
  outgoing_document: ['sealedSha256'],
  record_export: ['sha256'],
  register_print: ['pdfSha256'],
  register_take_over: ['sha256'],
  report: ['snapshotSha256', 'docxSha256', 'pdfSha256'],
  reminder_letter: ['letterSha256'],
  routing_import: ['sha256'],
  signature_evidence: ['fileSha256', 'submittedSha256', 'certificates', 'crls', 'ocsps'],
  signature_request: ['submittedSha256', 'signedSha256', 'sealedSha256', 'lateSha256'],
  signing_authority: ['fileSha256'],
  staff_import: ['sha256'],
  template_upload: ['fileSha256', 'sampleSha256', 'pdfSha256'],
  ticket_file: ['sha256'],
  ticket_import: ['sha256'],
  trust_revocation_list: ['sha256'],
  unit_import: ['sha256'],
};

/** The whole of a column, or one text of its JSON. */
const NAMES = /(?:^|")([0-9a-f]{64})(?:"|$)/gu;

/** Every file that the database names, by its sha256. */
export async function namedFiles({ reader }: Database): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  for (const [table, columns] of Object.entries(NAMING)) {
    for (const column of columns) {
      const rows = await reader
        .getRepository(table)
        .createQueryBuilder('line')
        .select(`line.${column}`, 'named')
        .distinct()
        .where(`line.${column} IS NOT NULL`)
        .getRawMany<{ readonly named: string }>();
      for (const row of rows) for (const [, sha256 = ''] of row.named.matchAll(NAMES)) named.add(sha256);
    }
  }
  return named;
}

/** The same of the app's database, as it is. @throws SettingsError where there is none @throws DatabaseBehind */
export async function filesOfDatabase(settings: Settings): Promise<ReadonlySet<string>> {
  const database = await openExisting(settings, 'Chạy "hoi-am migrate" trước.');
  if (!database) throw new SettingsError(missingWords(settings.databaseUrl));
  try {
    return await namedFiles(database);
  } finally {
    await database.close();
  }
}
