import { OutsideUnavailable } from '../../kernel/outside-failure.js';
import { sha256Of } from '../../kernel/sha256.js';
import { Log } from '../../platform/telemetry/log.js';
import { reasonOf, type Reason } from '../domain/inspection/reasons.js';
import type { VirusScanner } from '../ports/virus-scanner.port.js';

/** What becomes of files while the scanner is unavailable: they are refused, or accepted with a warning. */
export type WhenScannerAway = 'refuse' | 'accept';

/** Has the installation's scanner look at a file, if there is one. */
export class ScanForViruses {
  constructor(
    private readonly scanner: VirusScanner,
    private readonly whenAway: WhenScannerAway,
    private readonly log: Log,
  ) {}

  /** @returns what stands against the file, or what is odd about it; null where nothing is */
  async scan(content: Buffer): Promise<Reason | null> {
    if (!this.scanner.isOn) return null;
    try {
      const answer = await this.scanner.scan(content);
      if (answer.kind === 'clean') return null;
      this.log.warn('files.infected', { sha256: sha256Of(content), size: content.length, virus: answer.name });
      return reasonOf('virus-found', answer.name);
    } catch (error) {
      if (!(error instanceof OutsideUnavailable)) throw error;
      this.log.warn('files.notScanned', { sha256: sha256Of(content), let: this.whenAway, error });
      return reasonOf(this.whenAway === 'accept' ? 'virus-not-scanned' : 'virus-scanner-away');
    }
  }
}
