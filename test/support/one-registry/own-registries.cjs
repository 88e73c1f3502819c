/** A database fixes the types of its columns when its module is loaded: this spec is for another one than the rest. */
const FOR_ANOTHER_DATABASE = '/sql-server-connections.spec.ts';

/**
 * Whether a spec gets a registry and a realm of its own, as jest does it by itself: where files change under a running process (`--watch`), where lines
 * are counted (`--coverage`), where somebody wants to see whether specs hold without each other (TEST_REGISTRY=own), and where modules must be loaded anew.
 */
exports.hasOwnRegistry = ({ watch, watchAll, collectCoverage }, testPath) =>
  watch ||
  watchAll ||
  collectCoverage ||
  process.env.TEST_REGISTRY === 'own' ||
  testPath.endsWith(FOR_ANOTHER_DATABASE);
