import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const TABLES: readonly TablePlan[] = [
  {
    name: 'unit',
    key: 'pk_unit',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['code', { text: 30 }],
      ['name', { text: 200 }],
      ['symbol', { text: 30 }],
      ['kind', { text: 20 }],
      ['parentId', { text: 36 }, 'nullable'],
    ],
    indices: [{ name: 'uq_unit_code', columns: ['code'], isUnique: true }],
    checks: [
      {
        name: 'ck_unit_kind',
        column: 'kind',
        values: ['leadership', 'office', 'division', 'inspectorate', 'school', 'centre'],
      },
    ],
  },
  {
    name: 'staff',
    key: 'pk_staff',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['username', { text: 60 }],
      ['fullName', { text: 100 }],
      ['position', { text: 100 }],
      ['honorific', { text: 10 }],
      ['unitId', { text: 36 }],
      ['roles', 'json'],
      ['passwordHash', { text: 200 }, 'nullable'],
      ['eOfficeCode', { text: 60 }, 'nullable'],
      ['email', { text: 100 }, 'nullable'],
      ['phone', { text: 20 }, 'nullable'],
      ['active', 'boolean'],
    ],
    indices: [
      { name: 'uq_staff_username', columns: ['username'], isUnique: true },
      { name: 'ix_staff_unit', columns: ['unitId'] },
    ],
  },
  {
    name: 'function_holder',
    key: 'pk_function_holder',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['unitFunction', { text: 20 }],
      ['unitId', { text: 36 }],
      ['validFrom', 'day'],
      ['validTo', 'day', 'nullable'],
    ],
    indices: [{ name: 'ix_function_holder_unit', columns: ['unitFunction', 'validFrom'] }],
  },
  {
    name: 'register_book',
    key: 'pk_register_book',
    columns: [
      ['book', { text: 20 }, 'key'],
      ['year', 'integer', 'key'],
      ['last', 'integer'],
    ],
  },
  {
    name: 'incoming_document',
    key: 'pk_incoming_document',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['year', 'integer'],
      ['arrivalNumber', 'integer'],
      ['arrivalDate', 'day'],
      ['senderCode', { text: 60 }],
      ['senderName', { text: 200 }],
      ['code', { text: 60 }],
      ['issuedDate', 'day'],
      ['typeName', { text: 100 }],
      ['subject', { text: 500 }],
      ['priority', 'integer'],
      ['documentId', { text: 200 }],
      ['messageId', { text: 100 }, 'nullable'],
      ['queuedAt', 'instant'],
      ['handler', { text: 200 }, 'nullable'],
      ['dueDate', 'day', 'nullable'],
      ['answeredOn', 'day', 'nullable'],
      ['eOfficeId', { text: 100 }, 'nullable'],
    ],
    indices: [
      { name: 'uq_incoming_document_number', columns: ['year', 'arrivalNumber'], isUnique: true },
      {
        name: 'uq_incoming_document_message',
        columns: ['messageId'],
        isUnique: true,
        where: '"messageId" IS NOT NULL',
      },
      { name: 'uq_incoming_document_source', columns: ['senderCode', 'documentId'], isUnique: true },
      { name: 'ix_incoming_document_code', columns: ['senderCode', 'code'] },
    ],
  },
  {
    name: 'outgoing_document',
    key: 'pk_outgoing_document',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['year', 'integer'],
      ['number', 'integer'],
      ['notation', { text: 60 }],
      ['issuedDate', 'day'],
      ['typeName', { text: 100 }],
      ['subject', { text: 500 }],
      ['signerName', { text: 100 }],
      ['recipients', 'json'],
      ['keeper', { text: 200 }],
      ['state', { text: 20 }],
      ['replyToId', { text: 36 }, 'nullable'],
      ['signatureRequestId', { text: 36 }],
      ['sealedSha256', { text: 64 }, 'nullable'],
      ['releasedAt', 'instant', 'nullable'],
      ['voidReason', { text: 500 }, 'nullable'],
      ['version', 'integer'],
    ],
    indices: [
      { name: 'uq_outgoing_document_number', columns: ['year', 'number'], isUnique: true },
      { name: 'uq_outgoing_document_request', columns: ['signatureRequestId'], isUnique: true },
      { name: 'ix_outgoing_document_reply', columns: ['replyToId'] },
    ],
    checks: [
      { name: 'ck_outgoing_document_state', column: 'state', values: ['numbered', 'sealed', 'released', 'voided'] },
    ],
  },
  {
    name: 'document_file',
    key: 'pk_document_file',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['documentId', { text: 36 }],
      ['position', 'integer'],
      ['name', { text: 255 }],
      ['contentType', { text: 100 }],
      ['size', 'integer'],
      ['sha256', { text: 64 }],
    ],
    indices: [{ name: 'ix_document_file_owner', columns: ['documentId', 'position'] }],
  },
];

/** Units, people and the two registers. */
export class OrganisationAndRegisters1764000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
