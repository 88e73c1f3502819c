/** How far the clocks of authorities and ours may be apart. */
const TOLERANCE_MS = 5 * 60_000;

/** Whether a time that somebody states lies further ahead than clocks differ: nobody can vouch for what is still to come. */
export function isStillToCome(stated: Date, now: Date): boolean {
  return stated.getTime() > now.getTime() + TOLERANCE_MS;
}
