/** The time zone that the variable TZ names for this process; undefined where it is left to the machine. */
export function askedTimeZone(): string | undefined {
  const { TZ: zone } = process.env;
  return zone === '' ? undefined : zone;
}
