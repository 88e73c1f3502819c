import { MessageTransport } from '../../../src/exchange/ports/message-transport.port.js';
import { notOffered } from './not-offered.js';

/** For a product that signs but does not exchange messages: these go through another e-office, or by hand. */
export class AbsentMessageTransport extends MessageTransport {
  override readonly abilities: MessageTransport['abilities'] = new Set();

  override listPending(): Promise<never> {
    return notOffered('giao văn bản liên thông');
  }

  override getMessage(): Promise<never> {
    return notOffered('giao văn bản liên thông');
  }

  override acknowledge(): Promise<never> {
    return notOffered('nhận lời báo đã nhận');
  }

  override send(): Promise<never> {
    return notOffered('gửi văn bản liên thông');
  }

  override registerIncoming(): Promise<never> {
    return notOffered('ghi văn bản đến vào sổ');
  }

  override listAgencies(): Promise<never> {
    return notOffered('cho danh mục cơ quan');
  }

  override serviceInfo(): Promise<never> {
    return notOffered('cho biết giờ máy');
  }

  override listMessages(): Promise<never> {
    return notOffered('liệt kê các tin đã trao đổi');
  }

  override listArrivals(): Promise<readonly []> {
    return Promise.resolve([]);
  }

  override documentStates(): Promise<never> {
    return notOffered('cho hỏi trạng thái của văn bản đã gửi');
  }
}
