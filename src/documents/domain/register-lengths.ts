/**
 * How long the parts of a registered document may be, in UTF-16 units as both databases and this language count them. Columns and
 * doors share these numbers: SQLite would keep more, SQL Server refuses it.
 */
export const REGISTER_LENGTHS = {
  agencyCode: 60,
  agencyName: 200,
  code: 60,
  typeName: 100,
  subject: 500,
  documentId: 200,
  messageId: 100,
  fileName: 255,
  refusal: 1000,
  contentType: 100,
} as const;
