import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** Everything by which a program calls another machine. */
const CALLS =
  /\bfetch\(|from '(?:node:(?:https?|net|tls|dgram)|nodemailer|ldapts|passport-ldapauth|ldapauth-fork|@opentelemetry\/exporter-trace-otlp-http|undici|axios|soap)'/u;

/** Where the app calls out, and what guards the address. */
const WAYS_OUT: Readonly<Record<string, string>> = {
  'integrations/calendar-feed/https-calendar-feed.ts': 'listed hosts, checked addresses, no redirects',
  'integrations/hotline/https-webhook-post.ts': 'listed hosts, checked addresses, no redirects',
  'integrations/trust/allowed-host.ts': 'listed hosts, checked addresses, no redirects',
  'integrations/e-office/soap/client/http-post.ts': 'one address, by the agent of line-security.ts',
  'integrations/e-office/soap/line-security.ts': 'the guard of lines itself',
  'integrations/e-office/soap/client/soap-client.ts': 'reads the contract from a file; its calls go by http-post.ts',
  'src/platform/telemetry/sent-traces.ts': 'one address of the settings; what goes there is kinds, numbers and ids',
  'src/platform/files/s3/': 'one address of the settings; what goes there is stored files under their hashes',
  'integrations/mail/smtp-mailer.ts': 'one address of the settings; letters bring no address to fetch',
  'integrations/syslog/syslog-log-host.ts': 'one address of the settings; what goes there is a digest',
  'integrations/antivirus/clamd-virus-scanner.ts': 'one address of the settings; files name no address to fetch',
  'integrations/directory-ldap/': 'one address of the settings, ldaps only',
  'src/bootstrap/doctor-probe.ts': 'the addresses of the settings, when an operator runs the doctor; no redirects',
};

/** Who names a module of the net without calling anybody. */
const NO_CALL: Readonly<Record<string, string>> = {
  'integrations/guarded-addresses.ts': 'the guard itself',
  'integrations/network-list.ts': 'reads addresses',
  'src/config/forms.ts': 'reads addresses',
};

/** Programs of their own: they are no part of the app at work. */
const OTHER_PROGRAMS = [
  'integrations/e-office/simulator/',
  'integrations/e-office/conformance/',
  'integrations/hotline/simulator/',
  'src/cli/demo/',
];

function sources(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((name) => /\.tsx?$/u.test(name) && !/\.(?:spec|fixture)\.tsx?$/u.test(name));
}

const isIn = (table: Readonly<Record<string, string>>, file: string): boolean =>
  Object.keys(table).some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place));

it('calls of other machines go out by known ways, each with its guard', () => {
  const calling = ['src', 'integrations']
    .flatMap(sources)
    .filter((file) => !OTHER_PROGRAMS.some((folder) => file.startsWith(folder)))
    .filter((file) => !file.startsWith('src/web/public/'))
    .filter((file) => CALLS.test(withoutTypes(readFileSync(join(ROOT, file), 'utf8'))));
  expect(calling.length).toBeGreaterThan(4);
  expect(calling.filter((file) => !isIn(WAYS_OUT, file) && !isIn(NO_CALL, file))).toEqual([]);
});

/** Types call nobody, and a method of ours may be named `fetch`. */
function withoutTypes(source: string): string {
  return source
    .split('\n')
    .filter((line) => !line.startsWith('import type'))
    .map((line) => line.replace(/(?:\.|\b(?:async|abstract|override) )fetch\(/gu, '('))
    .map((line) => line.replace(/^\s+fetch\(.*\{$/u, ''))
    .join('\n');
}
