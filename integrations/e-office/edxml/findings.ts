import type { FormFinding } from '../../../src/exchange/ports/message-codec.port.js';

/** Collects what is to be said about one message while it is read. */
export class Findings {
  private readonly hard: FormFinding[] = [];
  private readonly soft: FormFinding[] = [];

  /** The message cannot be taken. @param message Vietnamese sentence, without any value from the message */
  refuse(code: string, path: string, message: string): void {
    this.hard.push({ code, path, message });
  }

  /** The message is taken, and a clerk may want to know. */
  warn(code: string, path: string, message: string): void {
    this.soft.push({ code, path, message });
  }

  add(...warnings: readonly FormFinding[]): void {
    this.soft.push(...warnings);
  }

  get errors(): readonly FormFinding[] {
    return this.hard;
  }

  get warnings(): readonly FormFinding[] {
    return this.soft;
  }
}
