const CURRENT = Symbol.for('hoi-am.jest');
/** The spec of a module that was loaded for one spec alone. */
const ALONE = {};

/**
 * A value that begins anew with each spec although the module that holds it is loaded once for many: what counts up must not count on, or a spec would
 * see other numbers after another order of specs.
 */
export function perSpec<Value extends object>(begin: () => Value): () => Value {
  const values = new WeakMap<object, Value>();
  return () => {
    const spec = (globalThis as { readonly [CURRENT]?: object })[CURRENT] ?? ALONE;
    const value = values.get(spec) ?? begin();
    values.set(spec, value);
    return value;
  };
}
