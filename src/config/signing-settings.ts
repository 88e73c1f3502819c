import type { Environment } from './environment.js';

/** Another e-office than that of exchange where letters are signed; without a profile, it is the same one. */
export interface SigningSettings {
  readonly profile: string | undefined;
  readonly url: string | undefined;
  /** Address of the page there on which a letter is read and signed, with `{ma}` for its code there; undefined: no link is shown. */
  readonly letterPage: string | undefined;
  readonly username: string;
  readonly password: string;
  /** The account of this software there, beside the person's that it acts for; only some products know it. */
  readonly application:
    | {
        readonly appCode: string;
        readonly appPass: string;
        readonly sender: string;
        readonly issueUnit: number;
        readonly mailDomain: string | undefined;
        /** File with the key that hides accounts on the wire. */
        readonly keyFile: string | undefined;
      }
    | undefined;
}

export function signingOf(values: Environment): SigningSettings {
  const { SIGNING_APP_CODE: appCode, SIGNING_APP_PASSWORD: appPass, SIGNING_ISSUE_UNIT: issueUnit } = values;
  const isKnown = appCode !== undefined && appPass !== undefined && issueUnit !== undefined;
  const { SIGNING_SENDER: sender, SIGNING_MAIL_DOMAIN: mailDomain, SIGNING_KEY_FILE: keyFile } = values;
  return {
    profile: values.SIGNING_PROFILE,
    url: values.SIGNING_URL,
    letterPage: values.SIGNING_LETTER_PAGE,
    username: values.SIGNING_ACCOUNT ?? '',
    password: values.SIGNING_ACCOUNT_PASSWORD ?? '',
    application: isKnown ? { appCode, appPass, sender, issueUnit, mailDomain, keyFile } : undefined,
  };
}
