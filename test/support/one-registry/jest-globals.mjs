const CURRENT_JEST = Symbol.for('hoi-am.jest');

/** That of the spec that runs just now: the module that imports it is loaded once for all specs. */
export const jest = new Proxy({}, { get: (_, name) => globalThis[CURRENT_JEST][name] });
