import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WAYS_OUT } from '../test/support/ways-out.js';

const ROOT = join(import.meta.dirname, '..');

/** Everything by which a program calls another machine; a database on a server is called by the driver that TypeORM loads for its type. */
const CALLS =
  /\bfetch\(|\btype: 'mssql'|(?:from |import\()'(?:node:(?:https?|net|tls|dgram)|nodemailer|ldapts|passport-ldapauth|ldapauth-fork|@opentelemetry\/exporter-trace-otlp-http|undici|axios|soap|mssql|tedious|@(?:aws-sdk|smithy)\/[^']+)'/u;

/** Who names a module of the net without calling anybody. */
const NO_CALL: Readonly<Record<string, string>> = {
  'integrations/guarded-addresses.ts': 'the guard itself',
  'src/config/forms.ts': 'reads addresses',
  'src/kernel/network-list.ts': 'reads addresses',
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

it('programs are run by their name and a list of arguments, never by a shell', () => {
  const running = ['src', 'integrations']
    .flatMap(sources)
    .filter((file) => !OTHER_PROGRAMS.some((folder) => file.startsWith(folder)))
    .map((file) => [file, readFileSync(join(ROOT, file), 'utf8')] as const)
    .filter(([, source]) => source.includes("'node:child_process'"));
  expect(running.length).toBeGreaterThan(4);
  expect(running.filter(([, source]) => /\bshell:|\bexec(?:Sync)?\(|'(?:\/bin\/)?(?:ba|da)?sh'/u.test(source))).toEqual(
    [],
  );
});
