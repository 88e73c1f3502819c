/** A calendar that somebody else publishes at an address. */
export abstract class CalendarFeed {
  /** Machines that may be asked at all, with their port where it is not the usual one; empty = none. */
  abstract readonly hosts: readonly string[];

  /**
   * The bytes at an https address. The caller judges them; this port does not.
   *
   * @throws OutsideRefused when the address is not one that may be asked, or answers with anything but a calendar's worth of bytes;
   *   the reason is shown to the person
   * @throws OutsideUnavailable when it does not answer now
   */
  abstract fetch(address: string): Promise<Uint8Array>;
}
