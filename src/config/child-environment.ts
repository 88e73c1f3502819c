import type { SecretName } from './secrets.js';

/** The variables of this process, one of its secrets changed, for a child of it. */
export function childEnvironment(secret: SecretName, value: string): Readonly<Record<string, string | undefined>> {
  return { ...process.env, [secret]: value, [`${secret}_FILE`]: '' };
}
