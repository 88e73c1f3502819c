import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createTables, dropTables, type TablePlan } from '../table-plan.js';

const KINDS = ['anchor', 'intermediate', 'person', 'agency'];

const TABLES: readonly TablePlan[] = [
  {
    name: 'trust_certificate',
    key: 'pk_trust_certificate',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['kind', { text: 20 }],
      ['origin', { text: 20 }],
      ['sha256', { text: 64 }],
      ['der', 'longText'],
      ['subject', { text: 500 }],
      ['notBefore', 'instant'],
      ['notAfter', 'instant'],
      ['personId', { text: 36 }, 'nullable'],
      ['purposes', 'json'],
      ['basis', { text: 500 }],
      ['activeFrom', 'instant'],
      ['addedByName', { text: 100 }],
      ['confirmedByName', { text: 100 }, 'nullable'],
      ['activeTo', 'instant', 'nullable'],
      ['endedBecause', { text: 500 }, 'nullable'],
      ['endedById', { text: 36 }, 'nullable'],
    ],
    indices: [
      {
        name: 'uq_trust_certificate_active',
        columns: ['sha256', 'kind'],
        isUnique: true,
        where: '"activeTo" IS NULL',
      },
      { name: 'ix_trust_certificate_person', columns: ['personId'] },
    ],
    checks: [
      { name: 'ck_trust_certificate_kind', column: 'kind', values: KINDS },
      { name: 'ck_trust_certificate_origin', column: 'origin', values: ['configuration', 'people'] },
    ],
  },
  {
    name: 'trust_proposal',
    key: 'pk_trust_proposal',
    columns: [
      ['id', { text: 36 }, 'key'],
      ['act', { text: 20 }],
      ['kind', { text: 20 }],
      ['certificateId', { text: 36 }, 'nullable'],
      ['der', 'longText'],
      ['sha256', { text: 64 }],
      ['subject', { text: 500 }],
      ['personId', { text: 36 }, 'nullable'],
      ['purposes', 'json'],
      ['basis', { text: 500 }],
      ['state', { text: 20 }],
      ['proposedById', { text: 36 }],
      ['proposedByName', { text: 100 }],
      ['proposedAt', 'instant'],
      ['decidedByName', { text: 100 }, 'nullable'],
      ['decidedAt', 'instant', 'nullable'],
      ['refusedBecause', { text: 500 }, 'nullable'],
    ],
    indices: [{ name: 'ix_trust_proposal_state', columns: ['state', 'proposedAt'] }],
    checks: [
      { name: 'ck_trust_proposal_act', column: 'act', values: ['add', 'withdraw', 'purposes'] },
      { name: 'ck_trust_proposal_kind', column: 'kind', values: KINDS },
      { name: 'ck_trust_proposal_state', column: 'state', values: ['waiting', 'confirmed', 'refused'] },
    ],
  },
  {
    name: 'trust_revocation_list',
    key: 'pk_trust_revocation_list',
    columns: [
      ['id', { text: 64 }, 'key'],
      ['address', { text: 1000 }],
      ['issuer', { text: 500 }],
      ['sha256', { text: 64 }, 'nullable'],
      ['number', { text: 64 }, 'nullable'],
      ['thisUpdate', 'instant', 'nullable'],
      ['nextUpdate', 'instant', 'nullable'],
      ['fetchedAt', 'instant', 'nullable'],
      ['triedAt', 'instant'],
      ['failingSince', 'instant', 'nullable'],
      ['failure', { text: 500 }, 'nullable'],
    ],
  },
];

/** Whom the house trusts for signatures, what somebody wants to change in that, and the lists of what was revoked. */
export class TrustStore1764000000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES);
  }
}
