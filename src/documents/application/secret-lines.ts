import { Injectable } from '@nestjs/common';
import { SECRET_SUBJECT } from '../domain/secret-line.js';
import type { IncomingDocumentEntity } from '../persistence/documents.entities.js';

/** Which of these incoming documents few may know of, as said by a feature that handles them. */
export type SecretSource = (ids: readonly string[]) => Promise<ReadonlySet<string>>;

type Line = Pick<IncomingDocumentEntity, 'id' | 'subject'>;

/** Withholds in registers, on pages and on paper alike, what is secret in a line; number, day and sender stay. */
@Injectable()
export class SecretLines {
  private readonly sources: SecretSource[] = [];

  add(source: SecretSource): void {
    this.sources.push(source);
  }

  /** The same lines, those of which few may know without their subject. */
  async withheld<Row extends Line>(rows: readonly Row[]): Promise<readonly Row[]> {
    if (rows.length === 0) return rows;
    const ids = rows.map(({ id }) => id);
    const said = await Promise.all(this.sources.map((source) => source(ids)));
    const isSecret = ({ id }: Line): boolean => said.some((secret) => secret.has(id));
    return rows.map((row) => (isSecret(row) ? withoutSubject(row) : row));
  }
}

function withoutSubject<Row extends Line>(row: Row): Row {
  const copy: Row = Object.assign(Object.create(Object.getPrototypeOf(row) as object) as Row, row);
  return Object.assign(copy, { subject: SECRET_SUBJECT });
}
