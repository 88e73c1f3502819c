/**
 * Whether every spec gets a registry and a realm of its own, as jest does it by itself: where files change under a running process (`--watch`), where
 * lines are counted (`--coverage`), and where somebody wants to see whether specs hold without each other (TEST_REGISTRY=own).
 */
exports.haveOwnRegistries = ({ watch, watchAll, collectCoverage }) =>
  watch || watchAll || collectCoverage || process.env.TEST_REGISTRY === 'own';
