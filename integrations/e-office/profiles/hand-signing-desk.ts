import { SigningDesk, type SigningAbility } from '../../../src/signing/ports/signing-desk.port.js';
import { notOffered } from './not-offered.js';

/** The desk of an e-office that signs nothing over the wire: everything there is done by hand. */
export class HandSigningDesk extends SigningDesk {
  override readonly abilities: ReadonlySet<SigningAbility> = new Set();

  override submit(): Promise<never> {
    return notOffered('nhận trình ký');
  }

  override states(): Promise<never> {
    return notOffered('cho biết trạng thái ký');
  }

  override signedFile(): Promise<never> {
    return notOffered('giao tệp đã ký');
  }

  override applySeal(): Promise<never> {
    return notOffered('đóng dấu');
  }

  override sealFile(): Promise<never> {
    return notOffered('ký tệp của cơ quan');
  }

  override takeNumber(): Promise<never> {
    return notOffered('cấp số văn bản đi');
  }

  override cancel(): Promise<never> {
    return notOffered('nhận lệnh rút trình ký');
  }
}
