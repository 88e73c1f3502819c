export { ImportRouting, type RoutingListReview } from './application/import-routing.js';
export { NameIndexes, namedUnits } from './application/name-indexes.js';
export { StandingRoutes } from './application/standing-routes.js';
export { RoutingTable } from './application/routing-table.js';
export { WriteRoutingLine, type EndOfRoutingLine } from './application/write-routing-line.js';
export { RoutingImportEntity } from './persistence/routing-import.entity.js';
export { RoutingLineEntity } from './persistence/routing-line.entity.js';
export { RoutingTableModule } from './routing-table.module.js';
