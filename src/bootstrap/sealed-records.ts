import { SEALED_AUTHORITY, SEALED_DECISION_AUTHORITY } from '../delegation/index.js';
import type { SealedRecords } from '../journal/index.js';
import { SEALED_ENDPOINT } from '../hotline/index.js';
import { SEALED_ACCESS_CHANGE } from '../journal/index.js';
import { SEALED_ACCOUNT, SEALED_ROLE } from '../organisation/index.js';
import { SEALED_REQUEST, SEALED_TRUST } from '../signing/index.js';
import { SEALED_SUBSTITUTION } from '../substitution/index.js';
import { SEALED_DEADLINE, SEALED_LINE, SEALED_TICKET } from '../tickets/index.js';
import { SEALED_TOKEN } from '../tokens/index.js';

/** All records that are sealed when they are decided, and compared with their seals by `hoi-am journal verify`. */
export const SEALED_RECORDS: readonly SealedRecords[] = [
  ...[SEALED_TICKET, SEALED_DEADLINE, SEALED_LINE],
  ...[SEALED_ACCOUNT, SEALED_ROLE, SEALED_SUBSTITUTION, SEALED_TOKEN, SEALED_AUTHORITY, SEALED_DECISION_AUTHORITY],
  ...[SEALED_REQUEST, SEALED_ACCESS_CHANGE, SEALED_TRUST, SEALED_ENDPOINT],
];
