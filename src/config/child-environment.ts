import type { SecretName } from './secrets.js';

/** For a child whose variables are its own: it trusts the authorities that this process trusts besides Node's. */
export function trustOfThisProcess(): Readonly<Record<string, string>> {
  const file = process.env['NODE_EXTRA_CA_CERTS'];
  return file === undefined ? {} : { NODE_EXTRA_CA_CERTS: file };
}

/** The variables of this process, one of its secrets changed, for a child of it. */
export function childEnvironment(secret: SecretName, value: string): Readonly<Record<string, string | undefined>> {
  return { ...process.env, [secret]: value, [`${secret}_FILE`]: '' };
}
