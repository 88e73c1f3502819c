/**
 * What agencies say to each other, in our words. The wire form is edXML (QCVN 102:2016/BTTTT, Amendment 1:2022);
 * it stays in integrations/e-office/edxml.
 */
import type { CivilDate } from '../../kernel/civil-date.js';

export interface Organ {
  /** Agency identifier, either generation: `000.00.03.H24` (QCVN 102) or `H24.3` (Decision 20/2020/QĐ-TTg). */
  readonly id: string;
  readonly name: string;
  readonly inCharge?: string;
  readonly address?: string;
  readonly email?: string;
  readonly telephone?: string;
  readonly fax?: string;
  readonly website?: string;
}

/** The document that a message speaks of. */
export interface DocumentReference {
  readonly organId: string;
  /** Number and notation as printed, `1284/SGDĐT-VP`. */
  readonly code: string;
  readonly promulgationDate?: CivilDate;
  /** `OrganId,yyyy/MM/dd,number/notation`, or whatever the sender's system gave. */
  readonly documentId: string;
}

export interface Attachment {
  readonly name: string;
  readonly contentType: string;
  readonly description?: string;
  readonly content: Buffer;
}

export type BusinessType = 'new' | 'revoke' | 'update' | 'replace';

/** Who at the sender's desk can be asked about the message. */
export interface Staff {
  readonly department?: string;
  readonly name?: string;
  readonly email?: string;
  readonly mobile?: string;
}

/** What a clerk needs to act on a revocation, an update or a replacement; nothing of it is ever applied by itself. */
export interface BusinessDetail {
  readonly reason?: string;
  /** The document that is revoked or updated, where the sender names it apart from `responseFor`. */
  readonly documentId?: string;
  readonly paperFollows?: boolean;
  readonly staff?: Staff;
  /** Of an update: what changed. `type` is the sender's 0 or 1; which of the two means added is told nowhere in public. */
  readonly update?: {
    readonly content: boolean;
    readonly receivers: boolean;
    readonly receiverList: readonly { readonly organId: string; readonly type: 0 | 1 }[];
  };
  /** Of a replacement: the documents that fall away, and for whom. */
  readonly replaces?: readonly { readonly documentId: string; readonly organIds: readonly string[] }[];
}

export interface DocumentMessage {
  readonly kind: 'document';
  readonly from: Organ;
  readonly to: readonly Organ[];
  readonly codeNumber: string;
  readonly codeNotation: string;
  readonly place: string;
  /** Absent when the sender gave no day that exists; needed to write. */
  readonly promulgationDate?: CivilDate;
  /** `Công văn`, `Báo cáo`…; on reading, the name decides, not the inconsistent numbers. */
  readonly typeName: string;
  readonly subject: string;
  readonly content?: string;
  readonly signer?: { readonly competence?: string; readonly position?: string; readonly fullName: string };
  readonly dueDate?: CivilDate;
  readonly toPlaces?: readonly string[];
  /** 0 thường, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc, 4 hỏa tốc hẹn giờ. */
  readonly priority: number;
  readonly responseFor: readonly DocumentReference[];
  readonly documentId: string;
  readonly business: BusinessType;
  readonly businessDetail?: BusinessDetail;
  /** Each relay with its instant. */
  readonly trace: readonly { readonly organId: string; readonly at: Date }[];
  readonly attachments: readonly Attachment[];
}

/** 01 đã đến, 02 từ chối, 03 đã tiếp nhận, 04 phân công, 05 đang xử lý, 06 hoàn thành, 13 lấy lại, 15 đồng ý, 16 từ chối lấy lại. */
export const EDXML_STATUSES = ['01', '02', '03', '04', '05', '06', '13', '15', '16'] as const;
export type EdxmlStatus = (typeof EDXML_STATUSES)[number];

/** The receiver returns the document: it refused to take it in. */
export const RETURNED_STATUS: EdxmlStatus = '02';

export interface StatusMessage {
  readonly kind: 'status';
  readonly from: Organ;
  readonly responseFor: DocumentReference;
  readonly status: EdxmlStatus;
  readonly description?: string;
  readonly staff?: Staff;
  /** Absent when the sender gave no moment that can be read; needed to write. */
  readonly at?: Date;
}

export type ExchangeMessage = DocumentMessage | StatusMessage;
