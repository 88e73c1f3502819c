import { readFileSync, statSync } from 'node:fs';

type Variables = Readonly<Record<string, string | undefined>>;

/** Variables that give access to anyone who reads them; each may stand in a file of its own instead, named by the same name with `_FILE`. */
export const SECRETS = [
  'SESSION_SECRET',
  'ACCOUNT_KEY',
  'ANCHOR_KEY',
  'DATABASE_URL',
  'METRICS_TOKEN',
  'E_OFFICE_PASSWORD',
  'E_OFFICE_CLIENT_PASSPHRASE',
  'SIGNING_ACCOUNT_PASSWORD',
  'SIGNING_APP_PASSWORD',
  'CALLBACK_PASSWORD',
  'SMTP_URL',
  'LDAP_BIND_PASSWORD',
  'FILES_SECRET_KEY',
] as const;

export type SecretName = (typeof SECRETS)[number];

/** Files that hold a key; their paths are no secret. */
const KEY_FILES = ['E_OFFICE_CLIENT_KEY', 'E_OFFICE_CLIENT_PFX', 'E_OFFICE_SIGNING_KEY', 'SIGNING_KEY_FILE'] as const;

const READABLE_BY_OTHERS = 0o004;

/**
 * The secrets that stand in files, as variables.
 *
 * @returns one Vietnamese sentence for each that cannot be used as it stands; in production a file that everybody on the machine may read is one
 */
export function secretsFromFiles(env: Variables): { readonly found: Variables; readonly flaws: readonly string[] } {
  const inProduction = env['NODE_ENV'] === 'production';
  const found: Record<string, string> = {};
  const flaws: string[] = [];
  for (const name of SECRETS) {
    const path = env[`${name}_FILE`];
    if (path === undefined || path === '') continue;
    const flaw = (env[name] ?? '') === '' ? null : `đã đặt cả ${name}; chỉ đặt một trong hai.`;
    const content = flaw === null ? contentOf(path) : null;
    if (content === null) flaws.push(`Biến ${name}_FILE không hợp lệ: ${flaw ?? `không đọc được tệp ${path}.`}`);
    else found[name] = content;
  }
  if (inProduction) flaws.push(...openFiles(env));
  return { found, flaws };
}

/** One secret, wherever it stands; undefined where it is not set or cannot be read. */
export function secretIn(env: Variables, name: SecretName): string | undefined {
  const given = env[name] ?? '';
  return given === '' ? (contentOf(env[`${name}_FILE`] ?? '') ?? undefined) : given;
}

/** The secrets that stand in variables, which anyone who can inspect the process sees, rather than in files. */
export function secretsInVariables(env: Variables): readonly string[] {
  return SECRETS.filter((name) => (env[name] ?? '') !== '');
}

/** Ends of lines are what editors leave behind the secret. */
function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').replace(/(?<![\r\n])[\r\n]+$/u, '');
  } catch {
    return null;
  }
}

function openFiles(env: Variables): readonly string[] {
  return [...SECRETS.map((name) => `${name}_FILE`), ...KEY_FILES]
    .filter((name) => isReadByEverybody(env[name] ?? ''))
    .map(
      (name) =>
        `Biến ${name} không hợp lệ: mọi tài khoản trên máy đều đọc được tệp ${env[name] ?? ''}; chạy chmod 600 (trong container đặt quyền 0400) cho tệp này.`,
    );
}

function isReadByEverybody(path: string): boolean {
  if (path === '') return false;
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && (found.mode & READABLE_BY_OTHERS) !== 0;
}
