export { DemonstrationAccounts } from './account/demonstration-accounts.js';
export { STATIC_ROOTS } from './static-roots.js';
export { WebModule } from './web.module.js';
