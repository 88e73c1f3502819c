import { createHash } from 'node:crypto';
import type { BlockList } from 'node:net';
import type { CallObserver } from '../../../../src/exchange/ports/call-observer.port.js';
import type { EOfficeEvents, RefusedCalls } from '../../../../src/exchange/ports/e-office-events.port.js';
import type { Clock } from '../../../../src/kernel/clock.js';
import { newId } from '../../../../src/kernel/ids.js';
import { networkList, plainAddress } from '../../../../src/kernel/network-list.js';
import { evidenceOf } from '../../soap/redact-secrets.js';
import type { HttpHeaders } from '../../soap/client/http-head.js';
import { filledIn } from '../../soap/client/outgoing-body.js';
import { publishedWsdl } from '../../soap/door/published-wsdl.js';
import { withoutFiles } from '../../soap/soap-contract.js';
import { SoapDoor } from '../../soap/door/soap-door.js';
import type { SoapAnswer, SoapCall } from '../../soap/door/soap-door.js';
import { CALLBACK_CONTRACT, CALLBACK_WSDL } from './v-office-wire.js';
import type { CallbackOperations, ResultObj } from './v-office-wire.js';

export interface VOfficeCallbackOptions {
  readonly events: EOfficeEvents;
  readonly refused: RefusedCalls;
  readonly clock: Clock;
  /** Addresses and networks that vOffice calls from; with none, the door stays shut. */
  readonly addresses: readonly string[];
  /** This door as vOffice reaches it; stands in the published WSDL. */
  readonly publicUrl: string;
  readonly maxBytes: number;
  readonly observer: CallObserver;
  readonly onError?: (error: unknown, correlationId: string) => void;
}

const TAKEN = { return: 1 } as const;
const NOT_TAKEN = { return: 2 } as const;

const DOOR = 'voffice-callback';

/**
 * The endpoint that vOffice calls with the result of a signature. It knows no account, so only vOffice's own addresses are let in, and what it says is
 * only a hint: a forged message makes us ask vOffice once, and no more. It answers after our commit.
 */
export class VOfficeCallbackDoor {
  readonly wsdl: string;
  private readonly door: SoapDoor<CallbackOperations>;
  private readonly addresses: BlockList;

  constructor(private readonly options: VOfficeCallbackOptions) {
    const { refused, clock, addresses, publicUrl, maxBytes, observer, onError } = options;
    this.wsdl = publishedWsdl('ReceiveFromVOfficeService', publicUrl, CALLBACK_WSDL);
    this.addresses = networkList(addresses);
    this.door = new SoapDoor({
      contract: withoutFiles(CALLBACK_CONTRACT),
      authenticate: 'byNetwork',
      operations: {
        returnSignReult: ({ arg0 }, call) => this.take([arg0], call),
        returnMultiSignReult: ({ arg0 }, call) => this.take(arg0.lstResultObj, call),
      },
      clock,
      maxBytes,
      onRefused: (code, reason, raw) => refused.record(DOOR, code, reason, raw),
      watch: { observer, channel: DOOR, clock },
      ...(onError ? { onError } : {}),
    });
  }
  /**
   * @param body while it comes; without one, nothing came
   * @param address of the caller, as far as the proxies in front are trusted
   */
  async answer(body: AsyncIterable<Buffer> | null, headers: HttpHeaders, address: string): Promise<SoapAnswer> {
    if (this.isListed(address)) return this.door.handle(body ?? Buffer.alloc(0), headers);
    const reason = `Lượt kết nối từ địa chỉ ${address}, không có trong CALLBACK_ADDRESSES.`;
    await this.record('EO-FORBIDDEN', reason, Buffer.alloc(0));
    const said = filledIn('Địa chỉ này không được gọi vào đây.\n', new Map());
    return { status: 403, contentType: 'text/plain; charset=utf-8', body: said, isLast: true };
  }

  private isListed(address: string): boolean {
    const plain = plainAddress(address);
    return plain !== null && this.addresses.check(plain.text, plain.type);
  }

  /** Its contract knows no faults for what goes wrong here: 2 says so, and it may tell the same again. */
  private async take(results: readonly ResultObj[], { raw }: SoapCall): Promise<{ readonly return: 1 | 2 }> {
    for (const result of results) {
      const { transCode = '' } = result;
      if (transCode === '') {
        await this.record('EO-VALIDATION', 'Kết quả ký không ghi mã trình ký (transCode).', evidenceOf(raw));
        return NOT_TAKEN;
      }
      try {
        const about = { kind: 'signature', signatureRequestId: transCode, clientRequestId: transCode } as const;
        await this.options.events.notify(
          { eventId: eventIdOf(result), occurredAt: this.options.clock.now(), about },
          raw,
        );
      } catch (error) {
        this.options.onError?.(error, newId());
        return NOT_TAKEN;
      }
    }
    return TAKEN;
  }

  private async record(code: string, reason: string, raw: Buffer): Promise<void> {
    try {
      await this.options.refused.record(DOOR, code, reason, raw);
    } catch (error) {
      this.options.onError?.(error, newId());
    }
  }
}

/** The same words about the same letter are the same event, however often they are told. */
function eventIdOf(result: ResultObj): string {
  const words = Object.entries(result).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `vo-${createHash('sha256').update(JSON.stringify(words)).digest('hex')}`;
}
