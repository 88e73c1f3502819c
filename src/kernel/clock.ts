/** The only source of "now". Tests give a fixed one; nothing else asks the machine. */
export abstract class Clock {
  /** The present instant, UTC, millisecond precision. */
  abstract now(): Date;
}
