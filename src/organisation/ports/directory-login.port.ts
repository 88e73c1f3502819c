/** Why somebody whom the directory knows must not come in. */
export type DirectoryBar =
  | 'disabled'
  | 'locked'
  | 'expired'
  | 'passwordExpired'
  /** More than one entry bears the name: nobody knows whose password it would be. */
  | 'duplicate'
  /** Outside the group that a person must belong to. */
  | 'notInGroup';

/**
 * What a directory says of a name and a password.
 *
 * `known`: they belong together; `directoryId` is the identity that survives another name or another place (objectGUID, entryUUID, as lower-case text),
 * `name` the account as the directory writes it, which may differ from what was typed. `unknown`: they do not, and the answer does not say which of the
 * two was wrong. `away`: the directory did not answer; `reason` is for the administrator.
 */
export type DirectoryAnswer =
  | { readonly kind: 'known'; readonly directoryId: string; readonly name: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'barred'; readonly why: DirectoryBar }
  | { readonly kind: 'away'; readonly reason: string };

/** The directory by which an office signs its people in. */
export abstract class DirectoryLogin {
  /** Whether a directory is set up. */
  abstract readonly isOn: boolean;

  /**
   * Never throws, and answers within the time that is set for it.
   *
   * @param username as `typedCredentials` gives it
   * @param password as `typedCredentials` gives it: never empty, which a directory would take for somebody who wants to be nobody
   */
  abstract check(username: string, password: string): Promise<DirectoryAnswer>;
}
