import { buffer } from 'node:stream/consumers';
import type { Clock } from '../../../src/kernel/clock.js';
import { MemoryBytes } from '../../../src/kernel/held-bytes.js';
import { OutsideRefused } from '../../../src/kernel/outside-failure.js';
import { SpoolFolder } from '../../../src/platform/spool/spool.js';
import { readMediaType } from '../mime/media-type.js';
import type { EOfficeFault, OperationName, Operations } from '../soap/contract.js';
import { NAMESPACE } from '../soap/contract.js';
import { E_OFFICE_CONTRACT } from '../soap/e-office-contract.js';
import { CONTENT_TYPE, ENVELOPE_NAMESPACE, openEnvelope } from '../soap/envelope.js';
import type { OpenEnvelope, SoapVersion } from '../soap/envelope.js';
import { FAULT_CODES } from '../soap/door/fault-codes.js';
import type { FaultCode } from '../soap/door/fault-codes.js';
import { readFault } from '../soap/door/fault.js';
import { filledIn } from '../soap/client/outgoing-body.js';
import { NotReadable, readMessage } from '../soap/client/read-wire.js';
import { writeRequest } from '../soap/client/request.js';
import { SoapRefusal } from '../soap/door/soap-refusal.js';
import { securityHeader } from '../soap/door/username-token.js';
import { Failed, requireThat, Skipped } from './check.js';

export interface PeerOptions {
  readonly endpoint: string;
  readonly username: string;
  readonly password: string;
  /** The agency of the account. */
  readonly agency?: string;
  /** Somebody of the vendor's test system who may sign; left out, no letter is submitted. */
  readonly signer?: string;
  /** Whether messages may be sent: from the agency to itself, and taken off the list again. */
  readonly write: boolean;
  readonly timeoutMs?: number;
}

/** An answer, parsed as far as possible. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  /** null when it is no SOAP envelope. */
  readonly envelope: OpenEnvelope | null;
}

/** How one call differs from a good one. */
export interface Twist {
  readonly version?: SoapVersion;
  /** The blocks of the Header; the standard is a fresh UsernameToken. */
  readonly header?: string;
  /** null: no action is named. */
  readonly action?: string | null;
  /** Stands in front of the envelope. */
  readonly prologue?: string;
}

const MAX_ANSWER = 80 * 2 ** 20;
const TRACE =
  /Traceback \(most recent|Stack trace:|\n\s+at [\w$./<]|\bat [\w$.]+\([\w$]+\.(?:java|cs|php|ts|js):\d+\)/u;

/** The server under test: sends it valid calls and invalid ones. */
export class PeerUnderTest {
  constructor(
    readonly options: PeerOptions,
    readonly clock: Clock,
  ) {}

  /** @throws Skipped when the account's agency was not named */
  get agency(): string {
    const { agency } = this.options;
    if (agency === undefined) throw new Skipped('Cần --agency: mã định danh của cơ quan mang tài khoản thử.');
    return agency;
  }

  /** The WS-Security header of our account, made now or at another time. */
  token(at: Date = this.clock.now(), password = this.options.password): string {
    return securityHeader(this.options.username, password, at);
  }

  /** A message whose Body holds this XML. */
  async send(body: string | Buffer, name: string, twist: Twist = {}): Promise<Answer> {
    const { version = '1.1', header = this.token(), action = `${NAMESPACE}/${name}`, prologue = '' } = twist;
    const before = `${prologue}<s:Envelope xmlns:s="${ENVELOPE_NAMESPACE[version]}"><s:Header>${header}</s:Header><s:Body>`;
    const message = Buffer.concat([Buffer.from(before), Buffer.from(body), Buffer.from('</s:Body></s:Envelope>')]);
    return this.post(message, headersOf(version, action));
  }

  /** The answer to an operation of the contract. */
  async exchange<Name extends OperationName>(
    name: Name,
    request: Operations[Name]['request'],
    twist: Twist = {},
  ): Promise<Answer> {
    return this.send(await bodyOf(name, request), name, twist);
  }

  /** @throws Failed unless the operation succeeds with an answer that the contract allows */
  async ask<Name extends OperationName>(
    name: Name,
    request: Operations[Name]['request'],
    twist: Twist = {},
  ): Promise<Operations[Name]['response']> {
    const answer = await this.exchange(name, request, twist);
    const envelope = envelopeOf(answer, twist.version ?? '1.1');
    if (envelope.isFault) {
      throw new Failed(`${name} bị từ chối: ${readFault(envelope).detail?.code ?? 'lỗi SOAP không có EOfficeFault'}.`);
    }
    requireThat(answer.status === 200, `${name} trả lời đúng nhưng với mã HTTP ${answer.status}, phải là 200.`);
    requireThat(
      envelope.message.name === `${name}Response` && envelope.message.namespace === NAMESPACE,
      `${name} không trả về phần tử ${name}Response của hợp đồng.`,
    );
    requireThat(envelope.objections.length === 0, `${name}Response không đúng lược đồ XSD: ${complaintsOf(envelope)}.`);
    try {
      return readMessage(E_OFFICE_CONTRACT.responseShape(name), envelope.message);
    } catch (error) {
      if (!(error instanceof NotReadable)) throw error;
      throw new Failed(`${name}Response có giá trị ngoài khoảng cho phép ở ${error.path}.`);
    }
  }

  /** @throws Failed unless the operation is refused with one of the codes */
  async refusal<Name extends OperationName>(
    name: Name,
    request: Operations[Name]['request'],
    ...codes: readonly FaultCode[]
  ): Promise<EOfficeFault> {
    return refusalIn(await this.exchange(name, request), '1.1', codes);
  }

  /** Fetches the WSDL. */
  async wsdl(): Promise<string> {
    const signal = AbortSignal.timeout(this.options.timeoutMs ?? 30_000);
    const answer = await this.reach(`${this.options.endpoint}?wsdl`, { signal });
    return answer.text();
  }

  private async post(message: Buffer, headers: Readonly<Record<string, string>>): Promise<Answer> {
    const answer = await this.reach(this.options.endpoint, {
      method: 'POST',
      body: new Uint8Array(message),
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(this.options.timeoutMs ?? 30_000),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const contentType = answer.headers.get('content-type') ?? '';
    return { status: answer.status, contentType, text: bytes.toString('utf8'), envelope: await opened(bytes) };
  }

  private async reach(address: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(address, init);
    } catch (error) {
      const why = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      throw new Failed(`Không gọi được ${new URL(address).host}: ${why}`);
    }
  }
}

/**
 * A refusal as the contract wants it: a fault of the caller's version with its status and a valid EOfficeFault, nothing of the inside in it.
 *
 * @throws Failed naming the first thing that is otherwise
 */
export function refusalIn(answer: Answer, version: SoapVersion, codes: readonly FaultCode[]): EOfficeFault {
  const envelope = envelopeOf(answer, version);
  const wanted = codes.join(' hoặc ');
  requireThat(envelope.isFault, `Phải từ chối với ${wanted}, nhưng lại nhận.`);
  requireThat(!TRACE.test(answer.text), 'Lỗi trả về để lộ vết ngăn xếp của phần mềm.');
  const { detail } = readFault(envelope);
  requireThat(detail !== null, 'Lỗi SOAP không mang EOfficeFault đúng lược đồ trong phần detail.');
  const code = codes.find((one) => one === detail.code);
  requireThat(code !== undefined, `Phải từ chối với ${wanted}, nhưng trả về ${detail.code}.`);
  const { retryable, blame } = FAULT_CODES[code];
  requireThat(detail.retryable === retryable, `${code} phải có retryable=${String(retryable)}.`);
  const statuses = version === '1.2' && blame === 'sender' ? [400, 500] : [500];
  requireThat(
    statuses.includes(answer.status),
    `Lỗi SOAP phải đi với mã HTTP ${statuses.join('/')}, không phải ${answer.status}.`,
  );
  return detail;
}

function envelopeOf(answer: Answer, version: SoapVersion): OpenEnvelope {
  const { envelope, status, contentType } = answer;
  if (envelope === null)
    throw new Failed(
      `Trả lời (mã HTTP ${status}, ${contentType || 'không có kiểu nội dung'}) không phải phong bì SOAP hợp lệ.`,
    );
  requireThat(
    envelope.version === version,
    `Gọi bằng SOAP ${version} nhưng được trả lời bằng SOAP ${envelope.version}.`,
  );
  const { type } = readMediaType(CONTENT_TYPE[version]);
  requireThat(
    contentType.toLowerCase().startsWith(type),
    `Kiểu nội dung của trả lời phải là ${type}, không phải ${contentType}.`,
  );
  return envelope;
}

async function opened(bytes: Buffer): Promise<OpenEnvelope | null> {
  const intake = { maxBytes: MAX_ANSWER, spools: SpoolFolder.ofSystem() };
  try {
    return await openEnvelope(new MemoryBytes(bytes).pieces(), intake, E_OFFICE_CONTRACT);
  } catch (error) {
    if (!(error instanceof SoapRefusal)) throw error;
    return null;
  }
}

async function bodyOf<Name extends OperationName>(name: Name, request: Operations[Name]['request']): Promise<Buffer> {
  try {
    const { xml, bytesByName } = writeRequest(E_OFFICE_CONTRACT, name, request);
    return await buffer(filledIn(xml, bytesByName).pieces());
  } catch (error) {
    if (!(error instanceof OutsideRefused)) throw error;
    throw new Skipped(`Tham số đã cho không viết được theo hợp đồng: ${error.reason}`);
  }
}

function headersOf(version: SoapVersion, action: string | null): Readonly<Record<string, string>> {
  if (version === '1.1') {
    return { 'content-type': CONTENT_TYPE['1.1'], ...(action === null ? {} : { soapaction: `"${action}"` }) };
  }
  return { 'content-type': `${CONTENT_TYPE['1.2']}${action === null ? '' : `; action="${action}"`}` };
}

function complaintsOf({ objections }: OpenEnvelope): string {
  return objections
    .slice(0, 3)
    .map(({ message }) => message.trim())
    .join('; ');
}
