/** What a program that reads files learns of us: our own environment holds passwords that it has no need of. */
export function bareEnvironment(home: string, temporary: string): Readonly<Record<string, string>> {
  return { HOME: home, TMPDIR: temporary, PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8' };
}
