import type { MigrationInterface, QueryRunner } from 'typeorm';
import { extendTable, reduceTable, type TableAddition } from '../table-plan.js';
import { lockYears, unlockYears, type YearLock } from '../year-lock.js';

const RESERVED: TableAddition = {
  table: 'outgoing_document',
  columns: [['reservedAt', 'instant', 'nullable']],
};

const ALL_BUT_RECALL: YearLock = {
  table: 'outgoing_document',
  book: 'outgoing',
  columns: [
    ...['id', 'year', 'number', 'notation', 'issuedDate', 'typeName', 'subject', 'signerName', 'recipients', 'keeper'],
    ...['state', 'replyToId', 'signatureRequestId', 'sealedSha256', 'releasedAt', 'voidReason'],
    ...['amendment', 'amendsId'],
  ],
};

const WITH_RESERVATION: YearLock = { ...ALL_BUT_RECALL, columns: [...(ALL_BUT_RECALL.columns ?? []), 'reservedAt'] };

/** Numbers may be given at submission, before the leader signs; a closed book keeps that of its lines too. */
export class ReservedNumbers1764000000035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await extendTable(runner, RESERVED);
    await unlockYears(runner, ALL_BUT_RECALL);
    await lockYears(runner, WITH_RESERVATION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await unlockYears(runner, WITH_RESERVATION);
    await lockYears(runner, ALL_BUT_RECALL);
    await reduceTable(runner, RESERVED);
  }
}
