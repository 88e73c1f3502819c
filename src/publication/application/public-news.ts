import { Injectable } from '@nestjs/common';

/** Says in this process that what the public reads has changed, so that nothing kept of it is served any more. */
@Injectable()
export class PublicNews {
  private seen = 0;

  /** Grows with each change. */
  get edition(): number {
    return this.seen;
  }

  changed(): void {
    this.seen += 1;
  }
}
