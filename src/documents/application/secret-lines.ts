import { Injectable } from '@nestjs/common';
import { isFoundOpenly, SECRET_SUBJECT } from '../domain/secret-line.js';
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
    const isSecret = await this.secretAmong(rows);
    return rows.map((row) => (isSecret(row) ? withoutSubject(row) : row));
  }

  /** What a question found, as `withheld`. A secret line stays only where its open part answers the question, so that no subject can be guessed. */
  async found<Row extends IncomingDocumentEntity>(question: string, rows: readonly Row[]): Promise<readonly Row[]> {
    const isSecret = await this.secretAmong(rows);
    return rows
      .filter((row) => !isSecret(row) || isFoundOpenly(question, row))
      .map((row) => (isSecret(row) ? withoutSubject(row) : row));
  }

  /** The lines that all who work on letters may know of. */
  async known<Row extends Line>(rows: readonly Row[]): Promise<readonly Row[]> {
    const isSecret = await this.secretAmong(rows);
    return rows.filter((row) => !isSecret(row));
  }

  private async secretAmong(rows: readonly Line[]): Promise<(row: Line) => boolean> {
    const ids = rows.map(({ id }) => id);
    const said = ids.length === 0 ? [] : await Promise.all(this.sources.map((source) => source(ids)));
    return ({ id }) => said.some((secret) => secret.has(id));
  }
}

function withoutSubject<Row extends Line>(row: Row): Row {
  const copy: Row = Object.assign(Object.create(Object.getPrototypeOf(row) as object) as Row, row);
  return Object.assign(copy, { subject: SECRET_SUBJECT });
}
