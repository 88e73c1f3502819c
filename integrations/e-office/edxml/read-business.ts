import type { BusinessDetail, BusinessType, DocumentMessage } from '../../../src/exchange/ports/message.js';
import { BUSINESS_TYPES } from './code-lists.js';
import type { Findings } from './findings.js';
import { oneLine, present } from './part.js';
import type { Part } from './part.js';
import { readMomentOf, readStaff } from './read-shared.js';

type Business = Pick<DocumentMessage, 'business' | 'businessDetail' | 'trace'>;

/** The way a message took, and what it wants: a new document, or a revocation, update or replacement of an earlier one. */
export function readBusiness(list: Part | null, path: string, findings: Findings): Business {
  const part = list?.one('Bussiness', 'Business') ?? null;
  if (part === null) {
    findings.warn('business-missing', path, 'Không có thông tin nghiệp vụ (Bussiness); coi là văn bản mới.');
    return { business: 'new', trace: readTrace(list, path, findings) };
  }
  const detail = readDetail(part);
  return {
    business: readType(part, findings),
    ...(Object.keys(detail).length > 0 && { businessDetail: detail }),
    trace: readTrace(list, path, findings),
  };
}

function readType(part: Part, findings: Findings): BusinessType {
  const text = part.line('BussinessDocType') || part.line('BusinessDocType');
  const known = /^0*[0-3]$/u.test(text) ? BUSINESS_TYPES[Number(text)] : undefined;
  if (known === undefined) {
    findings.warn('business-unknown', part.path, 'Loại nghiệp vụ không phải 0, 1, 2 hay 3; coi là văn bản mới.');
  }
  return known ?? 'new';
}

function readDetail(part: Part): BusinessDetail {
  const paper = part.line('Paper');
  return present({
    reason: part.maybeLines('BussinessDocReason') ?? part.maybeLines('BusinessDocReason'),
    documentId: part.maybe('DocumentId'),
    paperFollows: paper === '' ? undefined : paper === '1',
    staff: readStaff(part.one('StaffInfo')),
    update: readUpdate(part.one('BussinessDocumentInfo', 'BusinessDocumentInfo')),
    replaces: readReplaced(part.one('ReplacementInfoList')),
  });
}

function readUpdate(part: Part | null): BusinessDetail['update'] {
  if (part === null) return undefined;
  return {
    content: part.line('DocumentInfo') === '1',
    receivers: part.line('DocumentReceiver') === '1',
    receiverList: (part.one('ReceiverList')?.all('Receiver') ?? []).map((receiver) => ({
      organId: receiver.line('OrganId'),
      type: receiver.line('ReceiverType') === '1' ? 1 : 0,
    })),
  };
}

function readReplaced(part: Part | null): BusinessDetail['replaces'] {
  return part?.all('ReplacementInfo').map((replaced) => ({
    documentId: replaced.line('DocumentId'),
    organIds: (replaced.one('OrganIdList')?.all('OrganId') ?? []).map((organ) => oneLine(organ.node.text)),
  }));
}

function readTrace(list: Part | null, path: string, findings: Findings): DocumentMessage['trace'] {
  const headers = list?.all('TraceHeader') ?? [];
  if (headers.length === 0) findings.warn('trace-missing', path, 'Không có vết chuyển (TraceHeader).');
  return headers.flatMap((header) => {
    const at = readMomentOf(header, 'Timestamp', findings);
    const organId = header.line('OrganId');
    const named = organId !== '' && organId !== 'null';
    if (!named) findings.warn('trace-agency-missing', header.path, 'Vết chuyển không ghi mã cơ quan.');
    return at === undefined ? [] : [{ organId: named ? organId : '', at }];
  });
}
