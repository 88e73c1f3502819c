import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { createClientAsync } from 'soap';
import type { Client, IHttpClient } from 'soap';
import type { Clock } from '../../../../src/kernel/clock.js';
import { MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import { OutsideRefused, OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import { SpoolFolder } from '../../../../src/platform/spool/spool.js';
import { readAnswer, RefusedByFault } from './answer.js';
import { WSDL_PATH } from '../contract-files.js';
import { NAMESPACE } from '../contract.js';
import type { OperationName, Operations } from '../contract.js';
import { E_OFFICE_CONTRACT } from '../e-office-contract.js';
import { CONTENT_TYPE, openEnvelope } from '../envelope.js';
import type { Intake, SoapVersion } from '../envelope.js';
import type { Watch } from './call-trace.js';
import { HttpPost } from './http-post.js';
import type { HttpAnswer } from './http-post.js';
import type { LineSecurity } from '../line-security.js';
import { LocalNonceMemory } from '../door/nonce-memory.js';
import { filledIn } from './outgoing-body.js';
import type { OutgoingBody } from './outgoing-body.js';
import { writeRequest } from './request.js';
import { messageIdHeader, SignatureOutOfTime, SignedMessages } from './signed-messages.js';
import { SoapRefusal } from '../door/soap-refusal.js';
import { securityHeader } from '../door/username-token.js';
import type { WireXml } from './write-wire.js';
import { SignatureRefused, signEnvelope } from '../x509-signature.js';
import { packagedInParts } from '../xop-body.js';

export interface SoapClientOptions {
  /** http or https, without credentials in it. The address in the WSDL is not looked at. */
  readonly endpoint: string;
  readonly username: string;
  readonly password: string;
  /** For a whole call; each MiB sent adds a second. */
  readonly timeoutMs: number;
  readonly clock: Clock;
  /** Default 1.1. */
  readonly version?: SoapVersion;
  /** Default 32 MiB: a file of 20 MiB in base64, and some. */
  readonly maxResponseBytes?: number;
  /** Where long files wait that come in answers. Default: the system's folder for temporary files. */
  readonly spools?: SpoolFolder;
  /** Default 2, the most that the contract asks for. */
  readonly parallelCalls?: number;
  readonly security?: LineSecurity;
  readonly watch?: Watch;
  /**
   * How long files leave: in the envelope as base64 (the default), or in parts beside it, where no signature has to cover them. Answers are read
   * either way; parts are asked for only with `mtom`.
   */
  readonly attachments?: 'inline' | 'mtom';
}

const MAX_RESPONSE = 32 * 2 ** 20;

const CLOCKS_DIFFER =
  'Giờ ký trong câu trả lời của hệ thống quản lý văn bản lệch quá 5 phút so với máy chủ này. Quản trị hệ thống kiểm tra đồng hồ hai bên; phần mềm tự thử lại, không bỏ việc nào.';

/** One call on its way through the soap package: what it carries out, how its answer is read, and what became of it. */
class Trip {
  failure: unknown = new Error('It was never made');
  readonly id = `urn:uuid:${randomUUID()}`;

  constructor(
    readonly name: OperationName,
    readonly wire: WireXml,
    readonly read: (answer: HttpAnswer) => Promise<void>,
  ) {}
}

/**
 * Calls the operations of the contract. The soap package reads our own WSDL and builds the envelope; the body, the
 * transport and the judgement of answers are ours, because its own escape, order and believe too little or too much.
 *
 * Neither bodies nor credentials stand in any error.
 */
export class SoapClient {
  private readonly post: HttpPost;
  private readonly intake: Intake;
  /** null where the e-office is not known by a certificate. */
  private readonly answers: SignedMessages | null;
  private client: Promise<Client> | undefined;

  /** @throws TypeError when the endpoint is no http(s) address or holds credentials */
  constructor(private readonly options: SoapClientOptions) {
    const endpoint = endpointOf(options.endpoint);
    const { timeoutMs, maxResponseBytes = MAX_RESPONSE, parallelCalls = 2 } = options;
    const { spools = SpoolFolder.ofSystem(), security, clock, watch } = options;
    const { peerCert } = security ?? {};
    this.answers = peerCert === undefined ? null : new SignedMessages(peerCert, clock, new LocalNonceMemory());
    this.intake = { maxBytes: maxResponseBytes, spools };
    this.post = new HttpPost({ endpoint, timeoutMs, maxResponseBytes, parallelCalls, security, watch });
  }

  /**
   * @throws OutsideUnavailable the same request may be made again later
   * @throws OutsideRefused never again by itself; RefusedByFault when the e-office said why. `EO-HASH` was tried twice.
   */
  async call<Name extends OperationName>(
    name: Name,
    request: Operations[Name]['request'],
  ): Promise<Operations[Name]['response']> {
    const wire = writeRequest(E_OFFICE_CONTRACT, name, request);
    try {
      return await this.attempt(name, wire);
    } catch (error) {
      if (!(error instanceof RefusedByFault) || error.code !== 'EO-HASH') throw error;
      return this.attempt(name, wire);
    }
  }

  /** Gives the kept connections back; calls under way break off. */
  close(): void {
    this.post.close();
  }

  private async attempt<Name extends OperationName>(name: Name, wire: WireXml): Promise<Operations[Name]['response']> {
    let response: Operations[Name]['response'] | undefined;
    const trip = new Trip(name, wire, async (answer) => {
      response = await readAnswer(E_OFFICE_CONTRACT, name, answer, this.intake);
    });
    const client = await (this.client ??= this.open());
    await invoke(client, name, trip);
    if (response !== undefined) return response;
    if (trip.failure instanceof OutsideUnavailable || trip.failure instanceof OutsideRefused) throw trip.failure;
    throw new OutsideUnavailable(`chưa gọi được nghiệp vụ ${name} của hệ thống quản lý văn bản.`, {
      cause: trip.failure,
    });
  }

  private async open(): Promise<Client> {
    const { endpoint, username, password, clock, version } = this.options;
    const client = await createClientAsync(WSDL_PATH, {
      endpoint,
      disableCache: true,
      forceSoap12Headers: version === '1.2',
      httpClient: this.transport(),
    });
    client.setSecurity({ toXML: () => securityHeader(username, password, clock.now()) });
    return client;
  }

  /**
   * Sends what the soap package built, long bytes filled in, and has the answer read by us. The package is told only
   * that the exchange is over: its reader takes an empty or doubled Body for a success and needs 18 ms for each MiB.
   */
  private transport(): IHttpClient {
    const request: IHttpClient['request'] = (_url, envelope: unknown, done, ...[headers = {}, options = {}]) => {
      const trip: unknown = options['trip'];
      if (!(trip instanceof Trip) || typeof envelope !== 'string') throw new TypeError('Not a call of ours');
      void this.carry(trip, envelope, headers).then(() => {
        done(new Error('Read elsewhere'));
      });
      return UNUSED;
    };
    return { request };
  }

  private async carry(trip: Trip, envelope: string, headers: Readonly<Record<string, unknown>>): Promise<void> {
    try {
      const { body, headers: packaging } = await this.packaged(this.named(envelope, trip.id), trip);
      const fields = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
      const read = async (answer: HttpAnswer): Promise<void> => trip.read(await this.believed(answer, trip.id));
      const call = { operation: trip.name, body, headers: { ...Object.fromEntries(fields), ...packaging } };
      await this.post.exchange(call, read);
    } catch (error) {
      trip.failure = error;
    }
  }

  /** Only where the caller reads the answer: an e-office with WS-Addressing repeats this id in RelatesTo. */
  private named(envelope: string, id: string): string {
    return this.answers === null
      ? envelope
      : envelope.replace('<wsse:Security', `${messageIdHeader(id)}<wsse:Security`);
  }

  /** The body, and the header fields that describe it. */
  private async packaged(
    xml: string,
    { name, wire: { bytesByName } }: Trip,
  ): Promise<{ readonly body: OutgoingBody; readonly headers: Readonly<Record<string, string>> }> {
    const { security, version = '1.1', attachments } = this.options;
    if (security?.signing !== undefined) {
      const whole = await buffer(filledIn(xml, bytesByName).pieces());
      const signed = signEnvelope(whole.toString('utf8'), security.signing);
      return { body: filledIn(signed, new Map()), headers: {} };
    }
    if (attachments !== 'mtom') return { body: filledIn(xml, bytesByName), headers: {} };
    const accept = { Accept: `multipart/related, ${CONTENT_TYPE[version]}` };
    if (bytesByName.size === 0) return { body: filledIn(xml, bytesByName), headers: accept };
    const action = version === '1.2' ? `${NAMESPACE}/${name}` : undefined;
    const { body, contentType } = packagedInParts(version, { xml, bytesByName }, action);
    return { body, headers: { ...accept, 'Content-Type': contentType } };
  }

  /** Where the e-office is known by a certificate, only what it signed now and for this call is read, refusals too. */
  private async believed(answer: HttpAnswer, asked: string): Promise<HttpAnswer> {
    if (this.answers === null) return answer;
    try {
      const whole = new MemoryBytes(await buffer(answer.body));
      // What is too deep or has too many elements must not reach the parser of signatures.
      await (await openEnvelope(whole.pieces(), this.intake, E_OFFICE_CONTRACT)).release();
      const signed = await this.answers.believed(whole.content.toString('utf8'), asked);
      return { ...answer, body: new MemoryBytes(Buffer.from(signed, 'utf8')).pieces() };
    } catch (error) {
      if (!(error instanceof SignatureRefused || error instanceof SoapRefusal)) throw error;
      const reason = error instanceof SignatureOutOfTime ? { reason: CLOCKS_DIFFER } : {};
      throw new OutsideUnavailable('câu trả lời không mang chữ ký đúng của hệ thống quản lý văn bản.', {
        cause: error,
        ...reason,
      });
    }
  }
}

function endpointOf(address: string): URL {
  const endpoint = URL.canParse(address) ? new URL(address) : null;
  if (!endpoint || !/^https?:$/u.test(endpoint.protocol) || endpoint.username !== '' || endpoint.password !== '') {
    throw new TypeError('The e-office endpoint must be an http(s) address without credentials');
  }
  return endpoint;
}

/** The soap package throws the transport's result away. */
const UNUSED = new Promise<never>(() => undefined);

type SoapMethod = (body: { _xml: string }, done: (error: unknown) => void, options: { trip: Trip }) => void;

/** Settles when the exchange is over; what became of it stands in the trip, so that the package's own view is left aside. */
function invoke(client: Client, name: OperationName, trip: Trip): Promise<void> {
  const method: unknown = client[name];
  if (typeof method !== 'function') throw new TypeError(`The WSDL has no operation ${name}`);
  return new Promise((resolve) => {
    // A function by the check above; its form is the documented one of the package.
    (method as SoapMethod)({ _xml: trip.wire.xml }, () => resolve(), { trip });
  });
}
