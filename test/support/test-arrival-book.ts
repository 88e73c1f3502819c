import { civilDateOf, type CivilDate } from '../../src/kernel/civil-date.js';
import type { EnteredThere, IncomingMirror } from '../../src/exchange/ports/message-transport.port.js';

export type ToEnter = IncomingMirror;

/** The e-office's own book of what comes in: each document has one number there, asked for as often as may be. */
export class TestArrivalBook {
  /** What the next document is numbered. */
  next = '1';
  private readonly given = new Map<string, { readonly number: string; readonly day: CivilDate }>();

  enter({ clientRequestId, arrivalNumber, arrivalDate, receivedAt }: ToEnter): EnteredThere {
    const known = this.given.get(clientRequestId);
    const day = arrivalDate ?? civilDateOf(receivedAt);
    const given = known ?? { number: arrivalNumber ?? this.take(), day };
    this.given.set(clientRequestId, given);
    return { incomingId: 'IN-1', duplicate: known !== undefined, given };
  }

  /** A clerk there sets the number of every document right that has this one. */
  setRight(number: string, to: string): void {
    for (const [request, given] of this.given)
      if (given.number === number) this.given.set(request, { ...given, number: to });
  }

  private take(): string {
    const number = this.next;
    this.next = String(Number(number) + 1);
    return number;
  }
}
