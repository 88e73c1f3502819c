import type {
  DocumentState,
  EdxmlStatusCode,
  GetDocumentStatesRequest,
  GetDocumentStatesResponse,
  ListAgenciesRequest,
  ListAgenciesResponse,
  ServiceInfo,
} from '../../soap/contract.js';
import { EDXML_STATUSES } from '../../../../src/exchange/ports/message.js';
import type { Office } from '../office.js';
import type { DocumentState as KeptState } from '../store/ledger.js';
import { pageOf, positionOf } from './paging.js';
import { MAX_FILE_BYTES, MAX_MESSAGE_BYTES } from './refusals.js';

const MAX_AGENCIES = 1000;
const MAX_STATES = 200;

/** The counter: what this e-office can do, whom it knows, what became of the letters sent. */
export class DirectoryOperations {
  constructor(private readonly office: Office) {}

  serviceInfo(): ServiceInfo {
    return {
      contractVersion: '1.0',
      product: 'Hồi Âm: hệ thống văn bản mô phỏng',
      maxMessageBytes: MAX_MESSAGE_BYTES,
      maxFileBytes: MAX_FILE_BYTES,
      capability: ['ranges', 'file-ranges', 'mtom', 'seal-with-number', 'seal-only', 'take-number', 'notify-event'],
      serverTime: this.office.clock.now(),
    };
  }

  listAgencies({ parentCode, modifiedSince, page }: ListAgenciesRequest): ListAgenciesResponse {
    const limit = page?.maxItems ?? MAX_AGENCIES;
    const found = this.office.store.agencies.after(page?.cursor ?? '', limit + 1, {
      ...(parentCode !== undefined && { parentCode }),
      ...(modifiedSince !== undefined && { since: modifiedSince }),
    });
    const { rows, nextCursor, more } = pageOf(found, limit, (last) => last.code);
    return {
      agency: rows.map((row) => ({
        code: row.code,
        legacyCode: row.legacyCode ?? undefined,
        parentCode: row.parentCode ?? undefined,
        name: row.name,
        active: row.active,
        modifiedAt: row.modifiedAt,
      })),
      nextCursor,
      more,
    };
  }

  documentStates(request: GetDocumentStatesRequest): GetDocumentStatesResponse {
    const { ledger } = this.office.store;
    if (!request.changedSince) return { state: ledger.statesOf(request.documentId).map(documentState), more: false };
    const limit = request.changedSince.maxItems ?? MAX_STATES;
    const found = ledger.statesAfter(positionOf(request.changedSince), limit + 1);
    const { rows, nextCursor, more } = pageOf(found, limit, (last) => `${last.position}`);
    return { state: rows.map(documentState), nextCursor, more };
  }
}

function documentState(row: KeptState): DocumentState {
  const { documentId, agencyCode, at } = row;
  return { documentId, agencyCode, at, status: statusCode(row.status), description: row.description ?? undefined };
}

function statusCode(text: string): EdxmlStatusCode {
  const known = EDXML_STATUSES.find((code) => code === text);
  if (!known) throw new RangeError(`No edXML status ${text}`);
  return known;
}
