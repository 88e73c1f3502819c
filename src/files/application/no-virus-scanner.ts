import { OutsideUnavailable } from '../../kernel/outside-failure.js';
import { VirusScanner, type ScanAnswer, type ScannerFacts } from '../ports/virus-scanner.port.js';

const NONE = 'Chưa nối máy quét mã độc (CLAMD_ADDRESS).';

/** An installation without a scanner. */
export class NoVirusScanner extends VirusScanner {
  override readonly isOn = false;

  override scan(): Promise<ScanAnswer> {
    return Promise.reject(new OutsideUnavailable(NONE));
  }

  override about(): Promise<ScannerFacts> {
    return Promise.reject(new OutsideUnavailable(NONE));
  }
}
