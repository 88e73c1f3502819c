import { Module } from '@nestjs/common';
import { FilesModule } from '../files/index.js';
import { JournalModule } from '../journal/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { PoliciesModule } from '../policies/index.js';
import { ImportRouting } from './application/import-routing.js';
import { NameIndexes } from './application/name-indexes.js';
import { StandingRoutes } from './application/standing-routes.js';
import { RoutingTable } from './application/routing-table.js';
import { WriteRoutingLine } from './application/write-routing-line.js';

/** What other features, pages and commands use. */
const EXPORTED = [RoutingTable, NameIndexes, StandingRoutes, WriteRoutingLine, ImportRouting];

@Module({
  imports: [FilesModule, JournalModule, OrganisationModule, PoliciesModule],
  providers: EXPORTED,
  exports: EXPORTED,
})
export class RoutingTableModule {}
