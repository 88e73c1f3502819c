import { OutsideRefused } from '../../../src/kernel/outside-failure.js';
import { Mailroom } from '../../../src/exchange/ports/mailroom.port.js';

/** Of a product that signs and exchanges nothing: messages go by another e-office, or by hand. */
export class AbsentMailroom extends Mailroom {
  override readonly abilities: Mailroom['abilities'] = new Set();

  override listPending(): Promise<never> {
    return notOffered();
  }

  override getMessage(): Promise<never> {
    return notOffered();
  }

  override acknowledge(): Promise<never> {
    return notOffered();
  }

  override send(): Promise<never> {
    return notOffered();
  }

  override registerIncoming(): Promise<never> {
    return notOffered();
  }

  override listAgencies(): Promise<never> {
    return notOffered();
  }

  override serviceInfo(): Promise<never> {
    return notOffered();
  }

  override listMessages(): Promise<never> {
    return notOffered();
  }

  override documentStates(): Promise<never> {
    return notOffered();
  }
}

function notOffered(): Promise<never> {
  const reason = 'Hệ thống e-office này chỉ ký văn bản, không gửi nhận văn bản liên thông.';
  return Promise.reject(new OutsideRefused('not-offered', reason));
}
