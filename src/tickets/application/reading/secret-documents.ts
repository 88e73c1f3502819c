import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { inPieces } from '../../../platform/database/in-pieces.js';
import { joinSql, sql, toStatement, type Sql } from '../../../platform/database/sql.js';

/** Says which incoming documents brought a denunciation, or came to one later: only who handles the petition reads a word of it, and there. */
@Injectable()
export class SecretDocuments {
  constructor(private readonly database: Database) {}

  async among(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const { dialect, reader } = this.database;
    const rows = await inPieces(ids, (some) =>
      reader.query<readonly { readonly id: string }[]>(...toStatement(secretAmong(some), dialect)),
    );
    return new Set(rows.map(({ id }) => id));
  }
}

function secretAmong(ids: readonly string[]): Sql {
  const places = joinSql(
    ids.map((id) => sql`${id}`),
    ', ',
  );
  const brought = sql`SELECT "incomingDocumentId" AS "id" FROM "ticket" WHERE "nature" = 'denunciation' AND "incomingDocumentId" IN (${places})`;
  const cameLater = sql`SELECT "further"."documentId" FROM "further_document" "further" INNER JOIN "ticket" ON "ticket"."id" = "further"."ticketId" WHERE "ticket"."nature" = 'denunciation' AND "further"."documentId" IN (${places})`;
  return sql`${brought} UNION ALL ${cameLater}`;
}
