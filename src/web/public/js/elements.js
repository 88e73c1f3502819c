const ICONS = '/assets/app/img/icons.svg';

/**
 * The first element of a kind that the selector finds.
 *
 * @template {Element} T
 * @param {new () => T} Kind
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {T | null}
 */
export function first(Kind, selector, within = document) {
  const found = within.querySelector(selector);
  return found instanceof Kind ? found : null;
}

/**
 * The same where the page always has one.
 *
 * @template {Element} T
 * @param {new () => T} Kind
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {T}
 */
export function one(Kind, selector, within = document) {
  const found = first(Kind, selector, within);
  if (!found) throw new Error(`${selector} is missing`);
  return found;
}

/**
 * All elements of a kind that the selector finds.
 *
 * @template {Element} T
 * @param {new () => T} Kind
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {T[]}
 */
export function all(Kind, selector, within = document) {
  return [...within.querySelectorAll(selector)].flatMap((found) => (found instanceof Kind ? [found] : []));
}

/**
 * The element of a kind with this id.
 *
 * @template {Element} T
 * @param {new () => T} Kind
 * @param {string} id
 * @returns {T | null}
 */
export function byId(Kind, id) {
  const found = document.getElementById(id);
  return found instanceof Kind ? found : null;
}

/** A symbol of `img/icons.svg`. @param {string} name */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'ha-i');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `${ICONS}#${name}`);
  svg.append(use);
  return svg;
}
