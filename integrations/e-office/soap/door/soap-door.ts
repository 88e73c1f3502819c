import { MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import { newId } from '../../../../src/kernel/ids.js';
import type { Clock } from '../../../../src/kernel/clock.js';
import { SpoolFolder } from '../../../../src/platform/spool/spool.js';
import { redactSecrets } from '../redact-secrets.js';
import { observed } from '../client/call-trace.js';
import type { Watch } from '../client/call-trace.js';
import { requireCaller } from './caller-check.js';
import { fieldsOf } from '../contract-schema.js';
import type { Operations } from '../contract.js';
import { envelopeXml, openEnvelope } from '../envelope.js';
import type { Intake, OpenEnvelope, SoapVersion } from '../envelope.js';
import { faultStatus, faultXml } from './fault.js';
import { requireUnderstood } from './header-blocks.js';
import { HeardBody } from './heard-body.js';
import { acceptsXop, one, readSoapHead, versionOfType } from '../client/http-head.js';
import type { HttpHeaders, SoapHead } from '../client/http-head.js';
import { LocalNonceMemory } from './nonce-memory.js';
import type { HeardMessages } from '../../../../src/exchange/ports/heard-messages.port.js';
import { NotReadable, readMessage } from '../client/read-wire.js';
import type { OutgoingBody } from '../client/outgoing-body.js';
import type { OperationTable, SoapContract } from '../soap-contract.js';
import { SoapRefusal } from './soap-refusal.js';
import { readUsernameToken } from './username-token.js';
import { writeMessage } from '../client/write-wire.js';
import type { WireXml } from '../client/write-wire.js';
import { SignedMessages } from '../client/signed-messages.js';
import { MAX_TAGS, SignatureRefused } from '../x509-signature.js';
import { inlined, packagedInParts } from '../xop-body.js';
import type { Packaged } from '../xop-body.js';

/** Who calls, how, and what came. */
export interface SoapCall {
  /** Empty at a door that tells its callers apart by their network. */
  readonly username: string;
  readonly version: SoapVersion;
  /** The message as received, passwords redacted and contents of files left out. */
  readonly raw: Buffer;
}

export type SoapHandlers<Ops extends OperationTable<Ops> = Operations> = {
  readonly [Name in keyof Ops]?: (request: Ops[Name]['request'], call: SoapCall) => Promise<Ops[Name]['response']>;
};

export interface SoapDoorOptions<Ops extends OperationTable<Ops> = Operations> {
  /** What is spoken here. */
  readonly contract: SoapContract<Ops>;
  /** What answers; throws SoapRefusal to refuse. Operations left out are refused as unknown. */
  readonly operations: SoapHandlers<Ops>;
  /**
   * The password of that user, or null when there is no such user. `byNetwork`: the contract has no accounts, and the caller of this
   * class has checked the sender's address.
   */
  readonly authenticate: ((username: string) => string | null | Promise<string | null>) | 'byNetwork';
  readonly clock: Clock;
  /** Of a whole message, base64 included. */
  readonly maxBytes: number;
  /** For one message to arrive whole, in milliseconds; each MiB gives a second more. Default 30 seconds. */
  readonly patienceMs?: number;
  /** Where long files wait while a message is read. Default: the system's folder for temporary files. */
  readonly spools?: SpoolFolder;
  /** Default: in memory of this process. */
  readonly nonces?: HeardMessages;
  /** The certificate (PEM) that every message must be signed by; left out, signatures are not looked at. */
  readonly peerCert?: string;
  /** Called for every refused call, with at most 64 KiB of the request, passwords redacted. */
  readonly onRefused?: (code: string, reason: string, raw: Buffer) => Promise<void>;
  /** Called for every call that was accepted and answered. */
  readonly watch?: Watch;
  /** Called for errors on our side; the caller gets only EO-INTERNAL and the same correlation id. */
  readonly onError?: (error: unknown, correlationId: string) => void;
}

export interface SoapAnswer extends Packaged {
  readonly status: number;
  /** The caller goes on sending and nobody listens: the connection ends with this answer. */
  readonly isLast: boolean;
}

interface HeardHead extends SoapHead {
  /** Whether the caller reads files in parts beside the answer. */
  readonly wantsParts: boolean;
}

const PATIENCE_MS = 30_000;
/** Of what is refused, so many times the cap is read and thrown away. */
const HEARD_OUT = 4;

/**
 * The guarded entrance for SOAP calls. Nothing reaches an operation that is not within the size, well-formed, free of
 * DOCTYPE, from a known caller, fresh, valid, and named alike in its head and its body.
 */
export class SoapDoor<Ops extends OperationTable<Ops> = Operations> {
  private readonly nonces: HeardMessages;
  private readonly intake: Intake;
  private readonly patienceMs: number;
  /** null where signatures are not looked at. */
  private readonly signed: SignedMessages | null;

  constructor(private readonly options: SoapDoorOptions<Ops>) {
    const { peerCert, clock } = options;
    this.nonces = options.nonces ?? new LocalNonceMemory();
    this.intake = { maxBytes: options.maxBytes, spools: options.spools ?? SpoolFolder.ofSystem() };
    this.patienceMs = options.patienceMs ?? PATIENCE_MS;
    this.signed = peerCert === undefined ? null : new SignedMessages(peerCert, clock, this.nonces, MAX_TAGS.call);
  }

  /**
   * Answers whatever came, in the SOAP version of the caller; never throws.
   *
   * @param body while it comes; a body refused early is still read, up to four times the cap, so that its sender gets the answer
   */
  async handle(body: Buffer | AsyncIterable<Buffer>, headers: HttpHeaders): Promise<SoapAnswer> {
    const version = versionOfType(one(headers, 'content-type') ?? '') ?? '1.1';
    const heard = new HeardBody(body, { patienceMs: this.patienceMs, maxBytes: HEARD_OUT * this.options.maxBytes });
    try {
      const head = readSoapHead(headers);
      const answer = await this.answer(heard, { ...head, wantsParts: head.xop !== null || acceptsXop(headers) });
      return { status: 200, ...answer, isLast: false };
    } catch (error) {
      const refusal = error instanceof SoapRefusal ? error : this.internal(error);
      const isLast = !(await heard.toItsEnd());
      await this.tell(refusal, heard.beginning);
      const xml = envelopeXml(version, faultXml(version, refusal, this.options.contract));
      return { status: faultStatus(version, refusal), ...inlined(version, { xml, bytesByName: new Map() }), isLast };
    }
  }

  private async answer(heard: HeardBody, head: HeardHead): Promise<Packaged> {
    const { contract, authenticate } = this.options;
    const envelope = await this.open(heard, head);
    try {
      requireAgreement(envelope, head, contract);
      requireUnderstood(envelope, authenticate !== 'byNetwork');
      const username = await this.requireCaller(envelope);
      const { version, written } = envelope;
      const wire = await this.dispatch(envelope, { username, version, raw: redactSecrets(written) });
      const inParts = head.wantsParts && wire.bytesByName.size > 0;
      const answer = (inParts ? packagedInParts : inlined)(version, wire);
      await this.tellAnswered(envelope, heard, answer.body);
      return answer;
    } finally {
      await envelope.release();
    }
  }

  /** Where callers are known by a certificate, the message is read from what it signed, and stands whole in memory for that. */
  private async open(heard: HeardBody, { xop }: SoapHead): Promise<OpenEnvelope> {
    const { contract } = this.options;
    if (this.signed === null) return openEnvelope(heard.pieces(), this.intake, contract, xop);
    if (xop !== null) throw new SoapRefusal('EO-VALIDATION', 'Thông điệp ký X.509 phải mang tệp ngay trong phong bì.');
    const raw = await wholeOf(heard.pieces(), this.intake.maxBytes);
    const read = (bytes: Buffer): Promise<OpenEnvelope> =>
      openEnvelope(new MemoryBytes(bytes).pieces(), this.intake, contract);
    const envelope = await read(raw);
    try {
      const signed = await read(Buffer.from(await this.signed.believed(raw.toString('utf8')), 'utf8'));
      const release = async (): Promise<void> => {
        await Promise.all([envelope.release(), signed.release()]);
      };
      return { ...envelope, message: signed.message, objections: signed.objections, release };
    } catch (error) {
      await envelope.release();
      if (!(error instanceof SignatureRefused)) throw error;
      throw new SoapRefusal('EO-AUTH', 'Thông điệp không mang chữ ký đúng và còn hạn của bên gọi.', { cause: error });
    }
  }

  private async requireCaller(envelope: OpenEnvelope): Promise<string> {
    const { authenticate, clock } = this.options;
    if (authenticate === 'byNetwork') return '';
    const token = readUsernameToken(envelope.headers);
    const password = await authenticate(token.username);
    const fingerprint = (): Promise<Buffer> => envelope.fingerprint();
    await requireCaller({ token, password, now: clock.now(), nonces: this.nonces, fingerprint });
    return token.username;
  }

  private async dispatch(envelope: OpenEnvelope, call: SoapCall): Promise<WireXml> {
    const { contract, operations } = this.options;
    const { name, namespace } = envelope.message;
    if (namespace !== contract.namespace || !contract.isOperation(name) || !operations[name]) {
      throw new SoapRefusal('EO-VALIDATION', 'Nghiệp vụ được gọi không có ở địa chỉ này.');
    }
    if (envelope.objections.length > 0) {
      const fields = fieldsOf(envelope.objections);
      throw new SoapRefusal('EO-VALIDATION', 'Thông điệp không đúng lược đồ XSD của hợp đồng.', { fields });
    }
    return this.run(name, operations[name], envelope, call);
  }

  private async run<Name extends keyof Ops & string>(
    name: Name,
    handler: SoapHandlers<Ops>[Name],
    envelope: OpenEnvelope,
    call: SoapCall,
  ): Promise<WireXml> {
    const { contract } = this.options;
    const response = await handler?.(readRequest(contract, name, envelope), call);
    if (response === undefined) throw new Error(`Nothing answers ${name}`);
    const { xml, bytesByName } = writeMessage(`${name}Response`, contract.responseShape(name), response, contract);
    contract.schema.requireValid(xml);
    return { xml: envelopeXml(envelope.version, xml), bytesByName };
  }

  private internal(error: unknown): SoapRefusal {
    const correlationId = newId();
    this.options.onError?.(error, correlationId);
    return new SoapRefusal('EO-INTERNAL', 'Hệ thống nhận gặp lỗi, hãy gửi lại sau.', { correlationId, cause: error });
  }

  private async tellAnswered(envelope: OpenEnvelope, heard: HeardBody, answer: OutgoingBody): Promise<void> {
    const { watch } = this.options;
    if (watch === undefined) return;
    try {
      const [request, response] = await Promise.all([envelope.withHashes(), answer.withHashes()]);
      watch.observer.observe({
        direction: 'toUs',
        channel: watch.channel,
        operation: envelope.message.name,
        status: '200',
        at: new Date(watch.clock.now().getTime() - heard.ms),
        ms: heard.ms,
        question: null,
        request: observed(request, heard.size),
        response: observed(response, answer.length),
      });
    } catch (error) {
      this.options.onError?.(error, newId());
    }
  }

  private async tell({ code, reason, details }: SoapRefusal, beginning: Buffer): Promise<void> {
    try {
      await this.options.onRefused?.(code, reason, redactSecrets(beginning));
    } catch (error) {
      this.options.onError?.(error, details.correlationId ?? newId());
    }
  }
}

function readRequest<Ops extends OperationTable<Ops>, Name extends keyof Ops & string>(
  contract: SoapContract<Ops>,
  name: Name,
  { message }: OpenEnvelope,
): Ops[Name]['request'] {
  try {
    return readMessage(contract.requestShape(name), message);
  } catch (error) {
    if (!(error instanceof NotReadable)) throw error;
    throw new SoapRefusal('EO-VALIDATION', 'Thông điệp có giá trị ngoài khoảng cho phép.', { fields: [error.path] });
  }
}

/** The version in the head is the envelope's; the action in the head is the element in the Body, which alone decides. */
function requireAgreement(
  { version, message }: OpenEnvelope,
  head: SoapHead,
  { isAction }: Pick<SoapContract<never>, 'isAction'>,
): void {
  if (version !== head.version) {
    throw new SoapRefusal('EO-UNSUPPORTED-VERSION', 'Kiểu nội dung và phiên bản phong bì SOAP không khớp nhau.');
  }
  if (!isAction(head.action, message.name, version)) {
    throw new SoapRefusal('EO-VALIDATION', 'SOAPAction không khớp với phần tử trong Body.');
  }
}

async function wholeOf(pieces: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const all: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > maxBytes) throw new SoapRefusal('EO-SIZE', 'Thông điệp lớn hơn mức cho phép.');
    all.push(Buffer.from(piece));
  }
  return Buffer.concat(all, length);
}
