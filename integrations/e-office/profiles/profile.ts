import { z } from 'zod';
import type { TransportAbility } from '../../../src/exchange/ports/message-transport.port.js';
import { EDXML_STATUSES } from '../../../src/exchange/ports/message.js';
import { SIGNATURE_STATUSES, type SigningAbility } from '../../../src/signing/ports/signing-desk.port.js';
import { V_OFFICE_FIGURES } from './viettel-voffice/v-office-figures.js';

/** The code that speaks a family of e-offices; a profile with another name may use it with other figures. */
export const DIALECTS = ['standard', 'bkav-edoc', 'viettel-voffice'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** What we may want of an e-office, in the words of our own contract. */
export const OPERATIONS = [
  'GetServiceInfo',
  'ListPending',
  'GetMessage',
  'AcknowledgeMessage',
  'RegisterIncoming',
  'SubmitForSignature',
  'GetSignatureStates',
  'GetSignedFile',
  'ApplySeal',
  'SealFile',
  'TakeNumber',
  'CancelSignature',
  'SendMessage',
  'GetDocumentStates',
  'ListMessages',
  'ListAgencies',
] as const;
export type Operation = (typeof OPERATIONS)[number];

const count = z.number().int().min(1);
const words = z.array(z.string().min(1)).min(1);

/**
 * How one e-office product speaks: what differs between vendors, as data. Secrets and addresses are settings and stand in no profile.
 *
 * `codes` and `dates` are left out where the wire has our own contract's form.
 */
export const PROFILE = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/u),
  /** As administrators know the product, in Vietnamese. */
  title: z.string().min(1).max(100),
  protocol: z.strictObject({
    dialect: z.enum(DIALECTS),
    /** The first is the one that we speak. */
    versions: z.array(z.enum(['1.1', '1.2'])).min(1),
    /** How files leave. What comes is read in the form that it has. */
    attachments: z.enum(['inline', 'mtom', 'swa', 'swaBase64Text']),
  }),
  /** Ours by the vendor's name; what is missing is a step that a person does by hand. */
  operations: z.partialRecord(z.enum(OPERATIONS), z.string().min(1)),
  codes: z
    .strictObject({
      /** What stands for a status of edXML; the first is what we write. */
      status: z.record(z.enum(EDXML_STATUSES), words).optional(),
      /** Degrees of urgency 0 to 4; the first is what we write. */
      priority: z.record(z.enum(['0', '1', '2', '3', '4']), words).optional(),
      /** The vendor's word about a letter in signing, and what it means. */
      signStatus: z.record(z.string(), z.enum(SIGNATURE_STATUSES)).optional(),
      results: z
        .strictObject({
          success: z.array(z.string()).default([]),
          /** Done before: counts as success. */
          duplicate: z.array(z.string()).default([]),
          /** The same request may be made again later; every other word is a refusal. */
          retryable: z.array(z.string()).default([]),
        })
        .optional(),
    })
    .default({}),
  dates: z
    .strictObject({
      /** As we write a day. */
      day: z.enum(['yyyy-MM-dd', 'yyyy/MM/dd', 'dd/MM/yyyy']),
      /** As it writes a moment. */
      instant: z.enum(['yyyy/MM/dd HH:mm:ss', 'dd/MM/yyyy HH:mm:ss']),
    })
    .optional(),
  limits: z.strictObject({
    /** Of a whole message, in bytes. */
    messageBytes: count,
    /** Of an answer of the e-office, in bytes. */
    answerBytes: count,
    /** Of a message or a signed file that is fetched in parts, in bytes. */
    partBytes: count.optional(),
    pendingPerPage: count.optional(),
    agenciesPerPage: count.optional(),
    subjectLetters: count,
    /** Calls that it bears at a time. */
    parallelCalls: count.max(16),
  }),
  /** `RegisterIncoming` without a number gives the one of its own incoming book; where not, a clerk reads it there. */
  numbersIncoming: z.boolean().default(false),
  /** How it tells us news; `none`: we ask. */
  callback: z.enum(['NotifyEvent', 'returnSignReult', 'none']),
  /** Only of the dialect `viettel-voffice`. */
  vOffice: V_OFFICE_FIGURES.optional(),
  quirks: z
    .strictObject({
      /** By confirming a message the receiver has also told its sender status 01; we send none. */
      ackEmits01: z.boolean().default(false),
      /** A second sending of the same document counts as a repetition of the first, even to other receivers. */
      documentOnce: z.boolean().default(false),
    })
    .prefault({}),
});

export type EOfficeProfile = z.infer<typeof PROFILE>;

const TRANSPORT_NEEDS: Readonly<Record<Exclude<TransportAbility, 'numberIncoming'>, readonly Operation[]>> = {
  receive: ['ListPending', 'GetMessage'],
  acknowledge: ['AcknowledgeMessage'],
  send: ['SendMessage'],
  mirrorIncoming: ['RegisterIncoming'],
  agencies: ['ListAgencies'],
  documentStates: ['GetDocumentStates'],
  listMessages: ['ListMessages'],
  serviceInfo: ['GetServiceInfo'],
};

const SIGNING_NEEDS: Readonly<Record<SigningAbility, readonly Operation[]>> = {
  submit: ['SubmitForSignature'],
  states: ['GetSignatureStates'],
  signedFile: ['GetSignedFile'],
  seal: ['ApplySeal'],
  sealFile: ['SealFile'],
  takeNumber: ['TakeNumber'],
  cancel: ['CancelSignature'],
};

/** What the message transport of this profile offers. */
export function transportAbilities({
  operations,
  numbersIncoming,
}: Pick<EOfficeProfile, 'operations' | 'numbersIncoming'>): ReadonlySet<TransportAbility> {
  const abilities = abilitiesOf(TRANSPORT_NEEDS, operations);
  return numbersIncoming && abilities.has('mirrorIncoming') ? new Set([...abilities, 'numberIncoming']) : abilities;
}

/** What a signing desk of this profile can do. */
export function signingAbilities({ operations }: Pick<EOfficeProfile, 'operations'>): ReadonlySet<SigningAbility> {
  return abilitiesOf(SIGNING_NEEDS, operations);
}

function abilitiesOf<Ability extends string>(
  needs: Readonly<Record<Ability, readonly Operation[]>>,
  operations: EOfficeProfile['operations'],
): ReadonlySet<Ability> {
  const abilities = Object.keys(needs) as Ability[];
  return new Set(abilities.filter((ability) => needs[ability].every((name) => operations[name] !== undefined)));
}
