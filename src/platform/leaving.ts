import { Injectable } from '@nestjs/common';

/** Whether this process has been told to end. It goes on answering until those who send it people have seen that, and what is in hand has ended. */
@Injectable()
export class Leaving {
  private isBegun = false;
  private readonly openEnded: (() => void)[] = [];

  get hasBegun(): boolean {
    return this.isBegun;
  }

  /** For what does not end by itself, as the connection of a page that is looked at, or a look that waits for its moment. */
  onLast(end: () => void): void {
    this.openEnded.push(end);
  }

  begin(): void {
    this.isBegun = true;
  }

  /** Nobody new comes any more. */
  endOpen(): void {
    for (const end of this.openEnded) end();
  }
}
