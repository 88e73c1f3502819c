const { readFileSync } = require('node:fs');

/** The types of columns are those of one database, fixed when their modules are loaded: a spec that imports this is for another one than the rest. */
const FOR_ANOTHER_DATABASE = "'../support/as-on-sql-server.js'";

/**
 * Whether a spec gets a registry and a realm of its own, as jest does it by itself: where files change under a running process (`--watch`), where lines
 * are counted (`--coverage`), where somebody wants to see whether specs hold without each other (TEST_REGISTRY=own), and where modules must be loaded anew.
 */
exports.hasOwnRegistry = ({ watch, watchAll, collectCoverage }, testPath) =>
  watch ||
  watchAll ||
  collectCoverage ||
  process.env.TEST_REGISTRY === 'own' ||
  readFileSync(testPath, 'utf8').includes(FOR_ANOTHER_DATABASE);
