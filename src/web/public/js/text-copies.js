/** Copies of what was typed and not taken by the server yet, in this browser: one for each opened form of a person. */
const COPIES = 'ha-nhap:';

/** There while this machine keeps no copies. */
const OFF = 'ha-khong-giu';

/** When somebody signed out here last, by the mark of the person. */
const LEFT = 'ha-ra:';

/** How long a copy stays, in milliseconds. */
const STAYS = 24 * 60 * 60 * 1000;

/**
 * @typedef {object} Copy
 * @property {number} at when it was typed last, in milliseconds
 * @property {Record<string, string[]>} texts by the names of the fields
 * @property {Record<string, string>} chosen beside it: who is to read it, for one
 * @property {Record<string, string>} drawn over which version the form was filled in
 * @property {string} page on which it was typed
 * @property {string} subject of the form, where its address does not say it
 */

/** @typedef {{ readonly key: string, readonly address: string, readonly name: string, readonly copy: Copy }} KeptCopy */

/** Where the browser refuses storage nothing is kept, and nothing is said to be. @template T @param {(store: Storage) => T} use @param {T} otherwise */
function inStore(use, otherwise) {
  try {
    return use(localStorage);
  } catch {
    return otherwise;
  }
}

export function keepsCopies() {
  return inStore((store) => store.getItem(OFF) === null, false);
}

/** @param {boolean} keeps on this machine, from now on; what lies here is removed where not */
export function chooseCopies(keeps) {
  inStore((store) => (keeps ? store.removeItem(OFF) : store.setItem(OFF, '1')), undefined);
  if (!keeps) removeCopies('');
}

/**
 * @param {string} owner for whom the form was drawn
 * @param {string} address of the form
 * @param {string} name of the opened form
 */
export function keyOf(owner, address, name) {
  return `${COPIES}${owner}:${address}:${name}`;
}

/**
 * @param {string} key
 * @param {Copy} copy
 * @returns {boolean} whether it is kept
 */
export function keepCopy(key, copy) {
  if (!keepsCopies()) return false;
  return inStore((store) => {
    store.setItem(key, JSON.stringify(copy));
    return true;
  }, false);
}

/** @param {string} key */
export function removeCopy(key) {
  inStore((store) => store.removeItem(key), undefined);
}

/** Removes the copy of a form that was taken, in whatever tab it was typed. @param {string} name of the opened form */
export function removeTaken(name) {
  for (const key of keys('')) if (key.endsWith(`:${name}`)) removeCopy(key);
}

/** Removes what one person typed, in whosever place; of everybody where nobody is named. @param {string} person */
export function removeCopies(person) {
  keys(person).forEach(removeCopy);
}

/** Somebody signs out: nothing of theirs stays here, and no other tab writes back what it still shows. @param {string} person */
export function leave(person) {
  inStore((store) => store.setItem(LEFT + person, String(Date.now())), undefined);
  removeCopies(person);
}

/** Whether somebody has signed out here since a moment. @param {string} person @param {number} at in milliseconds */
export function hasLeftSince(person, at) {
  return inStore((store) => {
    const left = Number(store.getItem(LEFT + person) ?? 0);
    return left >= at && left <= Date.now();
  }, false);
}

/** Removes what has lain here too long, whoever typed it. */
export function removeOld() {
  inStore((store) => {
    for (const key of Object.keys(store).filter((one) => one.startsWith(LEFT))) {
      if (!isFresh(Number(store.getItem(key)))) store.removeItem(key);
    }
  }, undefined);
  for (const key of keys('')) {
    if (!isFresh(read(key)?.at ?? 0)) removeCopy(key);
  }
}

/** What the clock of this machine set in the future is as old as can be. @param {number} at */
function isFresh(at) {
  const age = Date.now() - at;
  return age >= 0 && age < STAYS;
}

/** What one person typed in one place, the newest first. @param {string} owner @returns {KeptCopy[]} */
export function copiesOf(owner) {
  const found = keys(`${owner}:`).flatMap((key) => {
    const [, address = '', name = ''] = /^ha-nhap:[^:]*:(.*):([^:]*)$/u.exec(key) ?? [];
    const copy = read(key);
    return copy ? [{ key, address, name, copy }] : [];
  });
  return found.sort((one, other) => other.copy.at - one.copy.at);
}

/** @param {string} start @returns {string[]} */
function keys(start) {
  return inStore((store) => Object.keys(store).filter((key) => key.startsWith(COPIES + start)), []);
}

/** @param {string} key @returns {Copy | null} */
function read(key) {
  try {
    const copy = /** @type {Partial<Copy> | null} */ (JSON.parse(localStorage.getItem(key) ?? 'null'));
    if (typeof copy?.at !== 'number' || !copy.texts) return null;
    const { at, texts, chosen = {}, drawn = {}, page = '', subject = '' } = copy;
    return { at, texts, chosen, drawn, page, subject };
  } catch {
    return null;
  }
}
