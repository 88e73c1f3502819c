import { parseArgs } from 'node:util';

import { UnusableArguments } from './deadline-arguments.js';

export const VERIFY_USAGE =
  'hoi-am verify TỆP.pdf… [--trust CHỨNG-THƯ.pem]… [--crl TỆP]… [--at 2026-03-18T09:30:00+07:00] [--integrity-only] [--json]';

/** What `hoi-am verify` was asked. */
export interface VerifyQuestion {
  readonly files: readonly string[];
  readonly trust: readonly string[];
  readonly crls: readonly string[];
  readonly at: Date | undefined;
  readonly integrityOnly: boolean;
  readonly json: boolean;
}

/** @throws UnusableArguments */
export function readVerifyArguments(args: readonly string[]): VerifyQuestion {
  const { positionals: files, values } = parse(args);
  if (files.length === 0) throw new UnusableArguments(`Thiếu tệp cần kiểm tra. Cách dùng: ${VERIFY_USAGE}`);
  return {
    files,
    trust: values.trust ?? [],
    crls: values.crl ?? [],
    at: values.at === undefined ? undefined : instant(values.at),
    integrityOnly: values['integrity-only'] ?? false,
    json: values.json ?? false,
  };
}

interface Given {
  readonly positionals: readonly string[];
  readonly values: {
    readonly trust?: string[];
    readonly crl?: string[];
    readonly at?: string;
    readonly 'integrity-only'?: boolean;
    readonly json?: boolean;
  };
}

function parse(args: readonly string[]): Given {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: true,
      options: {
        trust: { type: 'string', multiple: true },
        crl: { type: 'string', multiple: true },
        at: { type: 'string' },
        'integrity-only': { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
  } catch {
    throw new UnusableArguments(`Không hiểu tham số. Cách dùng: ${VERIFY_USAGE}`);
  }
}

const ISO = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?)?$/u;

/** A day means its start in Việt Nam; a time without a zone is Việt Nam's. */
function instant(text: string): Date {
  const hasZone = /(?:Z|[+-]\d\d:\d\d)$/u.test(text) && text.includes('T');
  const full = text.includes('T') ? text : `${text}T00:00`;
  const time = ISO.test(text) ? Date.parse(hasZone ? full : `${full}+07:00`) : Number.NaN;
  if (Number.isNaN(time)) throw new UnusableArguments(`--at cần một thời điểm ISO 8601, không phải "${text}".`);
  return new Date(time);
}
