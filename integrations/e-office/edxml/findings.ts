import type { FormFinding } from '../../../src/exchange/ports/message-codec.port.js';

/** What is found wrong with one message while it is read. */
export class Findings {
  /** The message is refused. */
  readonly errors: FormFinding[] = [];
  /** The message is taken; a clerk may want to know. */
  readonly warnings: FormFinding[] = [];

  /** @param message Vietnamese sentence, without any value from the message */
  refuse(code: string, path: string, message: string): void {
    this.errors.push({ code, path, message });
  }

  /** @param message as in `refuse` */
  warn(code: string, path: string, message: string): void {
    this.warnings.push({ code, path, message });
  }
}
