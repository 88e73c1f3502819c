import type { SecretName } from './secrets.js';

/** For a child whose variables are its own: it trusts the authorities that this process trusts besides Node's. */
export function trustOfThisProcess(): Readonly<Record<string, string>> {
  const { NODE_EXTRA_CA_CERTS: file, NODE_USE_SYSTEM_CA: system } = process.env;
  const isOfSystem = system === '1' || process.execArgv.includes('--use-system-ca');
  return {
    ...(file === undefined ? {} : { NODE_EXTRA_CA_CERTS: file }),
    ...(isOfSystem ? { NODE_USE_SYSTEM_CA: '1' } : {}),
  };
}

/** The variables of this process for a child of it, which is told by them what this one was told by an option of Node. */
export function inheritedEnvironment(): Readonly<Record<string, string | undefined>> {
  return { ...process.env, ...trustOfThisProcess() };
}

/** The same, one of the secrets changed. */
export function childEnvironment(secret: SecretName, value: string): Readonly<Record<string, string | undefined>> {
  return { ...inheritedEnvironment(), [secret]: value, [`${secret}_FILE`]: '' };
}
