import { Injectable } from '@nestjs/common';

/** Whether this process has been told to end. It goes on answering until those who send it people have seen that, and what is in hand has ended. */
@Injectable()
export class Leaving {
  private isBegun = false;
  private readonly openEnded: (() => void)[] = [];

  get hasBegun(): boolean {
    return this.isBegun;
  }

  /** For what does not end by itself, as the stream of `/song`, or a look-up that waits for its moment. */
  onLast(end: () => void): void {
    this.openEnded.push(end);
  }

  begin(): void {
    this.isBegun = true;
  }

  /** Once no new request is taken. */
  endOpen(): void {
    for (const end of this.openEnded) end();
  }
}
