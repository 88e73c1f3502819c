/**
 * The two contracts of vOffice in TypeScript: what we call, and what it calls on us. Names are the vendor's, misspelt as they are.
 * Source of each and what is assumed: the two WSDL files beside this one.
 */
import { join } from 'node:path';
import type { HeldBytes } from '../../../../src/kernel/held-bytes.js';
import { ContractSchema } from '../../soap/contract-schema.js';
import { binary, flag, many, optional, record, text, token, whole } from '../../soap/shape.js';
import type { RecordField, Table } from '../../soap/shape.js';
import type { OperationTable, SoapContract } from '../../soap/soap-contract.js';

export const AUTO_SIGN_WSDL = join(import.meta.dirname, 'vo2-auto-sign.wsdl');
export const CALLBACK_WSDL = join(import.meta.dirname, 'receive-from-voffice.wsdl');

/** A person of vOffice in one unit; sent back as received, with two figures of ours. */
export interface Vof2EntityUser {
  readonly userId?: number;
  readonly adOrgId?: number;
  readonly adOrgName?: string;
  readonly strEmail?: string;
  readonly strCardNumber?: string;
  readonly fullName?: string;
  readonly jobTile?: string;
  /** Place in the order of signing, from 1. */
  readonly signImageIndex?: number;
  /** 1: this one issues the document. */
  readonly isPublicText?: number;
}

export interface FileAttachTranfer {
  readonly fileName: string;
  readonly attachBytes: HeldBytes;
  /** 1: to be signed, or signed. */
  readonly fileSign: number;
  readonly path?: string;
}

export interface RegisterRequest {
  readonly accountName: string;
  readonly accountPass: string;
  readonly appCode: string;
  readonly appPass: string;
  readonly transCode: string;
  readonly docTitle: string;
  readonly sender: string;
  readonly lstFileAttach: readonly FileAttachTranfer[];
  readonly createDate: string;
  /** Number and notation that stand in the file. */
  readonly registerNumber: string;
  readonly issueUnit: number;
  readonly hinhthucVanban?: number;
  readonly isCanVanthuXetduyet?: boolean;
  readonly lstEmail: readonly string[];
  readonly lstUserVof2: readonly Vof2EntityUser[];
  readonly autoPromulgateText?: number;
}

/** How a letter stands: given back on asking, and told unasked. */
export interface ResultObj {
  readonly transCode?: string;
  readonly actionDate?: string;
  readonly signComment?: string;
  readonly signStatus?: string;
  readonly documentCode?: string;
  /** What one consumer reads in place of documentCode. */
  readonly registerNumber?: string;
  readonly publishOganizationCode?: string;
  readonly lastSignEmail?: string;
  readonly voTextId?: number;
  readonly publishDate?: string;
  readonly appCode?: string;
  readonly wsdl?: string;
}

/** Parameters have no names of their own on this wire. */
export interface AutoSignOperations {
  getListVof2UserByMail: {
    request: { readonly arg0: readonly string[] };
    response: { readonly return: readonly Vof2EntityUser[] };
  };
  vo2RegDigitalDocByEmail: { request: { readonly arg0: RegisterRequest }; response: { readonly return?: number } };
  /** appCode, transCode, whether the signed file is wanted. */
  getFile: {
    request: { readonly arg0: string; readonly arg1: string; readonly arg2: boolean };
    response: { readonly return?: { readonly lstFileAttachTranfer: readonly FileAttachTranfer[] } };
  };
  /** appCode, appPass, transCode. */
  getTransInfor: {
    request: { readonly arg0: string; readonly arg1: string; readonly arg2: string };
    response: { readonly return?: ResultObj };
  };
}

/** 1 taken, 2 not taken. */
interface Taken {
  readonly return: 1 | 2;
}

export interface CallbackOperations {
  returnSignReult: { request: { readonly arg0: ResultObj }; response: Taken };
  returnMultiSignReult: {
    request: { readonly arg0: { readonly lstResultObj: readonly ResultObj[] } };
    response: Taken;
  };
}

const user = record<Vof2EntityUser>({
  userId: optional(whole),
  adOrgId: optional(whole),
  adOrgName: optional(text),
  strEmail: optional(token),
  strCardNumber: optional(token),
  fullName: optional(text),
  jobTile: optional(text),
  signImageIndex: optional(whole),
  isPublicText: optional(whole),
});

const file = record<FileAttachTranfer>({
  fileName: text,
  attachBytes: binary,
  fileSign: whole,
  path: optional(text),
});

const result = record<ResultObj>({
  transCode: optional(token),
  actionDate: optional(token),
  signComment: optional(text),
  signStatus: optional(token),
  documentCode: optional(text),
  registerNumber: optional(text),
  publishOganizationCode: optional(token),
  lastSignEmail: optional(token),
  voTextId: optional(whole),
  publishDate: optional(token),
  appCode: optional(token),
  wsdl: optional(token),
});

const registration = record<RegisterRequest>({
  accountName: text,
  accountPass: text,
  appCode: text,
  appPass: text,
  transCode: token,
  docTitle: text,
  sender: text,
  lstFileAttach: many(file),
  createDate: token,
  registerNumber: text,
  issueUnit: whole,
  hinhthucVanban: optional(whole),
  isCanVanthuXetduyet: optional(flag),
  lstEmail: many(token),
  lstUserVof2: many(user),
  autoPromulgateText: optional(whole),
});

const files = record<{ readonly lstFileAttachTranfer: readonly FileAttachTranfer[] }>({
  lstFileAttachTranfer: many(file),
});
const results = record<{ readonly lstResultObj: readonly ResultObj[] }>({ lstResultObj: many(result) });
const taken: Table<Taken> = { return: { kind: 'whole', occurs: 'one' } };

interface Shapes<Ops extends OperationTable<Ops>> {
  readonly requests: { readonly [Name in keyof Ops]: Table<Ops[Name]['request']> };
  readonly responses: { readonly [Name in keyof Ops]: Table<Ops[Name]['response']> };
}

const AUTO_SIGN_SHAPES: Shapes<AutoSignOperations> = {
  requests: {
    getListVof2UserByMail: { arg0: many(token) },
    vo2RegDigitalDocByEmail: { arg0: registration },
    getFile: { arg0: text, arg1: token, arg2: flag },
    getTransInfor: { arg0: text, arg1: text, arg2: token },
  },
  responses: {
    getListVof2UserByMail: { return: many(user) },
    vo2RegDigitalDocByEmail: { return: optional(whole) },
    getFile: { return: optional(files) },
    getTransInfor: { return: optional(result) },
  },
};

const CALLBACK_SHAPES: Shapes<CallbackOperations> = {
  requests: { returnSignReult: { arg0: result }, returnMultiSignReult: { arg0: results } },
  responses: { returnSignReult: taken, returnMultiSignReult: taken },
};

/** What we call on vOffice. */
export const AUTO_SIGN_CONTRACT = contractOf(
  'http://service.ws_autosign.voffice.viettel.com/',
  AUTO_SIGN_WSDL,
  AUTO_SIGN_SHAPES,
);

/** What vOffice calls on us. */
export const CALLBACK_CONTRACT = contractOf('http://vo.voffice.viettel.com/', CALLBACK_WSDL, CALLBACK_SHAPES);

function contractOf<Ops extends OperationTable<Ops>>(
  namespace: string,
  wsdl: string,
  { requests, responses }: Shapes<Ops>,
): SoapContract<Ops> {
  return {
    namespace,
    qualified: false,
    schema: new ContractSchema(wsdl),
    largeElements: new Set(['attachBytes']),
    isOperation: (name): name is keyof Ops & string => Object.hasOwn(requests, name),
    requestShape: <Name extends keyof Ops>(name: Name): RecordField<Ops[Name]['request']> => record(requests[name]),
    responseShape: <Name extends keyof Ops>(name: Name): RecordField<Ops[Name]['response']> => record(responses[name]),
    // JAX-WS sends an empty action; what others put there must at least name the same operation.
    isAction: (action, name) => action === null || action === name || action === `${namespace}${name}`,
    faultDetail: () => '',
  };
}
